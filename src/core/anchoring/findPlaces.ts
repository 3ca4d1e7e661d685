import { Pace, type Steps } from '../text/steps';
import type { FoldedText } from './folding/foldText';
import type { Fragment } from './folding/fragment';
import { contextClosures, type ContextClosure } from './judge/contextClosure';
import { contextRemnants, cutOut, type ContextRemnant } from './judge/contextRemnants';
import { rarityOfUnits } from './judge/rarity';
import { weighPlacement, type PlaceEvidence } from './judge/evidence';
import type { Aligner } from './search/align';
import { chainMatches, type MatchChain } from './search/chain';
import { gramHashAt, type GramIndex } from './search/gramIndex';
import { layFragment } from './search/layFragment';
import { findMatchesInSteps, type FragmentMatch } from './search/matches';

/** At most so many places are weighed for a passage. */
const MAX_PLACES = 6;
/** … and so many more where all of the quote stands, word for word. */
const MAX_WHOLE = 4;

/** The article as it is now, made ready for searching. */
export interface SearchableText {
  readonly folded: FoldedText;
  readonly index: GramIndex;
}

/** What a search found of a passage. */
export interface FoundPlaces {
  readonly places: readonly PlaceEvidence[];
  /** Where prefix and suffix now stand side by side. */
  readonly closures: readonly ContextClosure[];
  /** The pieces of its context that stand in the text, and how surely it was cut out of them. */
  readonly remnants: readonly ContextRemnant[];
  readonly cutOut: number;
}

/**
 * The places where a passage may stand, weighed one by one; they may overlap. In steps, for a quote
 * may be long.
 *
 * @param expected folded index where the fragment would start if nothing had moved; NaN if unknown
 */
export function* findPlacesInSteps(
  fragment: Fragment,
  { folded, index }: SearchableText,
  expected: number,
  aligner: Aligner,
): Steps<FoundPlaces> {
  const matches = yield* findMatchesInSteps(fragment, folded, index, expected);
  yield;
  const rarity = yield* rarityOfUnits(fragment, index);
  const places: PlaceEvidence[] = [];
  const weigh = function* (chain: MatchChain): Steps<void> {
    const placement = yield* layFragment(fragment, folded, chain, aligner);
    yield;
    const evidence = weighPlacement(fragment, folded, placement, rarity, aligner);
    if (evidence !== undefined) places.push(evidence);
  };
  for (const chain of chainMatches(matches, fragment, MAX_PLACES)) {
    yield;
    yield* weigh(chain);
  }
  // A chain may have taken such a match for a part of something longer.
  if (!places.some(({ similarity }) => similarity === 1))
    for (const match of wholeQuotes(matches, fragment).slice(0, MAX_WHOLE)) {
      yield;
      yield* weigh({ matches: [match], score: match.weight });
    }
  const remnants = contextRemnants(fragment, matches, rarity);
  return {
    places,
    closures: contextClosures(fragment, folded, matches),
    remnants,
    cutOut: cutOut(fragment, remnants),
  };
}

/** The matches that have all of the quote, the weightiest first. */
function wholeQuotes(matches: readonly FragmentMatch[], fragment: Fragment): FragmentMatch[] {
  return matches
    .filter(({ at, length }) => at <= fragment.quoteStart && at + length >= fragment.quoteEnd)
    .sort((a, b) => b.weight - a.weight);
}

/** How often the quote's rarest gram occurs in the text. */
export function* occurrencesOfRarestGram(
  fragment: Fragment,
  { index }: SearchableText,
): Steps<number> {
  const pace = new Pace();
  let least = Infinity;
  for (let at = fragment.quoteStart; at < fragment.quoteEnd; at += 1) {
    const hash = gramHashAt(fragment.folded.units, at, fragment.quoteEnd);
    if (hash < 0) break;
    const bucket = hash & index.mask;
    const count = (index.starts[bucket + 1] as number) - (index.starts[bucket] as number);
    if (count > 0) least = Math.min(least, count);
    if (pace.isDue(1)) yield;
  }
  return Number.isFinite(least) ? least : 0;
}
