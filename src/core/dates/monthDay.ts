import { isoDate } from './calendar';

/** A day or a month of a year that nothing tells: 4月11日. */
export interface MonthDay {
  /** From 1. */
  readonly month: number;
  readonly day?: number | undefined;
}

/** More years than these are typed sooner than looked for. */
const MOST_YEARS = 3;

/** The date in a year; undefined if the calendar has none, such as 29 February 2023. */
export function inYear({ month, day }: MonthDay, year: number): string | undefined {
  return isoDate({ year, month, day });
}

/**
 * The years that a date without a year may lie in, the likeliest first: those of the dates given,
 * in their order.
 *
 * @param dates of ISO 8601, the likeliest to share its year first
 */
export function likelyYears(dates: readonly (string | undefined)[]): number[] {
  const years = dates.flatMap((date) => (date === undefined ? [] : [Number(date.slice(0, 4))]));
  return [...new Set(years)].slice(0, MOST_YEARS);
}
