import { articleFacts } from '../../core/exchange/articleFacts';
import type { AnnotationIndex } from '../../workspace/annotations/annotationIndex';
import type { ArticleReader } from '../../workspace/articles/articleReader';
import { uriOfKey } from '../../workspace/platform/uris';

/**
 * The dates of all articles with annotations; those that nobody looked into yet are read.
 *
 * @returns a date as it is written, by the article's key
 */
export async function publishedDates(
  index: AnnotationIndex,
  reader: ArticleReader,
): Promise<(article: string) => string | undefined> {
  const read = new Map<string, string | undefined>();
  for (const key of index.corpus.articleKeys()) {
    if (index.factsOf(key).published !== undefined || index.areFactsKnown(key)) continue;
    // An article that can't be read has no date.
    const article = await reader.readArticle(uriOfKey(key)).catch(() => undefined);
    read.set(key, article && articleFacts(article.text).published);
  }
  return (key) => index.factsOf(key).published ?? read.get(key);
}
