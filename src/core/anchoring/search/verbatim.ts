import type { Steps } from '../../text/steps';
import { weightOf } from '../folding/foldText';
import type { Selector, Utf16Range } from '../types';
import { placesOf } from './pieceSearch';

/**
 * A quote with its context must weigh this much (see `weightOf`) to be recognised without further
 * evidence, or so much at its old offset; or else, there, be the only such words in the text.
 */
const SUFFICIENT = 48;
const SUFFICIENT_IN_PLACE = 16;
/** The part of a quote or a context that is looked for at its edges, and what it must weigh. */
const PART = 16;
const PART_WEIGHT = 8;
/** A part that stands nearby more often than this, as in the rows of a table, tells nothing. */
const TELLING = 3;
/** How far around the expected place a passage is looked for first, in UTF-16 units. */
const VICINITY = 4096;
/**
 * The whole text is searched as long as less than so many of its lengths, and so many units more,
 * were searched through; with more passages the gram index is cheaper.
 */
const SEARCHED_LENGTHS = 3;
const SEARCHED_UNITS = 1 << 21;

/**
 * Recognises passages that stand unchanged with all of their context: most, at next to no cost. To
 * be asked for an article's passages in reading order.
 */
export class VerbatimFinder {
  /** How far the last passage found was shifted; the next one probably was as far. */
  private shift = 0;
  private searchable: number;

  constructor(private readonly text: string) {
    this.searchable = SEARCHED_LENGTHS * text.length + SEARCHED_UNITS;
  }

  /**
   * Where the passage stands with its context, word for word: where the passage before it lets
   * expect it, at its old offset, or in the one place nearby, or else in the text, that has it.
   * Undefined if it stands nowhere so, or perhaps in several places. In steps, for a text may be
   * long.
   *
   * @param before the passage's old offset, if known
   */
  *find(selector: Selector, before: number | undefined): Steps<Utf16Range | undefined> {
    const { exact, prefix, suffix } = selector;
    if (exact === '') return undefined;
    const piece = prefix + exact + suffix;
    const pieceBefore = before === undefined ? undefined : before - prefix.length;
    const at = yield* this.locate(piece, pieceBefore);
    if (at === undefined) return undefined;
    if (pieceBefore !== undefined && this.isContested(selector, piece, at, pieceBefore))
      return undefined;
    // Without context on one side the passage must be at the article's edge.
    const hasContext =
      (prefix !== '' || at === 0) && (suffix !== '' || at + piece.length === this.text.length);
    const sufficient = at === pieceBefore ? SUFFICIENT_IN_PLACE : SUFFICIENT;
    if (
      !(hasContext && weighsAtLeast(piece, sufficient)) &&
      !(at === pieceBefore && (yield* this.onlyOccurrence(piece)) === at)
    )
      return undefined;
    const start = at + prefix.length;
    if (before !== undefined) this.shift = start - before;
    return { start, end: start + exact.length };
  }

  private *locate(piece: string, before: number | undefined): Steps<number | undefined> {
    if (before !== undefined) {
      for (const at of [before + this.shift, before])
        if (at >= 0 && this.text.startsWith(piece, at)) return at;
      const from = Math.max(0, before + this.shift - VICINITY);
      const to = before + this.shift + piece.length + VICINITY;
      const near = only(yield* placesOf(this.text, piece, 2, { from, to }));
      if (near !== undefined) return near;
    }
    return yield* this.onlyOccurrence(piece);
  }

  /**
   * Whether the passage was found away from its place while a part of its words or context still
   * stands near there: then it may have been changed or deleted, and this be a copy of it.
   */
  private isContested(
    { exact, prefix, suffix }: Selector,
    piece: string,
    at: number,
    before: number,
  ): boolean {
    const expected = before + this.shift;
    if (at === before || at === expected) return false;
    const from = Math.max(0, expected - VICINITY);
    const vicinity = this.text.slice(from, expected + piece.length + VICINITY);
    const parts = [
      prefix.slice(-PART),
      exact.slice(0, PART),
      exact.slice(-PART),
      suffix.slice(0, PART),
    ];
    return parts.some((part) => {
      if (!weighsAtLeast(part, PART_WEIGHT)) return false;
      let others = 0;
      let found = vicinity.indexOf(part);
      for (; found >= 0 && others <= TELLING; found = vicinity.indexOf(part, found + 1)) {
        const place = from + found;
        if (place < at || place + part.length > at + piece.length) others += 1;
      }
      return others > 0 && others <= TELLING;
    });
  }

  private *onlyOccurrence(piece: string): Steps<number | undefined> {
    if (this.searchable < this.text.length) return undefined;
    this.searchable -= this.text.length;
    return only(yield* placesOf(this.text, piece, 2));
  }
}

function only(places: readonly number[]): number | undefined {
  return places.length === 1 ? places[0] : undefined;
}

function weighsAtLeast(piece: string, least: number): boolean {
  let weight = 0;
  for (let at = 0; at < piece.length && weight < least; at += 1) {
    const unit = piece.charCodeAt(at);
    if (unit > 0x20) weight += weightOf(unit);
  }
  return weight >= least;
}
