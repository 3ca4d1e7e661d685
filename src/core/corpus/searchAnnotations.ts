import { quoteOf } from '../model/quote';
import type { Annotation } from '../model/types';

/** Quotation marks of all kinds, which are typed in one way and stand in another. */
const QUOTATION_MARKS = /["'“”„‟‘’‚‛«»‹›「」『』〝〞＂＇]/g;

/**
 * A text as it is searched in: case, width and kinds of quotation marks don't matter, nor how much
 * white space there is.
 */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(QUOTATION_MARKS, "'").replace(/\s+/g, ' ');
}

/**
 * All words by which an annotation may be looked for, folded: its whole quote, note and tags, the
 * speaker and the topic as they are written, and what else the caller knows of them.
 *
 * @param others such as aliases of the speaker and the topic's label
 */
export function searchableText(annotation: Annotation, others: readonly string[] = []): string {
  const { speaker = '', topic = '', note = '', tags = [], reportedBy = [] } = annotation;
  const parts = [quoteOf(annotation), speaker, topic, note, ...tags, ...reportedBy, ...others];
  return foldForSearch(parts.join('\n'));
}

/** Whether all of the words that were typed, separated by spaces, stand in a folded text. */
export function hasAllWords(folded: string, typed: string): boolean {
  return foldForSearch(typed)
    .split(' ')
    .every((word) => folded.includes(word));
}
