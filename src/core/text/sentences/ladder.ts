import type { TextKind } from '../blocks/markdownParser';
import { textBlockAt } from '../blocks/textBlock';
import { containsRange, type Utf16Range } from '../range';
import { sentenceOf } from '../sentence';
import { clauseAt } from './clauses';
import { quotationsOf } from './quotations';

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
  const quotations = quotationsOf(block)
    .filter(({ start, end }) => start < offset && offset < end)
    .flatMap((one) => [one.content, one]);
  const innermost = [sentence, ...quotations].reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a));
  const all = [clauseAt(text, innermost, offset), sentence, ...quotations, block]
    .map(({ start, end }) => ({ start, end }))
    .filter((range) => lengthOf(range) > 0)
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  const ladder: Utf16Range[] = [];
  for (const range of all) {
    const last = ladder.at(-1);
    if (last === undefined || (containsRange(range, last) && lengthOf(range) > lengthOf(last)))
      ladder.push(range);
  }
  return ladder;
}

function lengthOf({ start, end }: Utf16Range): number {
  return end - start;
}
