import type { TextKind } from '../blocks/markdownParser';
import { textBlockAt } from '../blocks/textBlock';
import { trimRange, type Utf16Range } from '../range';
import { sentenceOf } from '../sentence';
import { quotationsIn } from './quotations';

/** What parts the clauses of a sentence; commas in numbers don't. */
const CLAUSE_END = /[，；：、。！？…—]+[”’」』»]*|[,;:.!?]+["”’»]*(?=\s|$)/g;

/**
 * Ever larger stretches around a place, each inside the next: clause, sentence, paragraph, and
 * quotations (first without, then with their marks) where they fit between.
 *
 * @param offset UTF-16 units
 * @param kind in plain text, indented lines are no code
 * @returns the smallest first; empty where there is no text
 */
export function rangesAround(
  text: string,
  offset: number,
  kind: TextKind = 'markdown',
): Utf16Range[] {
  const block = textBlockAt(text, offset, kind);
  if (block === undefined) return [];
  const sentence = sentenceOf(text, block, offset);
  if (sentence === undefined) return [];
  const quotations = quotationsIn(block.words)
    .map(({ start, end }) => ({ start: start + block.start, end: end + block.start }))
    .filter(({ start, end }) => start < offset && offset < end)
    .flatMap((one) => [trimRange(text, { start: one.start + 1, end: one.end - 1 }), one]);
  const innermost = [sentence, ...quotations].reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a));
  const all = [clauseAt(text, innermost, offset), sentence, ...quotations, block]
    .map(({ start, end }) => ({ start, end }))
    .filter((range) => lengthOf(range) > 0)
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  const ladder: Utf16Range[] = [];
  for (const range of all) {
    const last = ladder.at(-1);
    if (last === undefined || (contains(range, last) && lengthOf(range) > lengthOf(last)))
      ladder.push(range);
  }
  return ladder;
}

function clauseAt(text: string, { start, end }: Utf16Range, offset: number): Utf16Range {
  const words = text.slice(start, end);
  const ends = Array.from(words.matchAll(CLAUSE_END)).map(({ 0: sign, index }) => ({
    sign: start + index,
    next: start + index + sign.length,
  }));
  const from = ends.findLast(({ next }) => next <= offset)?.next ?? start;
  const to = ends.find(({ sign, next }) => next > offset && sign > from)?.sign ?? end;
  return trimRange(text, { start: Math.min(from, to), end: to });
}

function contains(outer: Utf16Range, inner: Utf16Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function lengthOf({ start, end }: Utf16Range): number {
  return end - start;
}
