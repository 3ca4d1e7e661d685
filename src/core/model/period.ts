/** The first and the last day of a year, a month or a day, as texts that can be compared. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/** @param date `2024`, `2024-07` or `2024-07-04` */
export function periodOf(date: string): Period {
  // No day is before the 00th or after the 99th.
  const fill = (rest: string) => date + rest.slice(date.length);
  return { first: fill('0000-00-00'), last: fill('0000-99-99') };
}
