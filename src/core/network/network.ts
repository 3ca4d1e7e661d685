import { periodOf } from '../model/period';
import { withoutDuplicates } from './duplicates';
import { Pace, runAtOnce, type Steps } from '../text/steps';
import { countInSteps, type Incidence } from './incidence';
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
  return runAtOnce(networkInSteps(statements, options));
}

/** The same in steps. */
export function* networkInSteps(
  statements: readonly Statement[],
  options: NetworkOptions,
): Steps<Network> {
  const counted = yield* countedStatements(statements, options);
  return yield* networkOf(yield* countInSteps(counted, rowsOf(options)), options);
}

/** What the rows of a network's incidence are; the other is the columns. */
export function rowsOf(options: NetworkOptions): 'speaker' | 'topic' {
  return options.kind === 'two-mode' ? 'speaker' : options.nodes;
}

/** The network of statements that were counted, or of a part of their rows and columns. */
export function* networkOf(incidence: Incidence, options: NetworkOptions): Steps<Network> {
  const { rows, columns } = incidence;
  if (options.kind === 'two-mode') return { rows, columns, matrix: crossRows(incidence, options) };
  return { rows, columns: rows, matrix: yield* connectRows(incidence, options) };
}

/** The statements that a network counts: those in time, without duplicates. */
export function* countedStatements<One extends Statement>(
  statements: readonly One[],
  options: NetworkOptions,
): Steps<readonly One[]> {
  const { aggregation, duplicates } = options;
  const inTime = yield* statementsInTime(statements, options);
  return yield* withoutDuplicates(inTime, duplicates, aggregation === 'ignore');
}

/** Reading a date takes as long as going through so many units of a text. */
const WORK_FOR_DATE = 32;

/** The statements between two dates; where one is asked for, those without a date are left out. */
export function* statementsInTime<One extends Statement>(
  statements: readonly One[],
  { since, until }: Pick<NetworkOptions, 'since' | 'until'>,
): Steps<readonly One[]> {
  if (since === undefined && until === undefined) return statements;
  const pace = new Pace();
  const inTime: One[] = [];
  for (const statement of statements) {
    const { date } = statement;
    if (date !== undefined && isInTime(date, since, until)) inTime.push(statement);
    if (pace.isDue(WORK_FOR_DATE)) yield;
  }
  return inTime;
}

function isInTime(date: string, since: string | undefined, until: string | undefined): boolean {
  const { first, last } = periodOf(date);
  return (
    (since === undefined || last >= periodOf(since).first) &&
    (until === undefined || first <= periodOf(until).last)
  );
}
