import { Pace, runAtOnce, type Steps } from '../text/steps';
import { findPassagesInSteps } from './findPassages';
import { foldForNow, foldInSteps } from './folding/foldText';
import { decideAnchoring } from './judge/decision';
import type { Anchoring, Selector } from './types';

/** A decision, as many UTF-16 units of text as take that long. */
const PASSAGE = 64;

/**
 * Finds all of an article's passages again. They are resolved together: what is found of one tells
 * where its neighbours are.
 *
 * @param text the article as it is now, LF only and without a byte-order mark
 * @param selectors the stored passages, in any order; positions in UTF-16 units
 * @returns what became of each passage, in the same order
 */
export function anchorAll(text: string, selectors: readonly Selector[]): Anchoring[] {
  return runAtOnce(anchorAllInSteps(text, selectors, foldForNow));
}

/**
 * The same in steps of some milliseconds, for the caller to let others have their turn in between.
 *
 * @param foldWith folds the text; what it gives must stay as it is until all is done
 */
export function* anchorAllInSteps(
  text: string,
  selectors: readonly Selector[],
  foldWith = foldInSteps,
): Steps<Anchoring[]> {
  const findings = yield* findPassagesInSteps(text, selectors, foldWith);
  const decided: Anchoring[] = [];
  const pace = new Pace();
  for (const [index, finding] of findings.entries()) {
    const { exact } = selectors[index] as Selector;
    decided.push(decideAnchoring(text, exact, finding));
    if (pace.isDue(exact.length + PASSAGE)) yield;
  }
  return decided;
}
