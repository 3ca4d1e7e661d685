import type { CorpusItem } from '../../corpus';
import type { FilterValue } from '../filter';
import { periodOf, type Period } from '../../../model/period';
import { RowDates } from '../rowDates';
import type { Row } from '../rows';

/**
 * A test of the date of a statement.
 *
 * @param holds whether a statement's period is as one of the wanted ones says
 * @param ifUnknown what is said of a statement that has no date, as far as is known
 */
export function dateTest(
  wanted: readonly FilterValue[],
  holds: (period: Period, limit: Period) => boolean,
  publishedOf: (article: string) => string | undefined,
  ifUnknown: boolean,
): <Item extends CorpusItem>(row: Row<Item>) => boolean {
  const limits = wanted.filter((value) => value !== null).map(periodOf);
  const dates = new RowDates(publishedOf);
  const judged = new Map<string, boolean>();
  const judge = (date: string) => {
    const period = periodOf(date);
    return limits.some((limit) => holds(period, limit));
  };
  return (row) => {
    const date = dates.dateOf(row);
    if (date === undefined) return ifUnknown || wanted.includes(null);
    const known = judged.get(date) ?? judge(date);
    judged.set(date, known);
    return known;
  };
}
