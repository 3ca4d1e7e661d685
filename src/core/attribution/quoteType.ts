import type { Utf16Range } from '../text/range';
import type { Reading } from './reading';
import type { QuoteType } from './types';

const WORD = /[\p{L}\p{N}]/gu;

/** By these rules, what stands there is in the speaker's own words, with or without marks. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'turn',
  'answer',
  'record',
  'author',
  'authorBeside',
  'authorHeading',
  'authorSaysI',
]);

/**
 * How a passage gives what was said: `direct` in quotation marks, `indirect` in none, `mixed` with
 * words inside and outside of them. A speaker's turn in a transcript needs no marks.
 *
 * @param parts the passage's parts, in UTF-16 units of the plain text
 * @param rule by which the speaker was found; behind a space, how he is named
 * @returns undefined for a passage without words
 */
export function quoteTypeOf(
  { plain, outside }: Reading,
  parts: readonly Utf16Range[],
  rule: string,
): QuoteType | undefined {
  const count = (text: string) => text.match(WORD)?.length ?? 0;
  let [all, unquoted] = [0, 0];
  for (const { start, end } of parts) {
    all += count(plain.text.slice(start, end));
    unquoted += count(outside.slice(start, end));
  }
  if (all === 0) return undefined;
  if (unquoted === 0 || OWN_WORDS.has(rule.split(' ')[0] ?? '')) return 'direct';
  return unquoted === all ? 'indirect' : 'mixed';
}
