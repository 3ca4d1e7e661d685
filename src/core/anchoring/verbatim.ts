import { weightOf } from './fold';
import type { Selector, Utf16Range } from './types';

/** A quote with its context must weigh this much (see `weightOf`) to be recognised without further evidence. */
const SUFFICIENT_WEIGHT = 48;
/** Searches through the whole text are made for so many passages; with more, the gram index is cheaper. */
const MAX_SEARCHES = 3;

/** Recognises passages that stand unchanged with all of their context: most, at next to no cost. */
export class VerbatimFinder {
  private shift = 0;
  private searches = 0;

  constructor(private readonly text: string) {}

  /** Notes where a passage was found, for the next one was probably shifted as far. */
  learn(before: number, now: number): void {
    this.shift = now - before;
  }

  /**
   * Where the passage stands with its context, word for word: at its old offset, shifted like the passage
   * before it, or in the one place of the text that has it. Undefined if it does not, or may stand in several.
   */
  find({ exact, prefix, suffix }: Selector, before: number | undefined): Utf16Range | undefined {
    const piece = prefix + exact + suffix;
    if (exact === '' || !isSufficient(piece)) return undefined;
    const rangeAt = (at: number): Utf16Range => ({ start: at + prefix.length, end: at + prefix.length + exact.length });
    // Without context on one side the passage must be at the article's edge.
    const fits = (at: number): boolean =>
      (prefix !== '' || at === 0) && (suffix !== '' || at + piece.length === this.text.length);
    if (before !== undefined) {
      for (const at of [before + this.shift - prefix.length, before - prefix.length]) {
        if (at >= 0 && fits(at) && this.text.startsWith(piece, at)) return rangeAt(at);
      }
    }
    if (this.searches >= MAX_SEARCHES) return undefined;
    this.searches += 1;
    const at = this.text.indexOf(piece);
    return at >= 0 && fits(at) && this.text.indexOf(piece, at + 1) < 0 ? rangeAt(at) : undefined;
  }
}

function isSufficient(piece: string): boolean {
  let weight = 0;
  for (let at = 0; at < piece.length && weight < SUFFICIENT_WEIGHT; at += 1) {
    const unit = piece.charCodeAt(at);
    if (unit > 0x20) weight += weightOf(unit);
  }
  return weight >= SUFFICIENT_WEIGHT;
}
