import type { Utf16Range } from '../../text/range';

/**
 * An article up to `whole` is read as a whole. Of a longer one, the block of the passage is read,
 * with so much before and behind it. UTF-16 units; a Chinese text says more in as many.
 */
const LENGTHS = {
  chinese: { whole: 12_000, block: 2_500, before: 1_200, behind: 400 },
  other: { whole: 60_000, block: 20_000, before: 20_000, behind: 20_000 },
} as const;
/** So far behind a place its script is looked at. */
const AHEAD = 40;
const HAN = /[\u3400-\u9fff]/;

/**
 * The stretch of an article that is read for a passage, in whole lines; passages near each other
 * mostly have the same.
 *
 * @param from where the article's text begins
 */
export function regionAt(text: string, from: number, offset: number): Utf16Range {
  const { whole, block, before, behind } = HAN.test(text.slice(offset, offset + AHEAD))
    ? LENGTHS.chinese
    : LENGTHS.other;
  if (text.length - from <= whole) return { start: from, end: text.length };
  const first = from + Math.floor(Math.max(0, offset - from) / block) * block;
  const start = Math.max(from, first - before);
  const end = first + block + behind;
  const lineEnd = text.indexOf('\n', end);
  return {
    start: start === from ? from : text.lastIndexOf('\n', start) + 1,
    end: end >= text.length || lineEnd < 0 ? text.length : lineEnd,
  };
}
