import type { Backlink, CorpusItem } from '../../../../src/core/corpus/corpus';
import { compareText } from '../../../../src/core/text/compare';

/** The same questions, answered by looking through everything each time. */
export class PlainCorpus {
  readonly articles = new Map<
    string,
    { path: string; items: readonly CorpusItem[]; missing: boolean }
  >();

  all(): CorpusItem[] {
    return [...this.articles.values()]
      .sort((a, b) => compareText(a.path, b.path))
      .flatMap((article) => article.items);
  }
  isMissing(item: CorpusItem): boolean {
    return this.articles.get(item.article)?.missing === true;
  }
  undecided(): CorpusItem[] {
    return this.all().filter(
      (item) =>
        (item.annotation.conflicts ?? []).length > 0 ||
        (!this.isMissing(item) && ['ambiguous', 'orphaned'].includes(item.state ?? '')),
    );
  }
  copied(): string[] {
    const has = (key: string, id: string) =>
      this.articles.get(key)?.items.some((item) => item.annotation.id === id) === true;
    return [...this.articles.keys()].filter((key) =>
      this.articles
        .get(key)
        ?.items.some(({ annotation: { id: one } }) =>
          [...this.articles.keys()].some((other) => other !== key && has(other, one)),
        ),
    );
  }
  linksTo(id: string): Backlink[] {
    return this.all().flatMap((source) =>
      (source.annotation.links ?? [])
        .filter(({ target }) => target === id)
        .map(({ type }) => ({ type, source })),
    );
  }
}
