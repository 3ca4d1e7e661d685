/** A quotation with its source, as a report has it. */
export interface SourcedQuote {
  /** Whole. */
  readonly quote: string;
  readonly speaker?: string | undefined;
  /** Of the article; its file's name where it has none. */
  readonly title: string;
  /** Where the article is: its address, or its path from where the report is. */
  readonly link: string;
  /** When it was said. */
  readonly date?: string | undefined;
  /** Whether the date is only the article's. */
  readonly isArticleDate?: boolean;
}

/**
 * Quotations as Markdown: a block quotation each, with speaker, article and date below it. The
 * words stand as they are in the article, markup included.
 */
export function printQuotes(quotes: readonly SourcedQuote[]): string {
  return quotes.map((one) => `${inBlock(one.quote)}\n>\n> — ${sourceOf(one)}\n`).join('\n');
}

/**
 * The address of a web page, or a path, as the target of a Markdown link.
 *
 * @param path with `/` between its parts
 * @param url what an article says of itself; only one of the web is used
 */
export function linkTarget(path: string, url: string | undefined): string {
  if (url !== undefined && /^https?:\/\/[^\s<>()]+$/iu.test(url)) return url;
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')),
    )
    .join('/');
}

function inBlock(quote: string): string {
  return quote
    .split(/\r\n|\r|\n/)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function sourceOf({ speaker, title, link, date, isArticleDate = false }: SourcedQuote): string {
  const article = `[${escaped(title)}](${link})`;
  const shownDate = isArticleDate && date !== undefined ? `(${date})` : date;
  const name = speaker === undefined ? undefined : escaped(speaker);
  return [name, article, shownDate].filter((part) => part !== undefined).join(', ');
}

/** A name on one line that is no markup. */
function escaped(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>|#]/g, String.raw`\$&`);
}
