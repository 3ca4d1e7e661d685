import type { CorpusItem } from '../corpus';
import type { RowContext } from '../query/group';
import { sortRows } from '../query/sort';
import type { Row } from '../query/rows';
import type { ViewOrder } from './viewSettings';

/** What ordering asks beside the rows. */
export interface OrderContext<Item extends CorpusItem> extends RowContext<Item> {
  /** An article's title, by its key; undefined if it has none. */
  readonly titleOf: (article: string) => string | undefined;
  /** Compares titles as people sort them. */
  readonly compareTitles: (a: string, b: string) => number;
}

/**
 * A group's annotations in the order of a view. Read as far as is asked for, where they come in
 * that order already.
 *
 * @param rows articles by path, each in reading order
 */
export function orderedRows<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  sortBy: ViewOrder,
  context: OrderContext<Item>,
): Iterable<Row<Item>> {
  if (sortBy === 'date') return sortRows(rows, 'date', context);
  return sortBy === 'title' ? byTitle(rows, context) : rows;
}

/** By the titles of articles; one without a title by its path. */
function byTitle<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  { titleOf, compareTitles }: OrderContext<Item>,
): Row<Item>[] {
  const titles = new Map<string, string>();
  const titleOfRow = ({ article: { key, path } }: Row<Item>) => {
    const known = titles.get(key) ?? titleOf(key) ?? path;
    titles.set(key, known);
    return known;
  };
  return [...rows].sort((a, b) => compareTitles(titleOfRow(a), titleOfRow(b)));
}
