import type { TextBlock } from '../blocks/textBlock';
import { trimRange, type Utf16Range } from '../range';
import { quotationsIn } from './quotations';

/**
 * A sentence that opens something without closing it, made whole: the first sentence of several in
 * a quotation goes without the opening mark (`“一。二。”` → `一。`), words before a quotation with
 * all of it.
 *
 * @param offset the cursor: it says which of the two is meant
 */
export function wholeQuotations(
  block: TextBlock,
  sentence: Utf16Range,
  offset: number,
): Utf16Range {
  const opening = [
    ...quotationsIn(block.words).map(({ start, end }) => ({
      start: start + block.start,
      content: start + block.start + 1,
      end: end + block.start,
    })),
    ...block.markup
      .filter(({ kind }) => kind === 'phrase')
      .map(({ start, end, content }) => ({ start, content: content.start, end })),
  ]
    .filter(
      ({ start, end }) => start >= sentence.start && start < sentence.end && end > sentence.end,
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let { start, end } = sentence;
  for (const one of opening) {
    const before = block.words.slice(start - block.start, one.start - block.start);
    if (offset >= one.content || !/[\p{L}\p{N}]/u.test(before)) start = one.content;
    else {
      end = Math.max(end, one.end);
      break;
    }
  }
  const words = block.words.slice(start - block.start, end - block.start);
  const { start: from, end: to } = trimRange(words, { start: 0, end: words.length });
  return { start: start + from, end: start + to };
}
