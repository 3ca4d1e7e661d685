import { allMatches } from '../text/matches';
import type { Utf16Range } from '../../text/range';
import type { Reading } from '../reading';

export type Sentence = Utf16Range;

/** What ends a sentence outside of quotations. */
const END = /[。！？!?；;]+/g;

/**
 * The sentences of a Chinese text. A quotation that ends with a stop ends its sentence only where
 * nothing is attached to it.
 */
export function sentencesOf({ plain, outside }: Reading): Sentence[] {
  return plain.lines.flatMap(({ start, end }) => {
    const found: Sentence[] = [];
    let from = start;
    for (const { 0: mark, index } of allMatches(END, outside.slice(start, end))) {
      found.push({ start: from, end: start + index + mark.length });
      from = start + index + mark.length;
    }
    if (from < end) found.push({ start: from, end });
    return found;
  });
}
