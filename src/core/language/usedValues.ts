import type { ArticleContent } from '../corpus/articleContent';
import type { Corpus } from '../corpus/corpus';
import { Groups } from '../corpus/groups';

/** The fields whose values are kept count of. */
export const USED_FIELDS = ['speaker', 'tag', 'creator', 'role', 'stance'] as const;
export type UsedField = (typeof USED_FIELDS)[number];

/** So many articles are looked at before others may have their turn. */
const STEP = 100;

/**
 * The values that annotations have, as they are written, kept up to date article by article: what
 * changed is looked at again when somebody asks, and nothing else. (Topics, the corpus knows.)
 */
export class UsedValues {
  private readonly groups: Readonly<Record<UsedField, Groups<string>>> = {
    speaker: new Groups(),
    tag: new Groups(),
    creator: new Groups(),
    role: new Groups(),
    stance: new Groups(),
  };
  /** What was counted of each article. */
  private readonly counted = new Map<string, ArticleContent<unknown>>();
  private readonly stale = new Set<string>();
  private isAllStale = true;

  /** Some articles' annotations changed, or any may have. */
  touch(articles: ReadonlySet<string> | 'all'): void {
    if (articles === 'all') this.isAllStale = true;
    else for (const key of articles) this.stale.add(key);
  }

  /** Looks at what changed. Whoever doesn't go on leaves the rest for the next one who asks. */
  *update(corpus: Pick<Corpus, 'articleKeys' | 'contentOf'>): Generator<void, void, void> {
    if (this.isAllStale)
      for (const key of [...corpus.articleKeys(), ...this.counted.keys()]) this.stale.add(key);
    this.isAllStale = false;
    let looked = 0;
    for (const key of this.stale) {
      this.stale.delete(key);
      this.count(key, corpus.contentOf(key));
      looked += 1;
      if (looked % STEP === 0) yield;
    }
  }

  /** The values of a field, in no order. */
  valuesOf(field: UsedField): IterableIterator<string> {
    return this.groups[field].names();
  }

  /** How many annotations have a value. */
  countOf(field: UsedField, value: string): number {
    return this.groups[field].countOf(value);
  }

  /** The articles with annotations that have a value, by key. */
  articlesOf(field: UsedField, value: string): ReadonlyMap<string, number> {
    return this.groups[field].articlesOf(value);
  }

  private count(key: string, content: ArticleContent<unknown> | undefined): void {
    const before = this.counted.get(key);
    if (before === content) return;
    for (const field of USED_FIELDS) {
      if (before !== undefined) this.groups[field].remove(key, valuesIn(before, field));
      if (content !== undefined) this.groups[field].add(key, valuesIn(content, field));
    }
    if (content === undefined) this.counted.delete(key);
    else this.counted.set(key, content);
  }
}

function* valuesIn(content: ArticleContent<unknown>, field: UsedField): Generator<string, void> {
  for (let i = 0; i < content.count; i++) {
    const value = content.valueOf(i, field === 'tag' ? 'tags' : field);
    if (value === undefined) continue;
    if (field === 'tag') yield* new Set(JSON.parse(value) as string[]);
    else yield value;
  }
}
