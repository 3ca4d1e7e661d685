import type { Meaning } from './drawn';

/** One annotation as people read it. */
export interface QuoteCard {
  readonly id: string;
  /** The article's key, and how it is called. */
  readonly article: string;
  readonly title: string;
  /** Of the article; undefined: not known. */
  readonly published: string | undefined;
  readonly quote: string;
  /** As it is shown; undefined: not set. The same for the others. */
  readonly speaker: string | undefined;
  readonly role: string;
  readonly topic: string | undefined;
  readonly stance: string | undefined;
  readonly meaning: Meaning;
  readonly date: string | undefined;
  readonly dateOf: 'statement' | 'article' | undefined;
  /** Role, stance and topic on one line; the date, and whether it is the article's. Localised. */
  readonly codedText: string;
  readonly dateText: string;
}
