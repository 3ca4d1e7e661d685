import { runAtOnce } from '../text/steps';
import { findPassagesInSteps } from './findPassages';
import { foldText, foldTextForNow } from './folding/foldText';
import { decideAnchoring } from './judge/decision';
import type { Anchoring, Selector } from './types';

/**
 * Finds all of an article's passages again. They are resolved together: what is found of one tells
 * where its neighbours are.
 *
 * @param text the article as it is now, LF only and without a byte-order mark
 * @param selectors the stored passages, in any order; positions in UTF-16 units
 * @returns what became of each passage, in the same order
 */
export function anchorAll(text: string, selectors: readonly Selector[]): Anchoring[] {
  return runAtOnce(anchorAllInSteps(text, selectors, foldTextForNow));
}

/**
 * The same in steps of some milliseconds, for the caller to let others have their turn in between.
 *
 * @param foldWith folds the text; what it gives must stay as it is until all is done
 */
export function* anchorAllInSteps(
  text: string,
  selectors: readonly Selector[],
  foldWith = foldText,
): Generator<void, Anchoring[], void> {
  const findings = yield* findPassagesInSteps(text, selectors, foldWith);
  return findings.map((finding, index) =>
    decideAnchoring(text, selectors[index]?.exact ?? '', finding),
  );
}
