import { readDate } from '../model/dates';

/** A day, month or year as numbers; `month` and `day` from 1. */
export interface DateParts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const DAY = 24 * 60 * 60 * 1000;

/** `2024`, `2024-07` or `2024-07-04`; undefined if the calendar has no such date. */
export function isoDate({ year, month, day }: DateParts): string | undefined {
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  const isReal =
    year >= 1000 &&
    year <= 9999 &&
    date.getUTCMonth() + 1 === (month ?? 1) &&
    date.getUTCDate() === (day ?? 1);
  if (!isReal) return undefined;
  const parts = [month, day].filter((one) => one !== undefined).map(twoDigits);
  return [String(year), ...parts].join('-');
}

/** The parts of a date in any form that an article may give; undefined if it is no date. */
export function datePartsOf(written: string | undefined): DateParts | undefined {
  const date = written === undefined ? undefined : readDate(written);
  return date === undefined ? undefined : isoParts(date);
}

/** The parts of a date of ISO 8601. */
export function isoParts(date: string): DateParts {
  const [year = 0, month, day] = date.split('-').map(Number);
  return { year, month, day };
}

/** The day so many days later; undefined where `date` is no single day. */
export function daysLater({ year, month, day }: DateParts, days: number): DateParts | undefined {
  if (month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day) + days * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** The month so many months later; undefined where `date` is a year. */
export function monthsLater({ year, month }: DateParts, months: number): DateParts | undefined {
  if (month === undefined) return undefined;
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** 1 for Monday to 7 for Sunday; undefined where `date` is no single day. */
export function weekdayOf({ year, month, day }: DateParts): number | undefined {
  if (month === undefined || day === undefined) return undefined;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** Whether all of a date lies behind all of another one. */
export function isAfter(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
