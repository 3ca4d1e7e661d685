import { isBlank, lineEnd, lineStart } from './lineEdges';
import { beginsBlock } from './lineSigns';

/** So many lines up a beginning is looked for. */
const REACH = 200;

/**
 * Where the paragraph begins that the line of `offset` belongs to, told by blank lines and by the
 * signs of lines alone: quick enough for each of thousands of places.
 *
 * @param offset UTF-16 units
 */
export function paragraphStart(text: string, offset: number): number {
  const lineFrom = (start: number) => text.slice(start, lineEnd(text, start));
  let start = lineStart(text, offset);
  let [line, after] = [lineFrom(start), ''];
  for (let up = 0; up < REACH && start > 0; up++) {
    const above = lineStart(text, start - 1);
    const before = lineFrom(above);
    if (isBlank(before) || /^#{1,6}\s/.test(line) || /^#{1,6}\s/.test(before)) break;
    if (beginsBlock(line, before, after)) break;
    [start, line, after] = [above, before, line];
  }
  return start;
}
