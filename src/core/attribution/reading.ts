import type { Utf16Range } from '../text/range';
import { PlainText } from './text/plainText';
import { findQuotations, type Quotation } from './text/quotations';

/** What stands in a masked text for a unit of a quotation. */
export const MASK = '□';

/** A stretch of an article, read once for all its passages. */
export class Reading {
  readonly plain: PlainText;
  readonly quotations: readonly Quotation[];
  /** The plain text with the words of quotations masked, marks left; as long as it. */
  readonly outside: string;

  constructor(article: string, range: Utf16Range) {
    this.plain = new PlainText(article, range);
    this.quotations = findQuotations(this.plain.text, this.plain.lines);
    this.outside = maskQuotations(this.plain.text, this.quotations);
  }

  /** The quotations that hold a place, outermost first. */
  quotationsAt(place: number): Quotation[] {
    return this.quotations.filter(
      ({ start, inner, end, isOpen }) =>
        start < place + 1 && (place < inner.end || (isOpen && place < end)),
    );
  }
}

/** `网友“拐角”`: a name in quotation marks, which says nothing. */
const SET_OFF = /(?:网友|记者|博主|用户|读者|网名|昵称|名为|名叫|账号|化名|UP主)[“"「]$/;
/** No name is longer, UTF-16 units. */
const LONGEST_NAME = 12;

function isSetOffName(text: string, start: number, words: string): boolean {
  return (
    words.length > 0 &&
    words.length <= LONGEST_NAME &&
    !/[，。！？,.!?：:；\n]/.test(words) &&
    SET_OFF.test(text.slice(Math.max(0, start - 6), start))
  );
}

function maskQuotations(text: string, quotations: readonly Quotation[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { depth, inner, isOpen } of quotations) {
    if (depth > 0 || inner.start < at) continue;
    const words = text.slice(inner.start, inner.end);
    if (!isOpen && isSetOffName(text, inner.start, words)) {
      parts.push(text.slice(at, inner.start - 1), `〈${words}〉`);
      at = inner.end + 1;
    } else {
      parts.push(text.slice(at, inner.start), MASK.repeat(Math.max(0, inner.end - inner.start)));
      at = Math.max(at, inner.end);
    }
  }
  parts.push(text.slice(at));
  return parts.join('');
}
