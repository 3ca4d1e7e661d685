import type { FoldedText } from './folding/foldText';
import type { Fragment } from './folding/fragment';
import { contextClosures, type ContextClosure } from './judge/contextClosure';
import { rarityOfUnits } from './judge/rarity';
import { weighPlacement, type PlaceEvidence } from './judge/evidence';
import type { Aligner } from './search/align';
import { chainMatches } from './search/chain';
import { gramHashAt, type GramIndex } from './search/gramIndex';
import { layFragment } from './search/layFragment';
import { findMatches } from './search/matches';

/** At most so many places are weighed for a passage. */
const MAX_PLACES = 6;

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
}

/**
 * The places where a passage may stand, weighed one by one; they may overlap.
 *
 * @param expected folded index where the fragment would start if nothing had moved; NaN if unknown
 */
export function findPlaces(
  fragment: Fragment,
  { folded, index }: SearchableText,
  expected: number,
  aligner: Aligner,
): FoundPlaces {
  const matches = findMatches(fragment, folded, index, expected);
  const rarity = rarityOfUnits(fragment, index);
  const places: PlaceEvidence[] = [];
  for (const chain of chainMatches(matches, fragment, MAX_PLACES)) {
    const evidence = weighPlacement(
      fragment,
      folded,
      layFragment(fragment, folded, chain, aligner),
      rarity,
      aligner,
    );
    if (evidence !== undefined) places.push(evidence);
  }
  return { places, closures: contextClosures(fragment, folded, matches) };
}

/** How often the quote's rarest gram occurs in the text. */
export function occurrencesOfRarestGram(fragment: Fragment, { index }: SearchableText): number {
  let least = Infinity;
  for (let at = fragment.quoteStart; at < fragment.quoteEnd; at += 1) {
    const hash = gramHashAt(fragment.folded.units, at, fragment.quoteEnd);
    if (hash < 0) break;
    const bucket = hash & index.mask;
    const count = (index.starts[bucket + 1] as number) - (index.starts[bucket] as number);
    if (count > 0) least = Math.min(least, count);
  }
  return Number.isFinite(least) ? least : 0;
}
