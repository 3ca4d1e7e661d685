import { itemReader, type ArticleContent } from './articleContent';
import type { ArticleOrder } from './articleOrder';

/** The annotations of all articles that wait for the same thing, kept up to date. */
export class Waiting<Item> {
  private readonly counts = new Map<string, number>();
  private total = 0;
  private changes = 0;

  /**
   * @param isWaiting whether the annotation number `i` of an article does
   */
  constructor(
    private readonly order: ArticleOrder,
    private readonly contentOf: (article: string) => ArticleContent<Item> | undefined,
    private readonly isWaiting: (article: string, i: number) => boolean,
  ) {}

  /** How many wait. */
  get count(): number {
    return this.total;
  }

  /** Another number once an article in which some wait, or waited, has changed. */
  get version(): number {
    return this.changes;
  }

  /** How many wait in an article. */
  countIn(article: string): number {
    return this.counts.get(article) ?? 0;
  }

  /** The articles in which some wait, by path. */
  articles(): string[] {
    return this.order.inOrder(this.counts);
  }

  /** Those that wait: articles by path, each in reading order; read as far as is asked for. */
  *items(): Generator<Item, void> {
    for (const article of this.articles()) {
      const content = this.contentOf(article);
      if (content === undefined) continue;
      const read = itemReader(content);
      for (let i = 0; i < content.count; i++) {
        const item = this.isWaiting(article, i) ? read(i) : undefined;
        if (item !== undefined) yield item;
      }
    }
  }

  /** Counts an article anew. */
  update(article: string): void {
    let count = 0;
    const held = this.contentOf(article)?.count ?? 0;
    for (let i = 0; i < held; i++) if (this.isWaiting(article, i)) count += 1;
    const before = this.counts.get(article) ?? 0;
    if (count > 0 || before > 0) this.changes += 1;
    this.total += count - before;
    if (count === 0) this.counts.delete(article);
    else this.counts.set(article, count);
  }
}
