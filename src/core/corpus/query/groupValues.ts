import type { CorpusItem } from '../corpus';
import type { Grouping, RowContext } from './group';
import { RowDates } from './rowDates';
import { tagsOf, valueOf, type Row } from './rows';

/** How much of a date `2024-07-04` names a group. */
const DATE_LENGTHS = { year: 'yyyy'.length, date: 'yyyy-mm'.length, day: 'yyyy-mm-dd'.length };

/** Dates by year, by month (`date`) or by day. */
export type DateGrouping = keyof typeof DATE_LENGTHS;

/** The values of the groups that an annotation stands in; undefined: the value isn't set. */
export type GroupValues = <Item extends CorpusItem>(row: Row<Item>) => Iterable<string | undefined>;

/**
 * Makes ready to be asked in which groups annotations stand: one with several tags under each.
 * Articles go by their paths.
 */
export function groupValues<Item extends CorpusItem>(
  by: Grouping | DateGrouping,
  { corpus, publishedOf }: RowContext<Item>,
): GroupValues {
  switch (by) {
    case 'article':
      return ({ article }) => [article.path];
    case 'year':
    case 'date':
    case 'day': {
      const dates = new RowDates(publishedOf);
      const length = DATE_LENGTHS[by];
      return (row) => [dates.dateOf(row)?.slice(0, length)];
    }
    case 'speaker':
      return (row) => [corpus.speakerNamed(valueOf(row, 'speaker'))];
    case 'tag':
      // A tag that is written twice is one.
      return (row) => new Set(tagsOf(row));
    default:
      return (row) => [valueOf(row, by)];
  }
}
