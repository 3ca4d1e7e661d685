import type { Fragment } from '../folding/fragment';
import type { FragmentMatch } from './matches';

/**
 * Matches in order in both fragment and text, that together are one place where the passage may
 * stand.
 */
export interface MatchChain {
  readonly matches: readonly FragmentMatch[];
  /**
   * Weight of the matches less the cost of shifts between them; what lies in the quote counts more
   * than context.
   */
  readonly score: number;
}

/** How many earlier matches are tried as a predecessor. */
const LOOKBACK = 40;
/**
 * The text may have this many units more or fewer than the fragment between two matches of a chain
 * …
 */
const MAX_SHIFT = 96;
/** … or this share of the fragment's length, if that is more. */
const SHIFT_SHARE = 0.6;
/** Chains with a smaller share of the best one's score are left out. */
const WORTHWHILE = 0.2;
/**
 * Matches in the quote count more by this share, so that places with the words come before places
 * with the context.
 */
const QUOTE_BONUS = 1.5;

/**
 * Chains matches into the best distinct places (collinear chaining, as in sequence aligners: Li
 * 2018, minimap2).
 *
 * @param limit at most so many chains, best first
 * O(matches × {@link LOOKBACK}).
 */
export function chainMatches(
  matches: readonly FragmentMatch[],
  fragment: Fragment,
  limit: number,
): MatchChain[] {
  const { length } = fragment.folded;
  const sorted = [...matches].sort((a, b) => a.textAt - b.textAt || a.at - b.at);
  const maxShift = Math.max(MAX_SHIFT, SHIFT_SHARE * length);
  const scores: number[] = [];
  const previous: number[] = [];
  sorted.forEach((match, index) => {
    const weight = match.weight * (1 + QUOTE_BONUS * shareInQuote(match, fragment));
    let best = weight;
    let from = -1;
    for (let other = index - 1; other >= Math.max(0, index - LOOKBACK); other -= 1) {
      const earlier = sorted[other] as FragmentMatch;
      if (earlier.at >= match.at || earlier.textAt >= match.textAt) continue;
      const shift = Math.abs(match.textAt - match.at - (earlier.textAt - earlier.at));
      if (shift > maxShift) continue;
      const overlap = Math.max(
        0,
        earlier.at + earlier.length - match.at,
        earlier.textAt + earlier.length - match.textAt,
      );
      if (overlap >= match.length) continue;
      const gain = weight * (1 - overlap / match.length) - shiftCost(shift);
      const score = (scores[other] as number) + gain;
      if (score > best) {
        best = score;
        from = other;
      }
    }
    scores.push(best);
    previous.push(from);
  });
  return takeBest(sorted, scores, previous, limit);
}

function shareInQuote({ at, length }: FragmentMatch, { quoteStart, quoteEnd }: Fragment): number {
  return Math.max(0, Math.min(at + length, quoteEnd) - Math.max(at, quoteStart)) / length;
}

/** A shift means an insertion or a deletion: rare, but its length matters little. */
function shiftCost(shift: number): number {
  return shift === 0 ? 0 : 1 + 0.5 * Math.log2(1 + shift);
}

/** Reads off chains from the best end backwards; a match belongs to one chain only. */
function takeBest(
  sorted: readonly FragmentMatch[],
  scores: readonly number[],
  previous: readonly number[],
  limit: number,
): MatchChain[] {
  const order = scores
    .map((_, index) => index)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const used = new Uint8Array(sorted.length);
  const chains: MatchChain[] = [];
  for (const end of order) {
    const least = WORTHWHILE * (chains[0]?.score ?? 0);
    if (chains.length >= limit || (scores[end] as number) < least) break;
    if (used[end] === 1) continue;
    const chain: FragmentMatch[] = [];
    let at = end;
    while (at >= 0 && used[at] === 0) {
      used[at] = 1;
      chain.push(sorted[at] as FragmentMatch);
      at = previous[at] as number;
    }
    const score = (scores[end] as number) - (at >= 0 ? (scores[at] as number) : 0);
    if (score >= least) chains.push({ matches: chain.reverse(), score });
  }
  return chains.sort((a, b) => b.score - a.score);
}
