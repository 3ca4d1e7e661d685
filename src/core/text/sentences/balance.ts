import type { TextBlock } from '../blocks/textBlock';
import { trimRange, type Utf16Range } from '../range';
import { quotationsIn } from './quotations';

/**
 * A sentence that has one of two quotation marks or emphasis marks, made whole: the first sentence
 * of several in a quotation goes without the opening mark and the last one without the closing mark
 * (`“一。二。”` → `一。`, `二。`), words before a quotation with all of it.
 *
 * @param offset the cursor: it says which of the two is meant
 */
export function wholeQuotations(
  block: TextBlock,
  sentence: Utf16Range,
  offset: number,
): Utf16Range {
  const quotations = quotationsIn(block.words);
  const opening = [
    ...quotations.map(({ start, end }) => ({
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
  const trimmed = trimRange(block.words, { start: start - block.start, end: end - block.start });
  const lone = withoutLoneClosing(quotations, trimmed);
  const whole = withoutStrayMarks(block.words, quotations, lone);
  return { start: whole.start + block.start, end: whole.end + block.start };
}

/** Without the closing marks at its end whose opening marks stand before it. */
function withoutLoneClosing(
  quotations: readonly Utf16Range[],
  { start, end }: Utf16Range,
): Utf16Range {
  let to = end;
  while (quotations.some((one) => one.end === to && one.start < start)) to--;
  return { start, end: to };
}

const OPENS = '“「『„«‹';
const CLOSES = '”」』»›';

/**
 * Without a mark at its start or end whose other half stands in another block, as those of a
 * quotation of several paragraphs do.
 */
function withoutStrayMarks(
  words: string,
  quotations: readonly Utf16Range[],
  range: Utf16Range,
): Utf16Range {
  const { start, end } = range;
  const isOpened = quotations.some((one) => one.start === start);
  const isClosed = quotations.some((one) => one.end === end);
  const opening = !isOpened && OPENS.includes(words.charAt(start)) ? 1 : 0;
  const closing = !isClosed && CLOSES.includes(words.charAt(end - 1)) ? 1 : 0;
  if (opening + closing === 0 || end - start <= opening + closing) return range;
  return trimRange(words, { start: start + opening, end: end - closing });
}
