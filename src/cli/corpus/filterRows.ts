import { candidatesFor } from '../../core/corpus/query/candidates';
import type { CorpusItem } from '../../core/corpus/corpus';
import { withoutKey, type Filter } from '../../core/corpus/query/filter';
import { needsOf } from '../../core/corpus/query/conditions/filterTest';
import { findRows } from '../../core/corpus/query/findRows';
import type { Row } from '../../core/corpus/query/rows';
import type { ArticleStates } from './articleStates';
import type { OpenedCorpus } from './openCorpus';

/** The annotations that a filter finds, and the dates of their articles. */
export interface FilteredRows {
  /** Of the articles that were asked for: by path, each in reading order. */
  readonly rows: readonly Row<CorpusItem>[];
  /** An article's date of publication: its sidecar's, else what it says itself. */
  readonly publishedOf: (article: string) => string | undefined;
}

/**
 * Finds annotations without their places: articles are only looked into where the filter or dates
 * ask for what they say, and where the cache doesn't know it.
 *
 * @param withDates whether the dates of all that is found are needed
 */
export async function filterRows(
  { corpus, selected, publishedOf: ofSidecar, statesOf }: OpenedCorpus,
  filter: Filter,
  withDates: boolean,
  onProgress: (done: number, total: number) => void,
): Promise<FilteredRows> {
  const { places, published } = needsOf(filter);
  const candidates = candidatesFor(corpus, filter, ofSidecar);
  const articles = selected.filter((article) => candidates.has(article));
  const looked = new Map<string, ArticleStates>();
  for (const [n, article] of articles.entries()) {
    const needsDate = (withDates || published) && ofSidecar(article) === undefined;
    if (places || (needsDate && hasUndated(article))) looked.set(article, await statesOf(article));
    onProgress(n + 1, articles.length);
  }
  const publishedOf = (article: string) => ofSidecar(article) ?? looked.get(article)?.published;
  const wanted = new Set(articles);
  const isInState = ({ article, i }: Row<CorpusItem>) => {
    const states = looked.get(article.key)?.states;
    // Without an article, none has a place.
    return filter.state?.includes(states?.get(article.ids[i] ?? '') ?? 'orphaned') !== false;
  };
  const rows: Row<CorpusItem>[] = [];
  for (const row of findRows(corpus, withoutKey(filter, 'state'), { publishedOf }))
    if (wanted.has(row.article.key) && isInState(row)) rows.push(row);
  return { rows, publishedOf };

  function hasUndated(article: string): boolean {
    const content = corpus.contentOf(article);
    for (let i = 0; i < (content?.count ?? 0); i++)
      if (content?.valueOf(i, 'date') === undefined) return true;
    return false;
  }
}
