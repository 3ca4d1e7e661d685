import type { Incidence } from './incidence';
import type { TwoModeOptions } from './options';

/** In how far each of the two stances occurs, for `combine`. */
const COMBINED = { favor: 1, against: 2 } as const;

/** The values of the rows (speakers) at the columns (topics): see `connectRows` for the sources. */
export function crossRows(
  { rows, columns, cells: [against = [], favor = []], rowCounts, columnCounts }: Incidence,
  { aggregation, normalization }: Pick<TwoModeOptions, 'aggregation' | 'normalization'>,
): number[][] {
  const matrix = rows.map(() => columns.map(() => 0));
  const add = (row: number, column: number, value: number) => {
    const values = matrix[row];
    if (values !== undefined) values[column] = (values[column] ?? 0) + value;
  };
  columns.forEach((_, j) => {
    for (const { row, count } of favor[j] ?? [])
      add(row, j, aggregation === 'combine' ? COMBINED.favor : count);
    for (const { row, count } of against[j] ?? [])
      add(row, j, { combine: COMBINED.against, subtract: -count, ignore: count }[aggregation]);
  });
  if (normalization === 'no') return matrix;
  return matrix.map((values, i) =>
    values.map((value, j) => {
      const by = normalization === 'activity' ? rowCounts[i] : columnCounts[j];
      return by === undefined || by === 0 ? 0 : value / by;
    }),
  );
}
