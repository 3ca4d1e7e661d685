import type { Annotation } from '../../model/types';
import type { Corpus, CorpusItem } from '../corpus';
import type { Filter } from './filter';
import { filterTest, type QueryKnowledge } from './conditions/filterTest';
import { queriedArticles, RowReader, type Row } from './rows';

/**
 * The annotations that a filter finds: articles by path, each in reading order; read as far as is
 * asked for.
 *
 * @param knowledge what the corpus doesn't know: see `needsOf`
 */
export function* findRows<Item extends CorpusItem>(
  corpus: Corpus<Item>,
  filter: Filter,
  knowledge: QueryKnowledge,
): Generator<Row<Item>, void> {
  const test = filterTest(filter, corpus, knowledge);
  const reader = new RowReader<Item>();
  const read = (row: Row<Item>): Annotation => reader.itemOf(row).annotation;
  for (const article of queriedArticles(corpus)) {
    if (!test.isWantedArticle(article)) continue;
    for (let i = 0; i < article.content.count; i++) {
      const row = { article, i };
      if (test.isWanted(row, read)) yield row;
    }
  }
}
