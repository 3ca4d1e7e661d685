export const UNITS = ['day', 'week', 'month', 'year'] as const;

/** What time is counted in. */
export type Unit = (typeof UNITS)[number];

/** The first day of a year, a month or a day, at midnight UTC. */
export function firstDay(date: string): Date {
  return new Date(`${date}${'0000-01-01'.slice(date.length)}T00:00:00Z`);
}

/** The last day of a year, a month or a day, at midnight UTC. */
export function lastDay(date: string): Date {
  const first = firstDay(date);
  if (date.length === 'yyyy'.length) return moveDay(moveDay(first, 'year', 1), 'day', -1);
  if (date.length === 'yyyy-mm'.length) return moveDay(moveDay(first, 'month', 1), 'day', -1);
  return first;
}

/** The day with which the week (a Monday), month or year of a day begins. */
export function startOfUnit(day: Date, unit: Unit): Date {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return moveDay(day, 'day', -((day.getUTCDay() + 6) % 7));
    case 'month':
      return firstDay(printDay(day).slice(0, 'yyyy-mm'.length));
    case 'year':
      return firstDay(printDay(day).slice(0, 'yyyy'.length));
  }
}

/** The day so many units later; of months and years, for the first day of one. */
export function moveDay(day: Date, unit: Unit, units: number): Date {
  const moved = new Date(day);
  if (unit === 'day') moved.setUTCDate(day.getUTCDate() + units);
  else if (unit === 'week') moved.setUTCDate(day.getUTCDate() + 7 * units);
  else if (unit === 'month') moved.setUTCMonth(day.getUTCMonth() + units);
  else moved.setUTCFullYear(day.getUTCFullYear() + units);
  return moved;
}

/** As in `2024-07-04`. */
export function printDay(day: Date): string {
  return day.toISOString().slice(0, 'yyyy-mm-dd'.length);
}
