import type { TextKind } from '../text/blocks/markdownParser';
import { textBlockAt } from '../text/blocks/textBlock';
import { trimRange, type Utf16Range } from '../text/range';

/** What parts clauses, with the marks that close or open beside it; commas in numbers don't. */
const BETWEEN = /[，；：、。！？…—]+[”’」』»*_\s]*[“‘「『«]*|[,;:.!?]+["”’»*_]*(?=\s|$)\s*[“"‘«]*/g;

/** Which edge of a passage is moved, and whether towards the text's end. */
export interface EdgeMove {
  readonly edge: 'start' | 'end';
  readonly forward: boolean;
}

/**
 * Moves one edge of a passage by a clause. It stays in its paragraph, and keeps some words.
 *
 * @param passage UTF-16 units
 * @returns the same passage where there is no clause more
 */
export function moveEdge(
  text: string,
  passage: Utf16Range,
  { edge, forward }: EdgeMove,
  kind: TextKind = 'markdown',
): Utf16Range {
  const block = textBlockAt(text, edge === 'start' ? passage.start : passage.end - 1, kind);
  if (block === undefined) return passage;
  const gaps = [...block.words.matchAll(BETWEEN)].map(({ 0: signs, index }) => ({
    end: block.start + index,
    start: block.start + index + signs.length,
  }));
  const places =
    edge === 'start'
      ? [block.start, ...gaps.map(({ start }) => start)].filter((at) => at < passage.end)
      : [...gaps.map(({ end }) => end), block.end].filter((at) => at > passage.start);
  const present = passage[edge];
  const next = forward
    ? places.find((at) => at > present && hasWords(text, present, at))
    : places.findLast((at) => at < present && hasWords(text, at, present));
  if (next === undefined) return passage;
  const moved = trimRange(text, { ...passage, [edge]: next });
  return hasWords(text, moved.start, moved.end) ? moved : passage;
}

function hasWords(text: string, from: number, to: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(from, to));
}
