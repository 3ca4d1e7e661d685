import type { Utf16Range } from '../range';
import { isBlank } from './lineEdges';

/**
 * The cell at `offset`, the next one at a bar, of a line that looks like a row although there is no
 * table: one whose head is far away, or that was copied alone.
 *
 * @returns undefined if the line doesn't look like a row
 */
export function rowCellAt(text: string, line: Utf16Range, offset: number): Utf16Range | undefined {
  const row = text.slice(line.start, line.end);
  if (!/^[ \t]*\|/.test(row) || row.includes('\n')) return undefined;
  const cells = Array.from(row.matchAll(/(?:\\.|[^|\\]|\\$)+/g))
    .filter(([words]) => !isBlank(words))
    .map(({ 0: words, index }) => ({
      start: line.start + index,
      end: line.start + index + words.length,
    }));
  return cells.find(({ end }) => offset < end) ?? cells.at(-1);
}
