import { daysLater, isAfter, isoDate, monthsLater, weekdayOf, type DateParts } from './calendar';
import type { When } from './when';

/** From where dates that aren't all there are counted. */
export interface DateContext {
  /** When the article was published, as exactly as it is known. */
  readonly published?: DateParts | undefined;
  /** The date that was named before in the same paragraph. */
  readonly before?: DateParts | undefined;
  /** The year that was named before in the same sentence: 2019年3月 … 5月. */
  readonly year?: number | undefined;
}

/** A date without a year may be so far ahead; else it is one that has passed. */
const MONTHS_AHEAD = 3;

/**
 * The dates that words may mean, the likelier one first; none where what they are counted from
 * isn't known, or the calendar has no such date.
 */
export function resolveWhen(when: When, context: DateContext): string[] {
  const parts = partsOf(when, context);
  const dates = parts.map((one) => one && isoDate(one)).filter((one) => one !== undefined);
  return [...new Set(dates)];
}

/** Whether there is such a date in any year: there is no 30 February. */
export function mayBeReal(when: When): boolean {
  const leapYear = { year: 2024, month: 1, day: 31 };
  return resolveWhen(when, { published: leapYear, before: leapYear, year: 2024 }).length > 0;
}

function partsOf(when: When, context: DateContext): (DateParts | undefined)[] {
  const { published, before } = context;
  switch (when.kind) {
    case 'absolute':
      return [when];
    case 'yearless':
      return [withYear(when, context)];
    case 'day':
      return [withMonth(when.day, context)];
    case 'sameYear':
      return [before && { ...when, year: before.year }];
    case 'daysOn':
      return [before && daysLater(before, when.days)];
    default:
      return published === undefined ? [] : countedFrom(when, published);
  }
}

function countedFrom(
  when: Extract<When, { kind: 'years' | 'months' | 'days' | 'weeks' | 'weekday' }>,
  published: DateParts,
): (DateParts | undefined)[] {
  switch (when.kind) {
    case 'years':
      return [{ ...when, year: published.year + when.years }];
    case 'months': {
      const month = monthsLater(published, when.months);
      return [month && { ...month, day: when.day }];
    }
    case 'days':
      return [daysLater(published, when.days)];
    case 'weeks':
      return [inWeek(published, when.weeks, when.weekday)];
    case 'weekday':
      return lastWeekday(published, when.weekday, when.isLast === true);
  }
}

/** A day of a week; of a whole week its month, if it lies in one. */
function inWeek(
  published: DateParts,
  weeks: number,
  weekday: number | undefined,
): DateParts | undefined {
  const today = weekdayOf(published);
  if (today === undefined) return undefined;
  const dayOf = (number: number) => daysLater(published, weeks * 7 + number - today);
  if (weekday !== undefined) return dayOf(weekday);
  const [monday, sunday] = [dayOf(1), dayOf(7)];
  return monday !== undefined && monday.month === sunday?.month
    ? { year: monday.year, month: monday.month }
    : undefined;
}

/**
 * The last such day up to the day of publication. “Last Friday” is before that day; some mean that
 * of the week before, which comes second.
 */
function lastWeekday(
  published: DateParts,
  weekday: number,
  isLast: boolean,
): (DateParts | undefined)[] {
  const today = weekdayOf(published);
  if (today === undefined) return [];
  const back = (today - weekday + 7) % 7;
  if (!isLast) return [daysLater(published, -back)];
  const nearest = daysLater(published, -(back || 7));
  const isThisWeek = back > 0 && back < today;
  return isThisWeek ? [nearest, daysLater(published, -back - 7)] : [nearest];
}

/**
 * The year named in the sentence, else the article's: of what would be long after it, the year
 * before.
 */
function withYear(
  { month, day }: { readonly month: number; readonly day?: number },
  { published, before, year }: DateContext,
): DateParts | undefined {
  if (year !== undefined) return { year, month, day };
  if (published === undefined) return before && { year: before.year, month, day };
  const ahead = published.month === undefined ? 0 : month - published.month;
  const shift = ahead > MONTHS_AHEAD ? -1 : ahead + 12 <= MONTHS_AHEAD ? 1 : 0;
  return { year: published.year + shift, month, day };
}

/**
 * The month of the day before it, else of the article: of what would be after that, the month
 * before.
 */
function withMonth(day: number, { published, before }: DateContext): DateParts | undefined {
  if (before?.day !== undefined) return { ...before, day };
  if (published?.month === undefined) return undefined;
  const date = { year: published.year, month: published.month, day };
  const [own, today] = [isoDate(date), isoDate(published)];
  const isPast = own !== undefined && today !== undefined && !isAfter(own, today);
  if (isPast) return date;
  const month = monthsLater(published, -1);
  return month && { ...month, day };
}
