import type { Utf16Range } from '../../src/core/anchoring/index';
import type { Draw } from './wordChanges';

/** A text replaced in one place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** An article before and after, one of its passages, and where that is now (null: gone). */
export interface HardPair {
  readonly oldText: string;
  readonly newText: string;
  readonly passage: Utf16Range;
  readonly truth: Utf16Range | null;
}

/** Makes a pair from an article; undefined where it does not lend itself to that. */
export type Maker = (text: string, draw: Draw, other: string) => HardPair | undefined;

/** Applies splices, given in ascending order. */
export function splice(text: string, ...splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, by } of splices) {
    result += text.slice(at, start) + by;
    at = end;
  }
  return result + text.slice(at);
}

/** A pair whose passage is replaced, or deleted where nothing takes its place. */
export function changedAt(oldText: string, passage: Utf16Range, by: string): HardPair {
  const { start, end } = passage;
  return {
    oldText,
    newText: splice(oldText, { start, end, by }),
    passage,
    truth: by === '' ? null : { start, end: start + by.length },
  };
}

/** Two to four words, or three to eight Chinese characters, of a sentence. */
export function phraseIn(text: string, { start, end }: Utf16Range, draw: Draw): Utf16Range {
  const words = [...text.slice(start, end).matchAll(/[\p{sc=Han}]|[^\s\p{sc=Han}\p{P}]+/gu)];
  const count = /\p{sc=Han}/u.test(text.slice(start, end)) ? 3 + draw(6) : 2 + draw(3);
  const first = draw(Math.max(1, words.length - count));
  const [from, to] = [words[first], words[Math.min(words.length, first + count) - 1]];
  if (from === undefined || to === undefined) return { start, end };
  return { start: start + from.index, end: start + to.index + to[0].length };
}
