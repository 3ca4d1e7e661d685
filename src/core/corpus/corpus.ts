import type { Annotation, State } from '../model/types';
import { needsDecision } from '../placing/placeAnnotations';
import { compareText } from '../text/compare';

/** One annotation in its article. */
export interface CorpusItem {
  /** The article's key: whatever names it uniquely for the caller. */
  readonly article: string;
  readonly annotation: Annotation;
  /** Undefined while the article hasn't been looked into since the sidecar was read. */
  readonly state: State | undefined;
  /** Its words are being typed in: they are stored once the article is saved. */
  readonly isTypedIn?: boolean;
}

/**
 * Whether an annotation was found with other words than it quotes, and the analyst is to look at
 * that: not where the analyst is just typing them.
 */
export function hasChangedWords({ state, isTypedIn }: Omit<CorpusItem, 'article'>): boolean {
  return state === 'changed' && isTypedIn !== true;
}

export interface SpeakerGroup {
  /** Canonical name; undefined for annotations without a speaker. */
  readonly speaker: string | undefined;
  readonly count: number;
}

/** A link as seen from its target. */
export interface Backlink<Item extends CorpusItem = CorpusItem> {
  readonly type: string;
  readonly source: Item;
}

interface Article<Item> {
  readonly path: string;
  readonly items: readonly Item[];
  readonly bySpeaker: ReadonlyMap<string | undefined, readonly Item[]>;
  readonly undecided: readonly Item[];
  /** Found with other words, nothing else being open. */
  readonly changed: readonly Item[];
  /** There is no such article any more. */
  readonly missing: boolean;
}

/**
 * The annotations of all articles, found by article, by speaker, by id and by what links to them.
 * An article's annotations are replaced as a whole; the cost of that is in proportion to them, not
 * to the corpus. What is put in may carry more than is asked of it here, and comes out as it was.
 */
export class Corpus<Item extends CorpusItem = CorpusItem> {
  private readonly articles = new Map<string, Article<Item>>();
  private readonly speakers = new Map<string | undefined, Map<string, readonly Item[]>>();
  private readonly ids = new Map<string, Item[]>();
  private readonly backlinks = new Map<string, Backlink<Item>[]>();

  /** @param canonical the canonical name of a speaker */
  constructor(private readonly canonical: (speaker: string) => string = (speaker) => speaker) {}

  /**
   * Takes over an article's annotations, in reading order; none removes the article.
   *
   * @param path what articles are ordered by
   * @param missing the article itself doesn't exist: its annotations wait for it, not for a
   *   decision on each
   */
  setArticle(key: string, path: string, items: readonly Item[], missing = false): void {
    this.forget(key);
    if (items.length === 0) return;
    const bySpeaker = new Map<string | undefined, Item[]>();
    for (const item of items) append(bySpeaker, this.speakerOf(item.annotation), item);
    const isUndecided = ({ annotation, state }: Item) =>
      (!missing && needsDecision(state)) || (annotation.conflicts ?? []).length > 0;
    const undecided = items.filter(isUndecided);
    const changed = items.filter((item) => hasChangedWords(item) && !isUndecided(item));
    this.articles.set(key, { path, items, bySpeaker, undecided, changed, missing });
    for (const [speaker, spoken] of bySpeaker) {
      const articles = this.speakers.get(speaker) ?? new Map<string, readonly Item[]>();
      this.speakers.set(speaker, articles.set(key, spoken));
    }
    for (const item of items) {
      append(this.ids, item.annotation.id, item);
      for (const { type, target } of item.annotation.links ?? [])
        append(this.backlinks, target, { type, source: item });
    }
  }

  /** The canonical name of an annotation's speaker. */
  speakerOf({ speaker }: Annotation): string | undefined {
    return speaker === undefined ? undefined : this.canonical(speaker);
  }

  /** All articles' keys, ordered by path. */
  articleKeys(): string[] {
    return [...this.articles.keys()].sort((a, b) => this.compareArticles(a, b));
  }

  /** An article's annotations in reading order. */
  ofArticle(key: string): readonly Item[] {
    return this.articles.get(key)?.items ?? [];
  }

  /**
   * The annotations that wait for the analyst's decision, as far as their articles have been looked
   * into.
   */
  needingDecision(): Item[] {
    return this.collect(({ undecided }) => undecided);
  }

  /**
   * The annotations that were found with other words than they quote, and wait for nothing else, as
   * far as their articles have been looked into.
   */
  withChangedWords(): Item[] {
    return this.collect(({ changed }) => changed);
  }

