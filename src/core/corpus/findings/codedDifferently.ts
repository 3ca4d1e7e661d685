import { quoteOf } from '../../model/quote';
import type { Steps } from '../../text/steps';
import type { ArticleContent } from '../articleContent';
import type { Corpus, CorpusItem } from '../corpus';
import { queriedArticles, valueOf, type Row } from '../query/rows';
import { foldForSearch } from '../searchAnnotations';
import { foundAt, RowPace, type Found } from './found';

/** What the same words should be coded alike in. */
export const COMPARED_FIELDS = ['role', 'speaker', 'stance'] as const;

export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** Annotations of the same words that don't agree. */
export interface CodedDifferently {
  /** In export order; at least two. */
  readonly annotations: readonly Found[];
  /** The fields of which not all have the same value; at least one. */
  readonly fields: readonly ComparedField[];
}

/**
 * Finds annotations that quote the same words, but for case, width, kinds of quotation marks and
 * white space, and are coded differently: another role, another speaker (by canonical name), or
 * another stance on the same topic. The same words may be about several topics. A role, speaker or
 * stance that one has and another lacks differs, too; without a topic is the same for all.
 *
 * All quotes have to be unpacked once, which takes a second or so for 200,000; after that only
 * those of articles that changed. Quotes are compared by hashes: the chance
 * that any two of 200,000 are wrongly taken for the same is below one in 100,000.
 *
 * @param corpus must not change before the last step
 * @returns ordered by the first annotation of each
 */
export function* findCodedDifferently<Item extends CorpusItem>(
  corpus: Corpus<Item>,
): Steps<CodedDifferently[]> {
  const pace = new RowPace();
  const seen = new Map<number, Row<Item> | Row<Item>[]>();
  for (const article of queriedArticles(corpus)) {
    const isKnown = quoteHashes.has(article.content);
    hashesOf(article.content).forEach((hash, i) => {
      const row = { article, i };
      const before = seen.get(hash);
      if (before === undefined) seen.set(hash, row);
      else if (Array.isArray(before)) before.push(row);
      else seen.set(hash, [before, row]);
    });
    if (pace.isDue(article.content.count * (isKnown ? 1 : UNPACKING))) yield;
  }
  const found: CodedDifferently[] = [];
  for (const rows of seen.values()) {
    if (pace.isDue(1)) yield;
    if (!Array.isArray(rows)) continue;
    const fields = differingFields(corpus, rows);
    if (fields.length > 0) found.push({ annotations: rows.map(foundAt), fields });
  }
  return found;
}

/** How much longer it takes to unpack and fold a quote than to look at a row. */
const UNPACKING = 16;

function differingFields<Item extends CorpusItem>(
  corpus: Corpus<Item>,
  rows: readonly Row<Item>[],
): ComparedField[] {
  const differs: Readonly<Record<ComparedField, () => boolean>> = {
    role: () => hasSeveral(rows.map((row) => valueOf(row, 'role'))),
    speaker: () => hasSeveral(rows.map((row) => corpus.speakerNamed(valueOf(row, 'speaker')))),
    stance: () => hasStancesOnOneTopic(rows),
  };
  return COMPARED_FIELDS.filter((field) => differs[field]());
}

function hasSeveral(values: readonly (string | undefined)[]): boolean {
  return values.some((value) => value !== values[0]);
}

/** Whether there are several stances on one topic; an open one is a stance here. */
function hasStancesOnOneTopic<Item extends CorpusItem>(rows: readonly Row<Item>[]): boolean {
  const stances = new Map<string | undefined, string | undefined>();
  return rows.some((row) => {
    const [topic, stance] = [valueOf(row, 'topic'), valueOf(row, 'stance')];
    if (stances.has(topic)) return stances.get(topic) !== stance;
    stances.set(topic, stance);
    return false;
  });
}

function foldedQuote({ annotation }: CorpusItem): string {
  return foldForSearch(quoteOf(annotation)).trim();
}

/** The hashes of the quotes of articles that haven't changed since. */
const quoteHashes = new WeakMap<object, Float64Array>();

function hashesOf<Item extends CorpusItem>(content: ArticleContent<Item>): Float64Array {
  const known = quoteHashes.get(content);
  if (known !== undefined) return known;
  const hashes = Float64Array.from(content.items(), (item) => hashOf(foldedQuote(item)));
  quoteHashes.set(content, hashes);
  return hashes;
}

/**
 * A number of 52 bits for a text: two of FNV-1a (Fowler, Noll, Vo; 32 bits) over UTF-16 units, from
 * different beginnings.
 */
function hashOf(text: string): number {
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
  }
  return (high >>> 6) * 2 ** 26 + (low >>> 6);
}
