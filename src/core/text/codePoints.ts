import type { CodePointRange, Utf16Range } from './range';

/**
 * Converts between UTF-16 offsets and code points of one text. The only place that may do so.
 *
 * Most articles hold few characters outside the Basic Multilingual Plane, so the map keeps just
 * their places: building it is one scan, a conversion is a binary search over the characters that
 * take two units.
 */
export class CodePointMap {
  /** UTF-16 offset of each surrogate pair's first unit, ascending. */
  private readonly pairs: readonly number[];
  private readonly length: number;

  constructor(text: string) {
    this.length = text.length;
    this.pairs = Array.from(
      text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g),
      (match) => match.index,
    );
  }

  /**
   * Number of code points before the UTF-16 offset; an offset inside a pair counts as before it.
   * Clamped to the text.
   */
  toCodePoint(utf16: number): number {
    const offset = Math.min(Math.max(utf16, 0), this.length);
    return (
      offset - this.countPairs((pair) => pair + 1 < offset) - (this.splitsPair(offset) ? 1 : 0)
    );
  }

  /** UTF-16 offset of the code point at index `codePoint`, clamped to the text. */
  toUtf16(codePoint: number): number {
    const index = Math.max(codePoint, 0);
    // The pair number i starts at code point pairs[i] - i: every earlier pair took one unit more.
    return Math.min(index + this.countPairs((pair, i) => pair - i < index), this.length);
  }

  rangeToCodePoints(range: Utf16Range): CodePointRange {
    return { start: this.toCodePoint(range.start), end: this.toCodePoint(range.end) };
  }

  rangeToUtf16(range: CodePointRange): Utf16Range {
    return { start: this.toUtf16(range.start), end: this.toUtf16(range.end) };
  }

  private splitsPair(offset: number): boolean {
    const before = this.countPairs((pair) => pair < offset);
    return before > 0 && this.pairs[before - 1] === offset - 1;
  }

  /** How many pairs from the first on fulfil a condition that holds for a leading part of them. */
  private countPairs(holds: (pair: number, index: number) => boolean): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.pairs[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Number of code points in `text`. */
export function codePointLength(text: string): number {
  return new CodePointMap(text).toCodePoint(text.length);
}
