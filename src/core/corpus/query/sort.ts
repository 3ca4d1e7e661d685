import { compareText } from '../../text/compare';
import type { CorpusItem } from '../corpus';
import type { RowContext } from './group';
import { RowDates } from './rowDates';
import { valueOf, type Row } from './rows';

/** What annotations can be sorted by. */
export const SORTINGS = [
  'article',
  'date',
  'modified',
  'speaker',
  'role',
  'stance',
  'topic',
  'creator',
] as const;

export type Sorting = (typeof SORTINGS)[number];

/**
 * Annotations in the order of one of their values, by code point; dates and times thus in time, a
 * year before its months. What has no value comes last, and amid equals the given order stays.
 */
export function sortRows<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  by: Sorting,
  context: RowContext<Item>,
): Row<Item>[] {
  const valueOfRow = sortValue(by, context);
  return Array.from(rows, (row) => ({ row, value: valueOfRow(row) }))
    .sort(({ value: a }, { value: b }) => compareValues(a, b))
    .map(({ row }) => row);
}

function sortValue<Item extends CorpusItem>(
  by: Sorting,
  { corpus, publishedOf }: RowContext<Item>,
): (row: Row<Item>) => string | number | undefined {
  switch (by) {
    case 'article':
      return ({ article }) => article.path;
    case 'date': {
      const dates = new RowDates(publishedOf);
      return (row) => dates.dateOf(row);
    }
    case 'modified':
      return ({ article, i }) => article.content.timeOf(i) || undefined;
    case 'speaker':
      return (row) => corpus.speakerNamed(valueOf(row, 'speaker'));
    default:
      return (row) => valueOf(row, by);
  }
}

/** Values of one kind; those that are missing come last. */
function compareValues(a: string | number | undefined, b: string | number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
}
