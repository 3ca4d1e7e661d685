import type { Annotation } from '../model/types';
import { needsDecision } from '../placing/placeAnnotations';
import { hasChangedWords, itemReader, LiveContent, type ArticleContent } from './articleContent';
import { ArticleOrder } from './articleOrder';
import type { Backlink, CorpusItem } from './corpusItem';
import { Groups } from './groups';
import { IdArticles } from './idArticles';
import { Waiting } from './waiting';

export type { Backlink, CorpusItem };

interface Article<Item> {
  readonly content: ArticleContent<Item>;
  /** There is no such article any more. */
  readonly missing: boolean;
}

/**
 * The annotations of all articles, found by article, by id and by what links to them.
 * An article's annotations are replaced as a whole; the cost of that is in proportion to them, not
 * to the corpus. What is put in may carry more than is asked of it here, and comes out as it was.
 */
export class Corpus<Item extends CorpusItem = CorpusItem> {
  private readonly articles = new Map<string, Article<Item>>();
  private readonly order = new ArticleOrder();
  private readonly topics = new Groups<string>();
  private readonly ids = new IdArticles();
  /** The ids that links point to, with the articles of the links. */
  private readonly targets = new IdArticles();
  private readonly missing = new Set<string>();
  private missingChanges = 0;
  private total = 0;
  /** There are far fewer names than annotations. */
  private readonly canonicalNames = new Map<string, string>();

  /**
   * The annotations that wait for the analyst's decision, as far as their articles have been looked
   * into.
   */
  readonly undecided: Waiting<Item>;
  /**
   * The annotations that were found with other words than they quote, and wait for nothing else, as
   * far as their articles have been looked into.
   */
  readonly changed: Waiting<Item>;

  /** @param canonical the canonical name of a speaker */
  constructor(private canonical: (speaker: string) => string = (speaker) => speaker) {
    const contentOf = (key: string) => this.contentOf(key);
    const isUndecided = (key: string, i: number) => this.isUndecided(key, i);
    this.undecided = new Waiting(this.order, contentOf, isUndecided);
    this.changed = new Waiting(this.order, contentOf, (key, i) => this.hasChanged(key, i));
  }

  /**
   * Takes over an article's annotations, in reading order; none removes the article.
   *
   * @param path what articles are ordered by
   * @param held the annotations, or what can tell of them
   * @param missing the article itself doesn't exist: its annotations wait for it, not for a
   *   decision on each
   */
  setArticle(
    key: string,
    path: string,
    held: readonly Item[] | ArticleContent<Item>,
    missing = false,
  ): void {
    const content = 'ids' in held ? held : new LiveContent(held);
    this.forget(key);
    if (content.count === 0) this.order.remove(key);
    else this.take(key, path, { content, missing });
    this.undecided.update(key);
    this.changed.update(key);
  }

  /** Takes over other canonical names. */
  renameSpeakers(canonical: (speaker: string) => string): void {
    this.canonical = canonical;
    this.canonicalNames.clear();
  }

  /** The canonical name of an annotation's speaker. */
  speakerOf({ speaker }: Pick<Annotation, 'speaker'>): string | undefined {
    return this.speakerNamed(speaker);
  }

  /** The canonical name behind any name of a speaker; of none, none. */
  speakerNamed(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    const known = this.canonicalNames.get(name);
    if (known !== undefined) return known;
    const canonical = this.canonical(name);
    this.canonicalNames.set(name, canonical);
    return canonical;
  }

  /** All articles' keys, ordered by path. */
  articleKeys(): readonly string[] {
    return this.order.keys();
  }

  /** Some articles' keys, ordered by path; those of articles without annotations are left out. */
  keysInOrder(keys: ReadonlySet<string> | ReadonlyMap<string, unknown>): string[] {
    return this.order.inOrder(keys);
  }

  /** What an article is ordered by; undefined if it has no annotations. */
  pathOf(key: string): string | undefined {
    return this.order.pathOf(key);
  }

  /** An article's annotations in reading order. */
  ofArticle(key: string): readonly Item[] {
    return this.contentOf(key)?.items() ?? [];
  }

  /** What is held of an article; undefined if it has no annotations. */
  contentOf(key: string): ArticleContent<Item> | undefined {
    return this.articles.get(key)?.content;
  }

  /**
   * The articles that have annotations but don't exist any more, as far as that is known, ordered
   * by path.
   */
  missingArticles(): string[] {
    return this.order.inOrder(this.missing);
  }

  /** Another number once one of them has come, changed or gone. */
  get missingVersion(): number {
    return this.missingChanges;
  }

  /** How many there are of them. */
  get missingCount(): number {
    return this.missing.size;
  }

  isMissing(key: string): boolean {
    return this.missing.has(key);
  }

