import type { Utf16Range } from '../text/range';

/** Words of the article, with their place. */
export interface NamingWords extends Utf16Range {
  readonly text: string;
}

/** An annotation that a model proposes, every word of which stands in the article. */
export interface Proposal {
  /** Of the passage, in the article's text. */
  readonly range: Utf16Range;
  readonly role: string;
  /** The canonical name of a known speaker, or the name as the article has it. */
  readonly speaker: string;
  /** Where the article names the speaker, the nearest place. */
  readonly named: Utf16Range;
  /** The words by which the article says that it is the speaker's, where the model knows them. */
  readonly cue?: NamingWords;
  readonly stance?: string;
  readonly topic?: string;
}

/**
 * Why something that a model proposed isn't offered: it is no entry that could be read; its words
 * don't stand in the article, or at several places; its speaker isn't named there; the passage is
 * annotated, was proposed or refused before; there are too many.
 */
export const dropReasons = [
  'unreadable',
  'notInArticle',
  'ambiguous',
  'speaker',
  'annotated',
  'repeated',
  'rejected',
] as const;
export type DropReason = (typeof dropReasons)[number];

/** Two passages that share most of the shorter one are one. */
const SHARED = 0.5;

/** Whether two passages are about the same words, by and large. */
export function isSamePassage(a: Utf16Range, b: Utf16Range): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared >= SHARED * Math.min(a.end - a.start, b.end - b.start);
}
