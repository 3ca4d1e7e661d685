import * as l10n from '@vscode/l10n';
import { RefusedError } from '../model/problem';
import { runAtOnce } from '../text/steps';
import { firstDay, lastDay, moveDay, printDay, startOfUnit, type Unit } from './days';
import { makeNetwork, statementsInTime, type Network } from './network';
import type { NetworkOptions } from './options';
import type { Statement } from './statement';

/** A stretch of time that moves over the statements. */
export interface WindowOptions {
  readonly unit: Unit;
  /** How many units long it is; at least 1. */
  readonly size: number;
  /** By how many units it moves each time; at least 1. */
  readonly step: number;
}

/** The network of one stretch of time. */
export interface WindowNetwork {
  /** Its first and its last day, both included. */
  readonly since: string;
  readonly until: string;
  readonly network: Network;
}

/** More would take minutes, and nobody looks at them. */
const MOST_WINDOWS = 10_000;

/**
 * The networks of a window that moves over time. The first one begins with the day, week (a
 * Monday), month or year of the earliest statement; the last one is the first that reaches the
 * latest statement. Each is what `since` and `until` of its days give: a statement of a year is in
 * all windows that the year overlaps, and duplicates are looked for within a window.
 *
 * @throws RefusedError if the options make no windows, or too many
 */
export function* networkWindows(
  statements: readonly Statement[],
  options: NetworkOptions,
  { unit, size, step }: WindowOptions,
): Generator<WindowNetwork, void> {
  for (const number of [size, step])
    if (!Number.isInteger(number) || number < 1)
      throw new RefusedError(l10n.t('The size and the step of a window must be 1 or more.'));
  const inTime = runAtOnce(statementsInTime(statements, options));
  const dates = [...new Set(inTime.flatMap(({ date }) => date ?? []))];
  const [first = ''] = dates.map((date) => printDay(firstDay(date))).sort();
  const last =
    dates
      .map((date) => printDay(lastDay(date)))
      .sort()
      .at(-1) ?? '';
  if (first === '') return;
  let start = startOfUnit(firstDay(first), unit);
  for (let n = 0; n < MOST_WINDOWS; n++) {
    const since = printDay(start);
    const until = printDay(moveDay(moveDay(start, unit, size), 'day', -1));
    yield { since, until, network: makeNetwork(inTime, { ...options, since, until }) };
    if (until >= last) return;
    start = moveDay(start, unit, step);
  }
  throw new RefusedError(l10n.t('More than {0} windows: take a larger step.', MOST_WINDOWS));
}
