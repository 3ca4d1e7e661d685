import type { CorpusItem } from '../../corpus/corpus';
import type { Filter } from '../../corpus/query/filter';
import { findRows } from '../../corpus/query/findRows';
import type { Steps } from '../../text/steps';
import { ColumnValues, type TableContext } from './columnValues';
import type { TableColumn } from './columns';

/** How many rows are looked at in one go. */
const STEP = 200;

/** A column's values with the number of rows that have each, in no order; null: none is set. */
export function* countValues<Item extends CorpusItem>(
  context: TableContext<Item>,
  filter: Filter,
  column: TableColumn,
): Steps<Map<string | null, number>> {
  const values = new ColumnValues(context);
  const counts = new Map<string | null, number>();
  let looked = 0;
  for (const row of findRows(context.corpus, filter, context)) {
    const own = values.valuesOf(row, column);
    for (const value of own.length === 0 ? [null] : new Set(own))
      counts.set(value, (counts.get(value) ?? 0) + 1);
    if ((looked += 1) % STEP === 0) yield;
  }
  return counts;
}
