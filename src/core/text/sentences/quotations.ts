import type { TextBlock } from '../blocks/textBlock';
import { trimRange, type Utf16Range } from '../range';

/** What closes each opening mark. German and others close with marks that open elsewhere. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '„': '“”',
  '‚': '‘’',
  '"': '"',
  "'": "'",
};
const MARK = /[“”‘’„‚"'「」『』«»‹›]/g;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The quotations in a text: pairs of quotation marks, marks included, in the order of their ends.
 * Marks without a partner, and apostrophes, are none.
 */
export function quotationsIn(text: string): Utf16Range[] {
  const open: { mark: string; at: number }[] = [];
  const found: Utf16Range[] = [];
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)];
    const isSingle = mark === "'" || mark === '’' || mark === '‘';
    if (isSingle && WORD.test(before) && WORD.test(after) && /[a-z]/i.test(before + after))
      continue;
    const at = open.findLastIndex((one) => CLOSERS[one.mark]?.includes(mark));
    const opening = open[at];
    if (opening !== undefined && !(mark === "'" && WORD.test(after))) {
      found.push({ start: opening.at, end: index + 1 });
      open.length = at;
    } else if (mark in CLOSERS && (mark !== "'" || (!WORD.test(before) && after.trim() !== '')))
      open.push({ mark, at: index });
  }
  return found;
}

/** A quotation with its marks, and what stands between them without white space at its ends. */
export interface Quotation extends Utf16Range {
  readonly content: Utf16Range;
}

/** The quotations of a block, as ranges of the article, in the order of their ends. */
export function quotationsOf({ words, start: shift }: TextBlock): Quotation[] {
  return quotationsIn(words).map(({ start, end }) => {
    const content = trimRange(words, { start: start + 1, end: end - 1 });
    return {
      start: start + shift,
      end: end + shift,
      content: { start: content.start + shift, end: content.end + shift },
    };
  });
}
