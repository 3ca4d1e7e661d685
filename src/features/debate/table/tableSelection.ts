import type { Row } from '../../../core/corpus/query/rows';
import type { CorpusItem } from '../../../core/corpus/corpus';
import type { Ref } from '../../../views/debate/protocol';

/** What stands for the annotation of a row. */
export function refOf({ article, i }: Row<CorpusItem>): Ref {
  return { article: article.key, id: article.ids[i] ?? '' };
}

/** The annotations that are selected in the table, wherever their rows stand. */
export class TableSelection {
  /** Their ids by their articles: an id may stand in two. */
  private readonly ids = new Map<string, Set<string>>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  has({ article, i }: Row<CorpusItem>): boolean {
    return this.ids.get(article.key)?.has(article.ids[i] ?? '') === true;
  }

  add({ article, i }: Row<CorpusItem>): void {
    const ids = this.ids.get(article.key) ?? new Set();
    const before = ids.size;
    this.ids.set(article.key, ids.add(article.ids[i] ?? ''));
    this.count += ids.size - before;
  }

  toggle(row: Row<CorpusItem>): void {
    if (this.ids.get(row.article.key)?.delete(row.article.ids[row.i] ?? '') === true)
      this.count -= 1;
    else this.add(row);
  }

  clear(): void {
    this.ids.clear();
    this.count = 0;
  }
}
