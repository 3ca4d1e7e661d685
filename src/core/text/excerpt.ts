import { shownText } from './shownText';

/** Characters that take two columns: Han, Kana, Hangul, full-width signs, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** No single character, emoji of a whole family included, has more UTF-16 units. */
const LONGEST = 64;

let segmenter: Intl.Segmenter | undefined;

/**
 * What a person takes for single characters. Making a segmenter, and segmenting, is costly: only
 * texts that need it pay.
 */
function graphemes(text: string): string[] {
  if (!/[\p{M}\u200d\ufe0f\p{Emoji_Modifier}\p{Regional_Indicator}]/u.test(text))
    return Array.from(text);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** At least the characters that so many columns can show, of a text of any length. */
function firstGraphemes(line: string, columns: number): string[] {
  const reach = columns * 4 + LONGEST;
  const found = graphemes(line.slice(0, reach));
  // The last one may have been cut in two.
  return line.length > reach ? found.slice(0, -1) : found;
}

/**
 * A whole quotation as it reads: without Markdown's marks of strong emphasis, which may also stand
 * at one end alone. Only for the screen.
 */
export function shownQuote(text: string): string {
  return shownText(text).replace(/(?<![*\\])\*\*(?=[^\s*])|(?<=[^\s*\\])\*\*(?!\*)/g, '');
}

/**
 * A quotation on one line, cut to what a row can show, as it reads: without Markdown's `**`.
 *
 * @param columns how many columns it may take; Han characters and the like take two
 */
export function excerpt(text: string, columns = 80): string {
  const line = shownQuote(text).replace(/\s+/g, ' ').trim();
  let shown = '';
  let width = 0;
  for (const segment of firstGraphemes(line, columns)) {
    width += WIDE.test(segment) ? 2 : 1;
    if (width > columns) break;
    shown += segment;
  }
  return shown.length < line.length ? `${shown.trimEnd()}…` : shown;
}
