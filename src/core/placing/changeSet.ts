import type { Utf16Range } from '../text/range';

/**
 * A replacement in a text: the range (of the text before it, UTF-16 units) and what stands there
 * now.
 */
export interface Replacement extends Utf16Range {
  readonly text: string;
}

/** What changes did to a range. */
export type ShiftedRange =
  /** The words stand as they stood, perhaps elsewhere. */
  | { readonly kind: 'kept'; readonly range: Utf16Range }
  /** Some of the words were replaced, or others put between them. */
  | { readonly kind: 'edited'; readonly range: Utf16Range }
  /**
   * Other words stand for those on both sides of an edge, or for all and more: where the words
   * stand now can't be told from the places alone.
   */
  | { readonly kind: 'torn' }
  /** None of the words is left. */
  | { readonly kind: 'lost' };

/**
 * A replacement without what it doesn't change at its two ends: formatting a document, or another
 * program that puts in the whole text anew, touches only what differs. Characters are replaced
 * whole, also those of two units.
 */
export function narrowed(before: string, { start, end, text }: Replacement): Replacement {
  const longest = Math.min(end - start, text.length);
  let head = 0;
  while (head < longest && before.charCodeAt(start + head) === text.charCodeAt(head)) head++;
  if (head > 0 && isHighSurrogate(text.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    tail < longest - head &&
    before.charCodeAt(end - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && isLowSurrogate(text.charCodeAt(text.length - tail))) tail--;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * The text after replacements, given in any order, all in terms of the text before them. Where
 * several put in text at the same place, the last of them comes first: so VS Code lists them, which
 * goes through a text from its end.
 */
export function applyReplacements(before: string, replacements: readonly Replacement[]): string {
  let after = '';
  let at = 0;
  for (const { start, end, text } of inTextOrder(replacements)) {
    after += before.slice(at, start) + text;
    at = end;
  }
  return after + before.slice(at);
}

/** Whether two of the replacements replace the same words: then it can't be told what they made. */
export function doOverlap(replacements: readonly Replacement[]): boolean {
  const sorted = inTextOrder(replacements);
  return sorted.some(({ start }, i) => start < (sorted[i - 1]?.end ?? 0));
}

function inTextOrder(replacements: readonly Replacement[]): Replacement[] {
  return [...replacements].reverse().sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Changes that were made to a text at once: all in terms of the text before them, none overlapping
 * another.
 */
export class ChangeSet {
  private readonly changes: readonly Replacement[];
  /** By how much everything behind the first n changes moved. */
  private readonly shifts: readonly number[];

  /** @param changes in any order (VS Code promises none) */
  constructor(changes: readonly Replacement[]) {
    this.changes = inTextOrder(changes);
    let sum = 0;
    this.shifts = [
      0,
      ...this.changes.map(({ start, end, text }) => (sum += text.length - (end - start))),
    ];
  }

  /**
   * Moves a range along. Text put in at the edge of a range stays outside, so that typing beside a
   * highlight doesn't make it grow; text put in between its words belongs to it. A deletion across
   * an edge leaves the words that remain; a replacement across one tears the range: a formatter or
   * a sorting of lines replaces far more than it changes. The cost is logarithmic in the number of
   * changes, plus those that touch the range.
   */
  shift(range: Utf16Range): ShiftedRange {
    const first = this.countWhile(({ end }) => end <= range.start);
    const after = this.countWhile(({ start }) => start < range.end);
    if (this.changes.slice(first, after).some((change) => tears(change, range)))
      return { kind: 'torn' };
    let shifted: ShiftedByPlaces = { kind: 'kept', range };
    // From the last to the first, so that each change still has the places of the text before it.
    for (let i = after - 1; i >= first && shifted.kind !== 'lost'; i--)
      shifted = shiftOnce(shifted, this.changes[i] as Replacement);
    const by = this.shifts[first] ?? 0;
    if (shifted.kind === 'lost' || by === 0) return shifted;
    return {
      kind: shifted.kind,
      range: { start: shifted.range.start + by, end: shifted.range.end + by },
    };
  }

  private countWhile(holds: (change: Replacement) => boolean): number {
    let low = 0;
    let high = this.changes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.changes[middle] as Replacement)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What places alone tell. */
type ShiftedByPlaces = Exclude<ShiftedRange, { kind: 'torn' }>;

/**
 * Whether a change puts other words in the place of some inside the range and some outside of it.
 */
function tears({ start, end, text }: Replacement, range: Utf16Range): boolean {
  if (text === '' || start === end) return false;
  const isInside = start >= range.start && end <= range.end;
  const isAll = start === range.start && end === range.end;
  return !isInside || isAll;
}

/** One change that reaches into the range. */
function shiftOnce(
  { range }: Exclude<ShiftedByPlaces, { kind: 'lost' }>,
  { start, end, text }: Replacement,
): ShiftedByPlaces {
  if (start <= range.start && end >= range.end) return { kind: 'lost' };
  const shift = text.length - (end - start);
  const from = start < range.start ? start + text.length : range.start;
  // Put in where another change cut the range off: at its edge by now.
  const to = end > range.end || start === range.end ? start : range.end + shift;
  return { kind: 'edited', range: { start: from, end: to } };
}