  /**
   * The articles that have annotations but don't exist any more, as far as that is known, ordered
   * by path.
   */
  missingArticles(): string[] {
    return [...this.articles.keys()]
      .filter((key) => this.isMissing(key))
      .sort((a, b) => this.compareArticles(a, b));
  }

  isMissing(key: string): boolean {
    return this.articles.get(key)?.missing === true;
  }

  /**
   * The ids of an article's annotations that stand in another article too: one of the two was
   * copied with its sidecar.
   */
  duplicateIds(key: string): string[] {
    const ids = new Set(this.ofArticle(key).map(({ annotation }) => annotation.id));
    return [...ids].filter(
      (id) => this.ids.get(id)?.some(({ article }) => article !== key) === true,
    );
  }

  /** The articles that have annotations whose ids stand in another article too. */
  articlesWithCopiedIds(): string[] {
    const copied = [...this.ids.values()].filter(
      (items) => items.length > 1 && items.some(({ article }) => article !== items[0]?.article),
    );
    return [...new Set(copied.flatMap((items) => items.map(({ article }) => article)))];
  }

  /** Every annotation: articles by path, each in reading order. */
  all(): Item[] {
    return this.articleKeys().flatMap((key) => this.ofArticle(key));
  }

  /** Speakers by name, annotations without one last. */
  speakerGroups(): SpeakerGroup[] {
    const groups = Array.from(this.speakers.keys(), (speaker): SpeakerGroup => ({
      speaker,
      count: this.countOf(speaker),
    }));
    return groups.sort(
      (a, b) =>
        Number(a.speaker === undefined) - Number(b.speaker === undefined) ||
        compareText(a.speaker ?? '', b.speaker ?? ''),
    );
  }

  /** How many annotations a speaker has. */
  countOf(speaker: string | undefined): number {
    let count = 0;
    for (const items of this.speakers.get(speaker)?.values() ?? []) count += items.length;
    return count;
  }

  /** A speaker's annotations: articles by path, each in reading order. */
  ofSpeaker(speaker: string | undefined): Item[] {
    const articles = [...(this.speakers.get(speaker) ?? [])];
    return articles.sort(([a], [b]) => this.compareArticles(a, b)).flatMap(([, items]) => items);
  }

  /**
   * The annotations with that id: one, or several (articles by path) where an article was copied
   * with its sidecar.
   */
  withId(id: string): readonly Item[] {
    return [...(this.ids.get(id) ?? [])].sort((a, b) => this.compareArticles(a.article, b.article));
  }

  /** The links that point to an annotation: articles by path, each in reading order. */
  linksTo(id: string): readonly Backlink<Item>[] {
    return [...(this.backlinks.get(id) ?? [])].sort((a, b) =>
      this.compareArticles(a.source.article, b.source.article),
    );
  }

  /** How many annotations there are. */
  get size(): number {
    let size = 0;
    for (const { items } of this.articles.values()) size += items.length;
    return size;
  }

  /** Some of each article's annotations. Only articles that have any are put in order. */
  private collect(some: (article: Article<Item>) => readonly Item[]): Item[] {
    return [...this.articles]
      .filter(([, article]) => some(article).length > 0)
      .sort(([a], [b]) => this.compareArticles(a, b))
      .flatMap(([, article]) => some(article));
  }

  /** Orders articles by path, whatever the order in which they came. */
  private compareArticles(a: string, b: string): number {
    const pathOf = (key: string) => this.articles.get(key)?.path ?? '';
    return compareText(pathOf(a), pathOf(b)) || compareText(a, b);
  }

  private forget(key: string): void {
    const known = this.articles.get(key);
    if (known === undefined) return;
    this.articles.delete(key);
    for (const speaker of known.bySpeaker.keys()) {
      const articles = this.speakers.get(speaker);
      articles?.delete(key);
      if (articles?.size === 0) this.speakers.delete(speaker);
    }
    const ofOthers = ({ article }: CorpusItem) => article !== key;
    for (const { annotation } of known.items) keep(this.ids, annotation.id, ofOthers);
    // Each target once: many of an article's links may point to the same one.
    const targets = new Set(
      known.items.flatMap(({ annotation }) => (annotation.links ?? []).map(({ target }) => target)),
    );
    for (const target of targets) keep(this.backlinks, target, ({ source }) => ofOthers(source));
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function keep<K, V>(map: Map<K, V[]>, key: K, wanted: (value: V) => boolean): void {
  const left = map.get(key)?.filter(wanted) ?? [];
  if (left.length === 0) map.delete(key);
  else map.set(key, left);
}
