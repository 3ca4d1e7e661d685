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

function maskQuotations(text: string, quotations: readonly Quotation[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { depth, inner } of quotations) {
    if (depth > 0 || inner.start < at) continue;
    parts.push(text.slice(at, inner.start), MASK.repeat(Math.max(0, inner.end - inner.start)));
    at = Math.max(at, inner.end);
  }
  parts.push(text.slice(at));
  return parts.join('');
}
