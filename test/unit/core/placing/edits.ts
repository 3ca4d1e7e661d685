import fc from 'fast-check';
import type { Replacement } from '../../../../src/core/placing/changeSet';
import type { Utf16Range } from '../../../../src/core/text/range';
import { seed as seedOfAll } from '../../../host/seed';

/**
 * What texts are made of here: characters of one and of two units (some sharing a half), line ends,
 * joiners.
 */
const CHARACTERS = ['a', 'b', ' ', '，', '开', '\n', '😀', '😁', '𝘀', '𠮷', '👩‍💻'];

/** Random numbers from a seed (mulberry32): far more edits a second than fast-check makes. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/**
 * Random numbers for one turn of a search: others for each turn, and others again with another seed
 * of all tests.
 */
export function turnNumbers(turn: number): (below: number) => number {
  return randomNumbers(seedOfAll + turn);
}

export function randomText(random: (below: number) => number, length: number): string {
  return Array.from({ length }, () => CHARACTERS[random(CHARACTERS.length)]).join('');
}

export const someText = fc
  .array(fc.constantFrom(...CHARACTERS), { maxLength: 12 })
  .map((parts) => parts.join(''));

/** `offset`, before a character that it would cut. */
export function whole(text: string, offset: number): number {
  const splits =
    /^[\uDC00-\uDFFF]/.test(text.slice(offset)) && /[\uD800-\uDBFF]$/.test(text.slice(0, offset));
  return splits ? offset - 1 : offset;
}

/**
 * What an editor does at once: typing, deleting, pasting or replacing with one cursor or several,
 * formatting by putting parts of the text in anew. In VS Code's order: from the text's end to its
 * start.
 */
export function randomEdit(random: (below: number) => number, text: string): Replacement[] {
  const cursors = random(4) === 0 ? 1 + random(4) : 1;
  const places = Array.from({ length: 2 * cursors }, () =>
    whole(text, random(text.length + 1)),
  ).sort((a, b) => a - b);
  return Array.from({ length: cursors }, (_, i): Replacement => {
    const [start = 0, end = 0] = places.slice(2 * i);
    // Most edits are short, as typing is; many at the same place, as cursors may be.
    const near = whole(text, Math.min(end, start + random(6)));
    switch (random(6)) {
      case 0:
        return { start, end: near, text: '' };
      case 1:
        return { start, end: near, text: randomText(random, 1 + random(3)) };
      case 2:
        return { start, end: near, text: text.slice(start, near) + randomText(random, random(2)) };
      case 3:
        return random(4) === 0
          ? { start, end, text: randomText(random, random(20)) }
          : { start, end: start, text: '开' };
      default:
        return { start, end: start, text: randomText(random, 1 + random(2)) };
    }
  }).reverse();
}

/** The edit that takes `edit` back, in terms of the text after it. */
export function inverse(edit: readonly Replacement[], before: string): Replacement[] {
  let shift = 0;
  return [...edit]
    .reverse()
    .map(({ start, end, text }) => {
      const undone = {
        start: start + shift,
        end: start + shift + text.length,
        text: before.slice(start, end),
      };
      shift += text.length - (end - start);
      return undone;
    })
    .reverse();
}

/**
 * A text as a list of characters' halves, each with the marks of the passages it belongs to: slow
 * and plain. What is put in among a passage's words gets its mark; what is put in at its edge
 * doesn't. What is put in the place of words on both sides of an edge takes the mark from all:
 * where the passage is then can't be told from the places.
 */
export class MarkedText {
  private units: { unit: string; marks: Set<number> }[];

  constructor(text: string, ranges: readonly Utf16Range[]) {
    this.units = Array.from({ length: text.length }, (_, at) => ({
      unit: text.charAt(at),
      marks: new Set(
        ranges.flatMap(({ start, end }, mark) => (start <= at && at < end ? [mark] : [])),
      ),
    }));
  }

  get text(): string {
    return this.units.map(({ unit }) => unit).join('');
  }

  /** Where the units with a mark are; undefined if there are none. */
  rangeOf(mark: number): Utf16Range | undefined {
    const start = this.units.findIndex(({ marks }) => marks.has(mark));
    return start < 0
      ? undefined
      : { start, end: this.units.findLastIndex(({ marks }) => marks.has(mark)) + 1 };
  }

  /** Moves a mark to other units. */
  mark(mark: number, { start, end }: Utf16Range): void {
    this.units.forEach(({ marks }, at) =>
      start <= at && at < end ? marks.add(mark) : marks.delete(mark),
    );
  }

  private isTorn(mark: number, { start, end, text }: Replacement): boolean {
    const range = this.rangeOf(mark);
    if (range === undefined || text === '' || start === end) return false;
    const isBefore = start < range.start && range.start < end && end < range.end;
    const isBehind = range.start < start && start < range.end && range.end < end;
    return isBefore || isBehind;
  }

  private unmark(mark: number): void {
    for (const { marks } of this.units) marks.delete(mark);
  }

  /** @param edit from the text's end to its start; each replacement as small as can be */
  apply(edit: readonly Replacement[]): void {
    for (const { start, end, text } of edit) {
      const all = new Set(this.units.flatMap(({ marks }) => [...marks]));
      const marks = new Set(
        [...all].filter((mark) => {
          const range = this.rangeOf(mark);
          if (range === undefined) return false;
          const covers = start <= range.start && end >= range.end;
          const atEdge = start === end && (start === range.start || start === range.end);
          return !covers && !atEdge && start >= range.start && end <= range.end;
        }),
      );
      for (const mark of all) if (this.isTorn(mark, { start, end, text })) this.unmark(mark);
      this.units.splice(
        start,
        end - start,
        ...Array.from({ length: text.length }, (_, i) => ({
          unit: text.charAt(i),
          marks: new Set(marks),
        })),
      );
    }
  }
}

/** A replacement without the whole characters that it leaves as they are at its ends. */
export function smallest({ start, end, text }: Replacement, before: string): Replacement {
  const [old, now] = [Array.from(before.slice(start, end)), Array.from(text)];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail))
    tail++;
  const units = (characters: readonly string[]) => characters.join('').length;
  return {
    start: start + units(old.slice(0, head)),
    end: end - units(old.slice(old.length - tail)),
    text: now.slice(head, now.length - tail).join(''),
  };
}
