import type { CorpusItem } from '../../corpus/corpus';
import { foldForSearch } from '../../corpus/searchAnnotations';
import type { Row } from '../../corpus/query/rows';
import { compareText } from '../../text/compare';
import { sortInSteps, type Steps } from '../../text/steps';
import type { ColumnValues, TableContext } from './columnValues';
import type { ColumnOrder, GroupedColumn, TableColumn, TableSettings } from './columns';
import { sortByKey } from './sortByKey';
import { ValueRanks, type RankedValue } from './valueRanks';

/** A row of a table, with what it is sorted by. */
export interface SortedRow<Item extends CorpusItem> extends Row<Item> {
  readonly group: string | undefined;
  readonly keys: readonly SortKey[];
}

type SortKey = RankedValue | string | number | undefined;

/** So much of a long text is looked at to sort it. */
const LONGEST_KEY = 60;
/** So many sorted rows are listed in one go. */
const STEP = 10_000;

/** Makes keys of rows, and compares rows by them. */
export class RowOrder<Item extends CorpusItem> {
  private readonly ranks = new Map<TableColumn | 'group', ValueRanks>();

  constructor(
    private readonly values: ColumnValues<Item>,
    private readonly context: TableContext<Item>,
    private readonly settings: TableSettings,
  ) {}

  /** Whether rows are to be sorted at all: they come article by article, in reading order. */
  get isGiven(): boolean {
    return this.settings.order.length === 0 && this.settings.groupBy === undefined;
  }

  /** A row with its keys. */
  withKeys(row: Row<Item>): SortedRow<Item> {
    const { groupBy, order } = this.settings;
    const group = groupBy === undefined ? undefined : this.values.groupOf(row, groupBy);
    const keys = order.map(({ column }) => this.keyOf(row, column));
    if (groupBy !== undefined) keys.unshift(this.groupKey(row, groupBy, group));
    return { article: row.article, i: row.i, group, keys };
  }

  /** Rows in order; amid equals by path, then as they stand in the article. */
  readonly compare = (a: SortedRow<Item>, b: SortedRow<Item>): number => {
    const { groupBy, order } = this.settings;
    const shift = groupBy === undefined ? 0 : 1;
    for (let n = 0; n < order.length + shift; n++) {
      const compared = compareKeys(a.keys[n], b.keys[n], isDescending(order, groupBy, n - shift));
      if (compared !== 0) return compared;
    }
    if (a.article === b.article) return a.i - b.i;
    return compareText(a.article.path, b.article.path) || compareText(a.article.key, b.article.key);
  };

  /**
   * Sorts rows in steps.
   *
   * @param rows article by article, in reading order: amid equals, that is what `compare` wants
   */
  *sort(rows: readonly SortedRow<Item>[]): Steps<SortedRow<Item>[]> {
    const { groupBy, order } = this.settings;
    const shift = groupBy === undefined ? 0 : 1;
    let sorted: Uint32Array = Uint32Array.from(rows.keys());
    // The last key first: what a later round finds alike stays in the order of the rounds before.
    for (let n = order.length + shift - 1; n >= 0; n--) {
      const descending = isDescending(order, groupBy, n - shift);
      const keyOf = (row: number) => rows[row]?.keys[n];
      const column = n < shift ? groupBy : order[n - shift]?.column;
      if (column === 'quote' || column === 'note') {
        // Hardly two are alike: their places would have to be found one by one.
        const compare = (a: number, b: number) => compareKeys(keyOf(a), keyOf(b), descending);
        sorted = Uint32Array.from(yield* sortInSteps([...sorted], compare));
      } else {
        const sign = descending ? -1 : 1;
        sorted = yield* sortByKey(sorted, keyOf, (a, b) => sign * compareSet(a, b));
      }
      yield;
    }
    const found: SortedRow<Item>[] = [];
    for (const [at, n] of sorted.entries()) {
      found.push(rows[n] as SortedRow<Item>);
      if (at % STEP === 0) yield;
    }
    return found;
  }

  /** Puts a few rows, in order, among many. */
  insert(
    rows: readonly SortedRow<Item>[],
    few: readonly SortedRow<Item>[],
  ): readonly SortedRow<Item>[] {
    const parts: (readonly SortedRow<Item>[])[] = [];
    let from = 0;
    for (const row of few) {
      const at = this.placeOf(rows, row, from);
      parts.push(rows.slice(from, at), [row]);
      from = at;
    }
    parts.push(rows.slice(from));
    // Far faster than `flat`: whole stretches are copied at once.
    return ([] as SortedRow<Item>[]).concat(...parts);
  }

  private placeOf(rows: readonly SortedRow<Item>[], row: SortedRow<Item>, from: number): number {
    let [low, high] = [from, rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = rows[middle];
      if (other !== undefined && this.compare(other, row) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private keyOf(row: Row<Item>, column: TableColumn): SortKey {
    switch (column) {
      case 'quote':
      case 'note': {
        const [text] = this.values.valuesOf(row, column);
        return text && foldForSearch(text.slice(0, LONGEST_KEY));
      }
      case 'links':
        return this.values.countLinks(row) || undefined;
      case 'date':
        return this.values.valuesOf(row, 'date')[0];
      case 'tags': {
        const tags = this.values.valuesOf(row, 'tags');
        return tags.length === 0 ? undefined : this.rankOf('tags', tags.join(', '));
      }
      case 'article':
        return this.rankOf('article', this.titleOf(row));
      default: {
        const [value] = this.values.valuesOf(row, column);
        return value && this.rankOf(column, this.context.labelOf(column, value));
      }
    }
  }

  private groupKey(row: Row<Item>, column: GroupedColumn, value: string | undefined): SortKey {
    if (value === undefined || column === 'date') return value;
    const label = column === 'article' ? this.titleOf(row) : this.context.labelOf(column, value);
    // Two groups may be called the same: each stays in one piece.
    return this.rankOf('group', `${label}\n${value}`);
  }

  private titleOf({ article: { key, path } }: Row<Item>): string {
    return this.context.titleOf(key) ?? path;
  }

  private rankOf(column: TableColumn | 'group', value: string): RankedValue {
    const known = this.ranks.get(column) ?? new ValueRanks(this.context.compare);
    this.ranks.set(column, known);
    return known.rankOf(value);
  }
}

/** A group's rows come in the direction of its column, where rows are sorted by it too. */
function isDescending(
  order: readonly ColumnOrder[],
  groupBy: GroupedColumn | undefined,
  n: number,
): boolean {
  const by = n < 0 ? order.find(({ column }) => column === groupBy) : order[n];
  return by?.descending === true;
}

/** What isn't set comes last, in both directions. */
function compareKeys(a: SortKey, b: SortKey, descending: boolean): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  const compared = compareSet(a, b);
  return descending ? -compared : compared;
}

/** The keys of a column are all of one kind. */
function compareSet(a: RankedValue | string | number, b: RankedValue | string | number): number {
  if (typeof a === 'object' && typeof b === 'object') return a.place - b.place;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : 0;
}
