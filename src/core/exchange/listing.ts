import { Corpus, type CorpusItem } from '../corpus/corpus';
import { withoutKey, type Filter } from '../corpus/query/filter';
import { findRows } from '../corpus/query/findRows';
import { itemsOf } from '../corpus/query/rows';
import type { ExportedAnnotation } from '../model/types';
import { stateOf, type PlacedAnnotation } from '../placing/placeAnnotations';
import { exportAnnotations, type ArticleForExport } from './exportDocument';
import { readFrontMatter } from './frontMatter';

/** An article that was read because a filter may find annotations of it. */
export interface ArticleToList extends ArticleForExport {
  /** The ids of those that it may find; undefined: of any. */
  readonly candidates?: ReadonlySet<string>;
}

interface PlacedItem extends CorpusItem {
  readonly placed: PlacedAnnotation;
}

/**
 * The annotations that a filter finds, as `list` gives them: articles by path, each in reading
 * order, those without a place last.
 *
 * @param articles those that `candidatesFor` names, with their annotations where they are now. All
 *   but links is asked again: a sidecar may have changed since. Links of other articles aren't here
 * @param listedAs the name under which a speaker is listed
 */
export function listAnnotations(
  articles: readonly ArticleToList[],
  filter: Filter,
  listedAs: (speaker: string) => string,
): ExportedAnnotation[] {
  const corpus = new Corpus<PlacedItem>(listedAs);
  articles.forEach(({ path, placed, candidates }, n) => {
    const article = String(n);
    const items = placed
      .filter(({ annotation }) => candidates?.has(annotation.id) !== false)
      .map((one) => ({
        article,
        annotation: one.annotation,
        state: stateOf(one),
        placed: one,
      }));
    corpus.setArticle(article, path, items);
  });
  const publishedOf = (key: string) => published(articles[Number(key)]);
  const rows = [...findRows(corpus, withoutKey(filter, 'linked'), { publishedOf })];
  const found = new Set(itemsOf(rows).map(({ placed }) => placed));
  return exportAnnotations(
    articles.map((article) => ({
      ...article,
      placed: article.placed.filter((one) => found.has(one)),
    })),
  );
}

/** An article's date: the sidecar's, else the front matter's. */
function published(article: ArticleForExport | undefined): string | undefined {
  if (article?.override.published !== undefined) return article.override.published;
  return article?.article && readFrontMatter(article.article.text).published;
}
