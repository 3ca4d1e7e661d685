import type { FoundPlaces } from './findPlaces';
import type { FoldedText } from './folding/foldText';
import { contextOnBothSides, hasOtherWords, rivalOf, type Claim } from './judge/contest';
import { remnantsElsewhere } from './judge/contextRemnants';
import type { WeighedPlace } from './judge/finding';
import { featuresOfPlace, placeOdds } from './judge/model';
import { orderEvidence, type Neighbours } from './judge/order';
import { rivalOfPhrase, type JudgedPlace } from './judge/shortPhrase';
import type { Utf16Range } from './types';

/** A passage that was searched for, before its places are weighed. */
export interface OpenPassage {
  readonly passage: number;
  /** Its old offset, if known. */
  readonly before: number | undefined;
  readonly search: FoundPlaces;
  /** How often the quote's rarest gram occurs in the text. */
  readonly occurrences: number;
  /** The text that was searched. */
  readonly folded: FoldedText;
}

/**
 * Weighs the places of a passage.
 *
 * @param before its old offset as far as that may count; whether a place is contested it always
 *   tells
 */
export function weighPlaces(
  { before: known, search, occurrences, folded }: OpenPassage,
  before: number | undefined,
  neighbours: Neighbours,
): WeighedPlace[] {
  const candidates = search.places
    .filter(({ range }) => range.end > range.start)
    .map((found) => ({ found, order: orderEvidence(before, found.range.start, neighbours) }));
  const inOrder = Math.max(
    0,
    ...candidates.map(({ found, order }) => (order.inOrder > 0 ? found.whole : 0)),
  );
  const closure = Math.max(0, ...search.closures.map(({ strength }) => strength));
  const circumstances = { occurrences, closure, inOrder };
  const nearOf = (at: number): number => orderEvidence(known, at, neighbours).near;
  const judged = candidates.map(({ found, order }) => ({
    found,
    order: orderEvidence(known, found.range.start, neighbours),
    features: featuresOfPlace(found, order, circumstances),
  }));
  const others: Claim[] = [
    ...judged.filter(({ found }) => hasOtherWords(found)).map(claimOf),
    ...search.closures.map(({ at, strength }) => ({
      near: nearOf(at),
      context: strength,
      features: undefined,
    })),
  ];
  const confirmed = neighbours.left !== undefined || neighbours.right !== undefined;
  return distinct(
    judged.map((place): WeighedPlace => {
      const { found, features } = place;
      const remnants = remnantsElsewhere(search.remnants, found.textFrom);
      const near = remnants.map(({ quoteAt }) => nearOf(offsetOf(folded, quoteAt)));
      const elsewhere = { near: Math.max(0, ...near), cutOut: search.cutOut };
      const rival =
        rivalOf(claimOf(place), others, confirmed) ?? rivalOfPhrase(place, judged, elsewhere);
      return { range: found.range, features, rival };
    }),
  );
}

function claimOf({ found, order: { near }, features }: JudgedPlace): Claim {
  return { near, context: contextOnBothSides(found), features };
}

/** A folded index, perhaps beyond the text, as an offset in the text. */
function offsetOf({ offsets, length, text }: FoldedText, index: number): number {
  return index >= length ? text.length : (offsets[Math.max(0, index)] ?? 0);
}

/** Of places that overlap by more than half, the most probable. */
function distinct(places: WeighedPlace[]): WeighedPlace[] {
  const odds = placeOdds(places);
  const sorted = places
    .map((found, index) => ({ found, odds: odds[index] as number }))
    .sort((a, b) => b.odds - a.odds);
  const kept: WeighedPlace[] = [];
  for (const { found } of sorted)
    if (!kept.some((other) => overlaps(found.range, other.range))) kept.push(found);
  return kept;
}

function overlaps(a: Utf16Range, b: Utf16Range): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 ? shared * 2 > Math.min(a.end - a.start, b.end - b.start) : a.start === b.start;
}
