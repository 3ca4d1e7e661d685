/**
 * How many annotations each article has in each group, kept up to date article by article.
 */
export class Groups<Name> {
  private readonly groups = new Map<Name, { total: number; articles: Map<string, number> }>();

  /** The groups that have annotations, in no order. */
  names(): IterableIterator<Name> {
    return this.groups.keys();
  }

  /** How many annotations a group has. */
  countOf(name: Name): number {
    return this.groups.get(name)?.total ?? 0;
  }

  /** The articles that have annotations in a group, by key, with how many. */
  articlesOf(name: Name): ReadonlyMap<string, number> {
    return this.groups.get(name)?.articles ?? NO_ARTICLES;
  }

  /** Takes over an article, which has nothing in any group now. */
  add(article: string, names: Iterable<Name>): void {
    for (const name of names) {
      const group = this.groups.get(name) ?? { total: 0, articles: new Map<string, number>() };
      group.total += 1;
      group.articles.set(article, (group.articles.get(article) ?? 0) + 1);
      this.groups.set(name, group);
    }
  }

  /** Takes an article out, of which is said in which groups it is. */
  remove(article: string, names: Iterable<Name>): void {
    for (const name of names) {
      const group = this.groups.get(name);
      if (group === undefined) continue;
      group.total -= group.articles.get(article) ?? 0;
      group.articles.delete(article);
      if (group.articles.size === 0) this.groups.delete(name);
    }
  }
}

const NO_ARTICLES: ReadonlyMap<string, number> = new Map();
