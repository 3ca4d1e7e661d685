import { compareText } from '../../text/compare';
import type { Corpus, CorpusItem } from '../corpus';
import { groupValues } from './groupValues';
import type { Row } from './rows';

/** What annotations can be grouped by. */
export const GROUPINGS = [
  'speaker',
  'article',
  'role',
  'stance',
  'topic',
  'tag',
  'date',
  'creator',
] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** Annotations that have a value in common. */
export interface Group<Item extends CorpusItem> {
  /** Undefined: not set. */
  readonly value: string | undefined;
  /** In the order in which they were given. */
  readonly rows: readonly Row<Item>[];
}

/** What grouping and sorting ask beside the rows. */
export interface RowContext<Item extends CorpusItem> {
  readonly corpus: Corpus<Item>;
  /** An article's date of publication, by its key, as it is written. */
  readonly publishedOf: (article: string) => string | undefined;
}

/**
 * Annotations by what they have in common: values by code point, dates thus in time, and what has
 * none last. Dates are grouped by month, those that name but a year by it. An annotation with
 * several tags stands under each.
 *
 * @param order values that come first, in this order: a codebook's
 */
export function groupRows<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  by: Grouping,
  context: RowContext<Item>,
  order: readonly string[] = [],
): Group<Item>[] {
  const groups = new Map<string | undefined, Row<Item>[]>();
  const valuesOf = groupValues(by, context);
  for (const row of rows) {
    for (const value of valuesOf(row)) {
      const group = groups.get(value);
      if (group === undefined) groups.set(value, [row]);
      else group.push(row);
    }
  }
  const ranks = new Map(order.map((value, i) => [value, i]));
  const rank = (value: string | undefined) =>
    value === undefined ? Infinity : (ranks.get(value) ?? order.length);
  const compare = (a: string | undefined, b: string | undefined) =>
    rank(a) === rank(b) ? compareText(a ?? '', b ?? '') : rank(a) - rank(b);
  return [...groups]
    .map(([value, grouped]) => ({ value, rows: grouped }))
    .sort((a, b) => compare(a.value, b.value));
}
