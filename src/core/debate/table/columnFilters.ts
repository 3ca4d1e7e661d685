import type { CorpusItem } from '../../corpus/corpus';
import type { Row } from '../../corpus/query/rows';
import { foldForSearch } from '../../corpus/searchAnnotations';
import type { ColumnValues, TableContext } from './columnValues';
import type { ColumnFilter, TableColumn, TableSettings } from './columns';

/** The columns in the order of what it costs to look at their values. */
const BY_COST: readonly TableColumn[] = [
  'state',
  'role',
  'stance',
  'topic',
  'speaker',
  'creator',
  'tags',
  'date',
  'article',
  'links',
  'note',
  'quote',
];

/**
 * Makes a test of rows from what each column's rows must have; undefined where nothing is asked
 * for.
 */
export function columnTest<Item extends CorpusItem>(
  filters: TableSettings['filters'],
  values: ColumnValues<Item>,
  context: TableContext<Item>,
): ((row: Row<Item>) => boolean) | undefined {
  const tests = BY_COST.flatMap((column) => {
    const filter = filters[column];
    return filter === undefined ? [] : [testOf(column, filter, values, context)];
  });
  return tests.length === 0 ? undefined : (row) => tests.every((test) => test(row));
}

function testOf<Item extends CorpusItem>(
  column: TableColumn,
  { values: wanted, text }: ColumnFilter,
  values: ColumnValues<Item>,
  { labelOf, titleOf }: TableContext<Item>,
): (row: Row<Item>) => boolean {
  const isWanted = wanted && new Set(wanted);
  const folded = text === undefined ? '' : foldForSearch(text).trim();
  const judged = new Map<string, boolean>();
  const hasWords = (value: string) => {
    const known = judged.get(value);
    if (known !== undefined) return known;
    const holds = foldForSearch(labelOf(column, value)).includes(folded);
    // Quotations and notes are each another: they aren't worth keeping.
    if (column !== 'quote' && column !== 'note') judged.set(value, holds);
    return holds;
  };
  return (row) => {
    const own = values.valuesOf(row, column);
    if (isWanted !== undefined && !isOneOf(own, isWanted)) return false;
    if (folded === '') return true;
    if (column === 'article' && foldForSearch(titleOf(row.article.key) ?? '').includes(folded))
      return true;
    return own.some(hasWords);
  };
}

function isOneOf(own: readonly string[], wanted: ReadonlySet<string | null>): boolean {
  return own.length === 0 ? wanted.has(null) : own.some((one) => wanted.has(one));
}
