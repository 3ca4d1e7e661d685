import type { ArticleContent } from '../articleContent';
import type { Corpus, CorpusItem } from '../corpus';
import { Groups } from '../groups';
import type { Filter } from '../query/filter';
import { filterTest, needsOf, type FilterTest } from '../query/conditions/filterTest';
import { groupValues, type GroupValues } from '../query/groupValues';
import { QueriedArticle, RowReader, type Row } from '../query/rows';
import type { ViewGrouping } from './viewSettings';

/** What a view asks that the corpus doesn't know. */
export interface ViewKnowledge {
  /** An article's date of publication, by its key, as it is written. */
  readonly publishedOf: (article: string) => string | undefined;
}

/** The annotations of one article that a view shows; one that stands in two groups occurs twice. */
interface ShownArticle<Item> {
  /** What the article held when it was looked at. */
  readonly content: ArticleContent<Item>;
  /** The numbers of the annotations in the article. */
  readonly numbers: readonly number[];
  /** The group of each. */
  readonly values: readonly (string | undefined)[];
}

/** How many articles are looked at before others may have their turn. */
const STEP = 20;

/**
 * The annotations of a corpus that a filter finds, in groups. Filled once, in steps; then kept up
 * to date article by article, at a cost in proportion to the article.
 */
export class CorpusView<Item extends CorpusItem> {
  private readonly shown = new Map<string, ShownArticle<Item>>();
  private groups = new Groups<string | undefined>();
  private test: FilterTest<Item>;
  private readonly valuesOf: GroupValues;
  private readonly reader = new RowReader<Item>();
  /** Groups of articles that were found changed before it was told. */
  private touched = new Set<string | undefined>();
  private total = 0;

  constructor(
    private readonly corpus: Corpus<Item>,
    groupBy: ViewGrouping,
    private readonly filter: Filter,
    private readonly knowledge: ViewKnowledge,
  ) {
    this.test = filterTest(filter, corpus, knowledge);
    this.valuesOf = groupValues(groupBy, { corpus, ...knowledge });
  }

  /** Looks at all articles; it can be asked about them once this is done. */
  *fill(): Generator<void, void> {
    this.shown.clear();
    this.groups = new Groups();
    this.total = 0;
    this.test = filterTest(this.filter, this.corpus, this.knowledge);
    let looked = 0;
    for (const key of [...this.corpus.articleKeys()]) {
      this.look(key);
      looked += 1;
      if (looked % STEP === 0) yield;
    }
  }

  /** Whether a change of one article may change what is shown of another one. */
  get dependsOnOthers(): boolean {
    return needsOf(this.filter).backlinks;
  }

  /**
   * Looks at articles again that changed, came or went.
   *
   * @returns the groups that have, or had, annotations of theirs
   */
  update(keys: Iterable<string>): Set<string | undefined> {
    for (const key of keys) this.look(key);
    const { touched } = this;
    this.touched = new Set();
    return touched;
  }

  /** How many annotations are shown, each counted once a group. */
  get count(): number {
    return this.total;
  }

  /** The groups that have annotations, in no order; undefined: those without a value. */
  values(): (string | undefined)[] {
    return [...this.groups.names()];
  }

  /** How many annotations a group has. */
  countOf(value: string | undefined): number {
    return this.groups.countOf(value);
  }

  /** The annotations of a group: articles by path, each in reading order; read as far as asked. */
  *itemsOf(value: string | undefined): Generator<Item, void> {
    for (const row of this.rowsOf(value)) yield this.reader.itemOf(row);
  }

  /** The same by their numbers, which hold as long as nothing is put into the corpus. */
  *rowsOf(value: string | undefined): Generator<Row<Item>, void> {
    for (const key of this.corpus.keysInOrder(this.groups.articlesOf(value))) {
      const article = this.articleOf(key);
      const shown = this.shownNow(key);
      if (article === undefined || shown === undefined) continue;
      for (const [n, i] of shown.numbers.entries())
        if (shown.values[n] === value) yield { article, i };
    }
  }

  /** The groups in which an annotation stands. */
  groupsWith({ article, annotation }: CorpusItem): (string | undefined)[] {
    const shown = this.shownNow(article);
    const i = shown?.content.ids().indexOf(annotation.id) ?? -1;
    if (shown === undefined || i < 0) return [];
    return shown.values.filter((_, n) => shown.numbers[n] === i);
  }

  /** What is shown of an article, even if it changed before that is told. */
  private shownNow(key: string): ShownArticle<Item> | undefined {
    const isCurrent = this.shown.get(key)?.content === this.corpus.contentOf(key);
    if (!isCurrent && this.shown.has(key)) this.look(key);
    return this.shown.get(key);
  }

  private look(key: string): void {
    const before = this.shown.get(key);
    if (before !== undefined) this.takeOut(key, before);
    const article = this.articleOf(key);
    if (article === undefined || !this.test.isWantedArticle(article)) return;
    const numbers: number[] = [];
    const values: (string | undefined)[] = [];
    for (let i = 0; i < article.content.count; i++) {
      const row = { article, i };
      if (!this.test.isWanted(row, (one) => this.reader.itemOf(one).annotation)) continue;
      for (const value of this.valuesOf(row)) {
        numbers.push(i);
        values.push(value);
      }
    }
    if (numbers.length === 0) return;
    this.shown.set(key, { content: article.content, numbers, values });
    this.groups.add(key, values);
    this.total += numbers.length;
    for (const value of values) this.touched.add(value);
  }

  private takeOut(key: string, { numbers, values }: ShownArticle<Item>): void {
    this.shown.delete(key);
    this.groups.remove(key, values);
    this.total -= numbers.length;
    for (const value of values) this.touched.add(value);
  }

  private articleOf(key: string): QueriedArticle<Item> | undefined {
    const content = this.corpus.contentOf(key);
    return content && new QueriedArticle(key, this.corpus.pathOf(key) ?? key, content);
  }
}