  /**
   * The ids of an article's annotations that stand in another article too: one of the two was
   * copied with its sidecar.
   */
  duplicateIds(key: string): string[] {
    const ids = new Set(this.contentOf(key)?.ids());
    return [...ids].filter((id) => this.ids.copied.has(id));
  }

  /** The other articles that have an annotation with an article's id, by path. */
  copiesOf(id: string, key: string): string[] {
    if (!this.ids.copied.has(id)) return [];
    return this.order.inOrder(this.ids.articlesOf(id)).filter((other) => other !== key);
  }

  /** Whether an article has ids that stand in another article too. */
  hasCopiedIds(key: string): boolean {
    return this.ids.copied.size > 0 && this.duplicateIds(key).length > 0;
  }

  /** The articles that have an annotation with that id, in no order. */
  articlesWithId(id: string): Iterable<string> {
    return this.ids.articlesOf(id);
  }

  /** The articles that have annotations whose ids stand in another article too. */
  articlesWithCopiedIds(): string[] {
    return [...new Set([...this.ids.copied].flatMap((id) => [...this.ids.articlesOf(id)]))];
  }

  /** Every annotation: articles by path, each in reading order; read as far as is asked for. */
  *all(): Generator<Item, void> {
    for (const key of [...this.articleKeys()]) yield* this.ofArticle(key);
  }

  /** The topics that annotations have, in no order. */
  topicsInUse(): string[] {
    return [...this.topics.names()];
  }

  /** The articles with annotations on a topic, by key, with how many. */
  articlesWithTopic(topic: string): ReadonlyMap<string, number> {
    return this.topics.articlesOf(topic);
  }

  /** Whether there is an annotation with that id. */
  hasId(id: string): boolean {
    return this.ids.has(id);
  }

  /**
   * The annotations with that id: one, or several (articles by path) where an article was copied
   * with its sidecar.
   */
  withId(id: string): readonly Item[] {
    return this.order.inOrder(this.ids.articlesOf(id)).flatMap((key) => {
      const content = this.contentOf(key);
      if (content === undefined) return [];
      const read = itemReader(content);
      return content.ids().flatMap((one, i) => (one === id ? (read(i) ?? []) : []));
    });
  }

  /** The links that point to an annotation: articles by path, each in reading order. */
  linksTo(id: string): readonly Backlink<Item>[] {
    return this.order.inOrder(this.targets.articlesOf(id)).flatMap((key) => {
      const content = this.contentOf(key);
      if (content === undefined) return [];
      const read = itemReader(content);
      return content.links().flatMap(({ i, type, target }): Backlink<Item>[] => {
        const source = target === id ? read(i) : undefined;
        return source === undefined ? [] : [{ type, source }];
      });
    });
  }

  /** How many links point to an annotation. */
  countLinksTo(id: string): number {
    let count = 0;
    for (const key of this.targets.articlesOf(id))
      for (const { target } of this.contentOf(key)?.links() ?? []) if (target === id) count += 1;
    return count;
  }

  /** How many annotations there are. */
  get size(): number {
    return this.total;
  }

  private isUndecided(key: string, i: number): boolean {
    const content = this.contentOf(key);
    if (content === undefined) return false;
    return content.hasConflicts(i) || (!this.isMissing(key) && needsDecision(content.stateOf(i)));
  }

  private hasChanged(key: string, i: number): boolean {
    const content = this.contentOf(key);
    if (content === undefined || this.isUndecided(key, i)) return false;
    return hasChangedWords({ state: content.stateOf(i), isTypedIn: content.isTypedIn(i) });
  }

  private changeMissing(change: (articles: Set<string>) => unknown): void {
    change(this.missing);
    this.missingChanges += 1;
  }

  private take(key: string, path: string, article: Article<Item>): void {
    const { content, missing } = article;
    this.articles.set(key, article);
    this.order.add(key, path);
    if (missing) this.changeMissing((articles) => articles.add(key));
    this.total += content.count;
    this.topics.add(key, topicsOf(content));
    this.ids.add(key, content.ids());
    this.targets.add(key, targetsOf(content));
  }

  private forget(key: string): void {
    const content = this.contentOf(key);
    if (content === undefined) return;
    this.articles.delete(key);
    if (this.isMissing(key)) this.changeMissing((articles) => articles.delete(key));
    this.total -= content.count;
    this.topics.remove(key, topicsOf(content));
    this.ids.remove(key, content.ids());
    this.targets.remove(key, targetsOf(content));
  }
}

function* topicsOf(content: ArticleContent<unknown>): Generator<string, void> {
  for (let i = 0; i < content.count; i++) {
    const topic = content.valueOf(i, 'topic');
    if (topic !== undefined) yield topic;
  }
}

function targetsOf(content: ArticleContent<unknown>): string[] {
  return content.links().map(({ target }) => target);
}
