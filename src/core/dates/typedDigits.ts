import { isoDate, type DateParts } from './calendar';
import type { When } from './when';

/** Digits that may mean two dates. */
export interface Ambiguous {
  readonly either: readonly string[];
}

/** How digits for a date are arranged; the names are the parts of the date. */
const FORMS: readonly RegExp[] = [
  /^(?<year>\d{4})$/,
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/,
  /^(?<year>\d{4})([-/. ])(?<month>\d{1,2})\2(?<day>\d{1,2})$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  // As the end of a date of ISO 8601.
  /^(?<month>\d{1,2})-(?<day>\d{1,2})$/,
];
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const NO_YEAR = /^(\d{1,2})([/.])(\d{1,2})\.?$/;
/** A time behind the date doesn't matter. */
const TIME = /(?<=^\d{4}\D?\d{1,2}\D?\d{1,2})(?:T| )\d{1,2}:?\d{2}[\d:.]*(?:Z|[-+]\d\d:?\d\d)?$/;

/** What a date says that is typed in digits and signs alone; undefined if it isn't. */
export function readDigits(typed: string): When | Ambiguous | undefined {
  const text = typed.replace(TIME, '').replace(/ ?([-/.]) ?/g, '$1');
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts !== undefined) return whenOf(parts);
  }
  return eitherOrder(text) ?? sixDigits(text);
}

function whenOf({ year, month, day }: Readonly<Record<string, string | undefined>>): When {
  const rest = {
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
  return year === undefined
    ? { kind: 'yearless', month: NaN, ...rest }
    : { kind: 'absolute', year: Number(year), ...rest };
}

/**
 * 4/7 and 4/7/2024 may begin with the day or the month; with full stops and a year it is the day,
 * as Germans write.
 */
function eitherOrder(text: string): When | Ambiguous | undefined {
  const found = YEAR_LAST.exec(text) ?? NO_YEAR.exec(text);
  if (found === null) return undefined;
  const [, first, sign, second, year] = found;
  const [a, b] = [Number(first), Number(second)];
  const isDayFirst = (sign === '.' && year !== undefined) || a > 12;
  const when = (month: number, day: number): When =>
    year === undefined
      ? { kind: 'yearless', month, day }
      : { kind: 'absolute', year: Number(year), month, day };
  if (isDayFirst || a === b) return when(b, a);
  if (b > 12) return when(a, b);
  // Of a date without its year, only what stands behind the year is shown.
  const shown = (month: number, day: number) =>
    isoDate({ year: Number(year ?? 2024), month, day })?.slice(year === undefined ? 5 : 0);
  const either = [shown(a, b), shown(b, a)].filter((one) => one !== undefined);
  return either.length === 2 ? { either } : when(a, b);
}

/** 202407 is a year and a month, 240704 a day without its century; 201112 may be either. */
function sixDigits(text: string): When | Ambiguous | undefined {
  const [, a = '', b = '', c = ''] = /^(\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (a === '') return undefined;
  const month: DateParts = { year: Number(a + b), month: Number(c) };
  const day: DateParts = { year: 2000 + Number(a), month: Number(b), day: Number(c) };
  const isNear = month.year >= 1900 && month.year < 2100;
  const either = [isNear ? isoDate(month) : undefined, isoDate(day)];
  const [asMonth, asDay] = either;
  if (asMonth !== undefined && asDay !== undefined) return { either: [asMonth, asDay] };
  const parts = asMonth === undefined ? day : month;
  return whenOf({
    year: String(parts.year),
    month: String(parts.month),
    ...(parts.day !== undefined && { day: String(parts.day) }),
  });
}
