import type { Corpus, CorpusItem } from '../corpus';
import { withoutKey, type Filter } from './filter';
import { findRows } from './findRows';

/** The ids of annotations that a filter may find, by their articles' keys, ordered by path. */
export type Candidates = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What a filter may find, as far as that is known without the articles: these alone need be read.
 *
 * @param publishedOf an article's date, as far as it is known; where it isn't, any may be
 */
export function candidatesFor<Item extends CorpusItem>(
  corpus: Corpus<Item>,
  filter: Filter,
  publishedOf: (article: string) => string | undefined,
): Candidates {
  // What became of passages is known for sure only when their article was read.
  const others = withoutKey(filter, 'state');
  const found = new Map<string, Set<string>>();
  const rows = findRows(corpus, others, { publishedOf, unknownHolds: true });
  for (const { article, i } of rows) {
    const ids = found.get(article.key) ?? new Set();
    found.set(article.key, ids.add(article.ids[i] ?? ''));
  }
  return found;
}
