import { periodOf } from '../model/period';
import { withoutDuplicates } from './duplicates';
import { countStatements } from './incidence';
import { connectRows } from './oneMode';
import type { NetworkOptions } from './options';
import type { Statement } from './statement';
import { crossRows } from './twoMode';

/** A network as a matrix: the value of a row at a column is the weight of their edge. */
export interface Network {
  /** Sorted by code point: those who have a statement that counts. */
  readonly rows: readonly string[];
  /** Of a one-mode network, the rows again. */
  readonly columns: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

/** The network of some statements (contract §7). */
export function makeNetwork(statements: readonly Statement[], options: NetworkOptions): Network {
  const counted = countedStatements(statements, options);
  if (options.kind === 'two-mode') {
    const incidence = countStatements(counted, 'speaker');
    const { rows, columns } = incidence;
    return { rows, columns, matrix: crossRows(incidence, options) };
  }
  const incidence = countStatements(counted, options.nodes);
  const { rows } = incidence;
  return { rows, columns: rows, matrix: connectRows(incidence, options) };
}

/** The statements that a network counts: those in time, without duplicates. */
export function countedStatements(
  statements: readonly Statement[],
  options: NetworkOptions,
): readonly Statement[] {
  const { aggregation, duplicates } = options;
  const inTime = statementsInTime(statements, options);
  return withoutDuplicates(inTime, duplicates, aggregation === 'ignore');
}

/** The statements between two dates; where one is asked for, those without a date are left out. */
export function statementsInTime(
  statements: readonly Statement[],
  { since, until }: Pick<NetworkOptions, 'since' | 'until'>,
): readonly Statement[] {
  if (since === undefined && until === undefined) return statements;
  return statements.filter(({ date }) => date !== undefined && isInTime(date, since, until));
}

function isInTime(date: string, since: string | undefined, until: string | undefined): boolean {
  const { first, last } = periodOf(date);
  return (
    (since === undefined || last >= periodOf(since).first) &&
    (until === undefined || first <= periodOf(until).last)
  );
}
