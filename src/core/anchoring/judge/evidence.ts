import { weightOf, type FoldedText } from '../folding/foldText';
import { weightBetween, type Fragment } from '../folding/fragment';
import type { Aligner } from '../search/align';
import type { Placement } from '../search/layFragment';
import type { Utf16Range } from '../types';
import { contextAgreement } from './contextAgreement';
import { foldedExtent, rangeOfExtent } from './extent';
import { isWholeSentence } from './wholeSentence';

/** What can be seen at one place about whether the passage stands there. Shares are 0 to 1. */
export interface PlaceEvidence {
  readonly range: Utf16Range;
  /** Where the quote begins in the folded text. */
  readonly textFrom: number;
  /**
   * Matched weight of the quote as a share of the quote and of the words found (Dice's
   * coefficient).
   */
  readonly similarity: number;
  /** Matched weight of the quote (see `weightOf`). */
  readonly matchedWeight: number;
  /**
   * How much of the prefix stands right before the place, nearer units counting more; NaN without a
   * prefix.
   */
  readonly prefix: number;
  /** The same of the suffix, right behind it. */
  readonly suffix: number;
  /**
   * The weight of the context that stands unchanged right beside the place, on the better side;
   * rare units count more.
   */
  readonly intact: number;
  /** Agreement of quote and context together. */
  readonly whole: number;
  /** Whether the quote was a whole sentence or line, and the range is one too. */
  readonly wholeSentence: boolean;
}

/** The weight of a full context a side, when quote and context are weighed against each other. */
const CONTEXT_WEIGHT = 24;

/**
 * Of the quote three letters in a row must be left, or two Chinese characters, or half of it: two
 * letters here and two there stand in any text.
 */
const LEAST_TELLING = 3;
/** The weight of a Chinese character. */
const HAN = 2;
/** Below this the words are others, and the place is no candidate. */
const MIN_SIMILARITY = 0.25;

/**
 * Weighs a placement of a fragment; undefined if the quote does not stand there, not even changed.
 */
export function weighPlacement(
  fragment: Fragment,
  text: FoldedText,
  placement: Placement,
  rarity: Float32Array,
  aligner: Aligner,
): PlaceEvidence | undefined {
  const extent = foldedExtent(fragment, text, placement);
  if (extent === undefined) return undefined;
  const { matchedWeight, telling } = matchedOfQuote(fragment, placement);
  if (telling < Math.min(LEAST_TELLING, fragment.quoteWeight / 2)) return undefined;
  const foundWeight = weightBetween(text.units, extent.from, extent.to);
  const similarity = (2 * matchedWeight) / Math.max(1e-9, fragment.quoteWeight + foundWeight);
  if (similarity < MIN_SIMILARITY) return undefined;
  const prefix = contextAgreement(
    fragment,
    text,
    rarity,
    fragment.quoteStart,
    extent.from,
    -1,
    aligner,
  );
  const suffix = contextAgreement(fragment, text, rarity, fragment.quoteEnd, extent.to, 1, aligner);
  const range = rangeOfExtent(fragment, text, extent);
  const quoted = { start: fragment.exactStart, end: fragment.exactEnd };
  return {
    range,
    textFrom: extent.from,
    similarity,
    matchedWeight,
    prefix: prefix.share,
    suffix: suffix.share,
    intact: Math.max(prefix.intact, suffix.intact),
    whole: wholeAgreement(similarity, fragment.quoteWeight, prefix.share, suffix.share),
    wholeSentence:
      isWholeSentence(fragment.folded.text, quoted) && isWholeSentence(text.text, range),
  };
}

/**
 * The weight of the quote's matched units, and how much of it tells anything: the longest run of
 * letters, or all Chinese characters, each of which is a word.
 */
function matchedOfQuote(
  { folded: { units }, quoteStart, quoteEnd }: Fragment,
  placement: Placement,
): { matchedWeight: number; telling: number } {
  let matchedWeight = 0;
  let longestRun = 0;
  let run = 0;
  let han = 0;
  for (let at = quoteStart; at < quoteEnd; at += 1) {
    const textAt = placement[at] as number;
    const weight = textAt < 0 ? 0 : weightOf(units[at] as number);
    const continues = at > quoteStart && textAt === (placement[at - 1] as number) + 1;
    run = continues ? run + weight : weight;
    matchedWeight += weight;
    if (weight === HAN) han += weight;
    longestRun = Math.max(longestRun, run);
  }
  return { matchedWeight, telling: Math.max(longestRun, han) };
}

/** The agreement of quote and context together, each counting by its weight. */
function wholeAgreement(
  similarity: number,
  quoteWeight: number,
  prefix: number,
  suffix: number,
): number {
  const before = Number.isNaN(prefix) ? 0 : CONTEXT_WEIGHT;
  const after = Number.isNaN(suffix) ? 0 : CONTEXT_WEIGHT;
  const sum = similarity * quoteWeight + (prefix || 0) * before + (suffix || 0) * after;
  return sum / Math.max(1e-9, quoteWeight + before + after);
}
