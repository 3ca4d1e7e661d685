const DAY = 24 * 60 * 60 * 1000;
const THURSDAY = 4;

/**
 * The week of a day with the year that the week counts to, as in `2020-W53` for 2021-01-01: weeks
 * begin on Mondays, and belong to the year of their Thursday (ISO 8601).
 *
 * @param date `2024-07-04`
 */
export function isoWeek(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const weekday = day.getUTCDay() || 7;
  const thursday = new Date(day.getTime() + (THURSDAY - weekday) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
