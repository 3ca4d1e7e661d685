import { runAtOnce, type Steps } from '../../text/steps';
import { weightOf, type FoldedText } from '../folding/foldText';
import type { Fragment } from '../folding/fragment';
import { gramHashAt, type GramIndex } from './gramIndex';

/**
 * A maximal run of equal folded units: fragment `at` … `at + length`, text `textAt` … `textAt +
 * length`.
 */
export interface FragmentMatch {
  readonly at: number;
  readonly textAt: number;
  readonly length: number;
  readonly weight: number;
}

/** Grams that occur more often in the text are followed only near the expected place. */
const RARE = 24;
/** How many places of a frequent gram are followed, those nearest the expected one. */
const NEAREST = 8;
/** Of more matches, so many are kept, the weightiest. */
const MAX_MATCHES = 128;
/**
 * If a fragment has no rare gram, this many of its rarest are followed everywhere, each up to
 * `FREQUENT` places.
 */
const RAREST_GRAMS = 4;
const FREQUENT = 512;
const MAX_FREQUENT = 1024;
/**
 * Bounds the work on a fragment whatever the text: hits followed, and units compared beyond some
 * times its length.
 */
const MAX_HITS = 4096;
const MAX_COMPARED = 1 << 15;
const MAX_COMPARED_TIMES = 8;

/** So many units of a fragment are looked up in one step, and about so many compared. */
const LOOKED_UP = 1 << 14;
const COMPARED = 1 << 20;

/**
 * Finds where pieces of a fragment stand in the text: looks up its grams and extends each hit to a
 * maximal match.
 *
 * @param expected folded index in the text where the fragment would start if nothing had moved; NaN
 *   if unknown
 * @returns matches in no particular order; O(fragment + hits), hits bounded
 */
export function findMatches(
  fragment: Fragment,
  text: FoldedText,
  index: GramIndex,
  expected: number,
): FragmentMatch[] {
  return runAtOnce(findMatchesInSteps(fragment, text, index, expected));
}

/** The same in steps, for long fragments. */
export function* findMatchesInSteps(
  fragment: Fragment,
  text: FoldedText,
  index: GramIndex,
  expected: number,
): Steps<FragmentMatch[]> {
  const { length } = fragment.folded;
  const search = new MatchSearch(fragment, text, index, expected);
  for (let from = 0; from < length;) {
    if (from > 0) yield;
    from = search.lookUp(from, Math.min(length, from + LOOKED_UP));
  }
  return search.end();
}

class MatchSearch {
  private readonly matches: FragmentMatch[] = [];
  /**
   * Where on each diagonal (text position minus fragment position) the last match ended: inside it
   * there is nothing new.
   */
  private readonly coveredTo = new Map<number, number>();
  private readonly frequent: { at: number; from: number; to: number }[] = [];
  private readonly allowed: number;
  private rare = 0;
  private hits = 0;
  private compared = 0;

  constructor(
    private readonly fragment: Fragment,
    private readonly text: FoldedText,
    private readonly index: GramIndex,
    private readonly expected: number,
  ) {
    this.allowed = MAX_COMPARED + MAX_COMPARED_TIMES * fragment.folded.length;
  }

  /** Follows the grams that begin in a part of the fragment. @returns how far it came */
  lookUp(first: number, last: number): number {
    const { units, length } = this.fragment.folded;
    const { starts, positions, mask } = this.index;
    const enough = this.compared + COMPARED;
    for (let at = first; at < last; at += 1) {
      if (!this.hasRoom()) return length;
      if (this.compared >= enough) return at;
      const hash = gramHashAt(units, at, length);
      if (hash < 0) return length;
      const bucket = hash & mask;
      const from = starts[bucket] as number;
      const to = starts[bucket + 1] as number;
      if (to - from > RARE) {
        if (this.frequent.length < MAX_FREQUENT) this.frequent.push({ at, from, to });
        if (Number.isNaN(this.expected)) continue;
        for (const textAt of nearest(positions, from, to, this.expected + at))
          this.follow(at, textAt);
        continue;
      }
      if (to > from) this.rare += 1;
      for (let slot = from; slot < to; slot += 1) this.follow(at, positions[slot] as number);
    }
    return last;
  }

  end(): FragmentMatch[] {
    if (this.rare === 0) {
      this.frequent.sort((a, b) => a.to - a.from - (b.to - b.from));
      for (const { at, from, to } of this.frequent.slice(0, RAREST_GRAMS)) {
        for (let slot = from; slot < Math.min(to, from + FREQUENT); slot += 1)
          this.follow(at, this.index.positions[slot] as number);
      }
    }
    return this.matches.length <= MAX_MATCHES
      ? this.matches
      : this.matches.sort((a, b) => b.weight - a.weight).slice(0, MAX_MATCHES);
  }

  private hasRoom(): boolean {
    return this.hits < MAX_HITS && this.compared < this.allowed;
  }

  private follow(at: number, textAt: number): void {
    if (!this.hasRoom()) return;
    this.hits += 1;
    const diagonal = textAt - at;
    const covered = this.coveredTo.get(diagonal) ?? -1;
    if (at < covered) return;
    const match = extend(this.fragment.folded, this.text, at, textAt, Math.max(0, covered));
    if (match === undefined) return;
    this.compared += match.length;
    this.coveredTo.set(diagonal, match.at + match.length);
    this.matches.push(match);
  }
}

/**
 * The run of equal units around a hit, not reaching back before `floor`; undefined for a hash
 * collision.
 */
function extend(
  fragment: FoldedText,
  text: FoldedText,
  at: number,
  textAt: number,
  floor: number,
): FragmentMatch | undefined {
  const a = fragment.units;
  const b = text.units;
  let before = 0;
  while (
    at - before > floor &&
    textAt - before > 0 &&
    a[at - before - 1] === b[textAt - before - 1]
  )
    before += 1;
  let after = 0;
  let weight = 0;
  while (
    at + after < fragment.length &&
    textAt + after < text.length &&
    a[at + after] === b[textAt + after]
  ) {
    weight += weightOf(a[at + after] as number);
    after += 1;
  }
  if (after === 0) return undefined;
  for (let back = 1; back <= before; back += 1) weight += weightOf(a[at - back] as number);
  return { at: at - before, textAt: textAt - before, length: before + after, weight };
}

/** The positions of a bucket nearest to one in the text. */
function nearest(positions: Uint32Array, from: number, to: number, wanted: number): Uint32Array {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  const first = Math.max(from, Math.min(low - NEAREST / 2, to - NEAREST));
  return positions.subarray(first, Math.min(to, first + NEAREST));
}
