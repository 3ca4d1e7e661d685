import type { Utf16Range } from '../../text/range';

/** An article up to this length is read as a whole, UTF-16 units. */
const WHOLE = 60_000;
/** Of a longer one, so much around the passage: three blocks of this length. */
const BLOCK = 20_000;

/**
 * The stretch of an article that is read for a passage, in whole lines; passages near each other
 * mostly have the same.
 *
 * @param from where the article's text begins
 */
export function regionAt(text: string, from: number, offset: number): Utf16Range {
  if (text.length - from <= WHOLE) return { start: from, end: text.length };
  const block = Math.floor(Math.max(0, offset - from) / BLOCK);
  const start = from + Math.max(0, block - 1) * BLOCK;
  const end = from + (block + 2) * BLOCK;
  const lineEnd = text.indexOf('\n', end);
  return {
    start: start === from ? from : text.lastIndexOf('\n', start) + 1,
    end: end >= text.length || lineEnd < 0 ? text.length : lineEnd,
  };
}
