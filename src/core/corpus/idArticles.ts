/**
 * In which articles each id stands: nearly always in one, which is all that is kept then, since
 * there are as many ids as annotations.
 */
export class IdArticles {
  private readonly articles = new Map<string, string | Set<string>>();
  private readonly severalTimes = new Set<string>();

  /** The articles, by key, in which an id stands. */
  articlesOf(id: string): ReadonlySet<string> {
    const found = this.articles.get(id);
    return typeof found === 'string' ? new Set([found]) : (found ?? NONE);
  }

  has(id: string): boolean {
    return this.articles.has(id);
  }

  /** The ids that stand in several articles. */
  get copied(): ReadonlySet<string> {
    return this.severalTimes;
  }

  add(article: string, ids: Iterable<string>): void {
    for (const id of ids) {
      const known = this.articles.get(id);
      if (known === undefined) this.articles.set(id, article);
      else if (typeof known === 'object') known.add(article);
      else if (known !== article) {
        this.articles.set(id, new Set([known, article]));
        this.severalTimes.add(id);
      }
    }
  }

  remove(article: string, ids: Iterable<string>): void {
    for (const id of ids) {
      const known = this.articles.get(id);
      if (known === article) this.articles.delete(id);
      if (typeof known !== 'object') continue;
      known.delete(article);
      const [only] = known;
      if (known.size > 1 || only === undefined) continue;
      this.articles.set(id, only);
      this.severalTimes.delete(id);
    }
  }
}

const NONE: ReadonlySet<string> = new Set();
