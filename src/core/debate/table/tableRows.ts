import type { Corpus, CorpusItem } from '../../corpus/corpus';
import { RowPace } from '../../corpus/findings/found';
import type { Filter } from '../../corpus/query/filter';
import { filterTest, needsOf, type FilterTest } from '../../corpus/query/conditions/filterTest';
import { QueriedArticle, type Row } from '../../corpus/query/rows';
import { columnTest } from './columnFilters';
import { ColumnValues, type TableContext } from './columnValues';
import type { TableSettings } from './columns';
import { TableLines } from './rowGroups';
import { RowOrder, type SortedRow } from './rowOrder';

/** So many rows are found in one go. */
const STEP = 1_000;

/**
 * The rows of the table of annotations: those that a filter finds, sorted and grouped. Filled once,
 * in steps; then articles that changed are looked at again, and their rows put where they belong,
 * without sorting the others.
 */
export class TableRows<Item extends CorpusItem> {
  private rows: readonly SortedRow<Item>[] = [];
  private shown: TableLines;
  private readonly folded = new Set<string | undefined>();
  private readonly values: ColumnValues<Item>;
  private readonly order: RowOrder<Item>;
  private readonly corpus: Corpus<Item>;
  private test: FilterTest<Item>;
  private readonly isInColumns: ((row: Row<Item>) => boolean) | undefined;

  constructor(
    private readonly context: TableContext<Item>,
    private readonly filter: Filter,
    readonly settings: TableSettings,
  ) {
    this.corpus = context.corpus;
    this.values = new ColumnValues(context);
    this.order = new RowOrder(this.values, context, settings);
    this.test = filterTest(filter, this.corpus, context);
    this.isInColumns = columnTest(settings.filters, this.values, context);
    this.shown = new TableLines([], false, this.folded);
  }

  /** Looks at all articles; it can be asked about them once this is done. */
  *fill(): Generator<void, void> {
    this.test = filterTest(this.filter, this.corpus, this.context);
    this.values.forgetLinks();
    const found: SortedRow<Item>[] = [];
    const pace = new RowPace();
    for (const key of [...this.corpus.articleKeys()]) {
      if (pace.isDue(this.corpus.contentOf(key)?.count ?? 0)) yield;
      for (const row of this.rowsOf(key)) {
        found.push(row);
        if (found.length % STEP === 0) yield;
      }
    }
    this.rows = this.order.isGiven ? found : yield* this.order.sort(found);
    this.layOut();
  }

  /** Whether a change of one article may change what is shown of another one. */
  get dependsOnOthers(): boolean {
    const { filters, order } = this.settings;
    return (
      needsOf(this.filter).backlinks ||
      filters.links !== undefined ||
      order.some(({ column }) => column === 'links')
    );
  }

  /** Looks again at articles that changed, came or went. */
  update(articles: ReadonlySet<string>): void {
    const kept = this.rows.filter(({ article }) => !articles.has(article.key));
    const found = [...articles].flatMap((key) => [...this.rowsOf(key)]).sort(this.order.compare);
    this.rows = this.order.insert(kept, found);
    this.layOut();
  }

  /** How many annotations there are in it. */
  get count(): number {
    return this.rows.length;
  }

  /** What stands on which line. */
  get lines(): TableLines {
    return this.shown;
  }

  /** The row with a number, from 0. */
  rowAt(n: number): Row<Item> | undefined {
    return this.rows[n];
  }

  /** The number of an annotation's row; undefined if it isn't shown. */
  numberOf(article: string, id: string): number | undefined {
    const n = this.rows.findIndex(
      (row) => row.article.key === article && row.article.ids[row.i] === id,
    );
    return n < 0 ? undefined : n;
  }

  /** All rows in order, from one on. */
  *from(n: number): Generator<Row<Item>, void> {
    for (let at = n; at < this.rows.length; at++) {
      const row = this.rows[at];
      if (row !== undefined) yield row;
    }
  }

  /** Folds a group, or unfolds it. */
  toggle(value: string | undefined): void {
    if (!this.folded.delete(value)) this.folded.add(value);
    this.layOut();
  }

  /** Folds all groups, or none. */
  foldAll(isFolded: boolean): void {
    const { groups } = this.shown;
    this.folded.clear();
    if (isFolded) for (const { value } of groups) this.folded.add(value);
    this.layOut();
  }

  /** Takes over which groups are folded in another table. */
  foldAs({ folded }: TableRows<Item>): void {
    for (const value of folded) this.folded.add(value);
  }

  private *rowsOf(key: string): Generator<SortedRow<Item>, void> {
    const content = this.corpus.contentOf(key);
    if (content === undefined) return;
    const article = new QueriedArticle(key, this.corpus.pathOf(key) ?? key, content);
    if (!this.test.isWantedArticle(article)) return;
    const read = (row: Row<Item>) => this.values.annotationOf(row);
    for (let i = 0; i < content.count; i++) {
      const row = { article, i };
      if (!this.test.isWanted(row, read) || this.isInColumns?.(row) === false) continue;
      yield this.order.withKeys(row);
    }
  }

  private layOut(): void {
    this.shown = new TableLines(this.rows, this.settings.groupBy !== undefined, this.folded);
  }
}
