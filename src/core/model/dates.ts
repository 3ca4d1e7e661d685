import type { Annotation } from './types';

/**
 * Dates in the forms that people and programs write, as ISO 8601 dates. A date that may mean two
 * days, such as 03/04/2024, is none.
 */

const MONTHS: readonly RegExp[] = [
  /^(?:jan|january|januar|jänner|janvier)$/,
  /^(?:feb|february|februar|février)$/,
  /^(?:mar|march|märz|mär|mars)$/,
  /^(?:apr|april|avril)$/,
  /^(?:may|mai)$/,
  /^(?:jun|june|juni|juin)$/,
  /^(?:jul|july|juli|juillet)$/,
  /^(?:aug|august|août)$/,
  /^(?:sep|sept|september|septembre)$/,
  /^(?:oct|october|okt|oktober|octobre)$/,
  /^(?:nov|november|novembre)$/,
  /^(?:dec|december|dez|dezember|décembre)$/,
];
const WORD = String.raw`([\p{L}]{3,9})\.?`;
/** A time or the day of the week may follow; it doesn't matter. */
const END = String.raw`(?=$|[\sT(（星周,，])`;
const form = (pattern: string) => new RegExp(`^${pattern}${END}`, 'iu');
const YEAR_FIRST = form(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`);
const YEAR_MONTH = /^(\d{4})(?:[-/.](\d{1,2}))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T\d+Z?)?$/;
const CHINESE = /^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?/;
const MONTH_FIRST = form(String.raw`${WORD}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`);
const DAY_FIRST = form(
  String.raw`(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?${WORD},?[\s-]+(\d{4})`,
);
const MONTH_YEAR = form(String.raw`${WORD},?\s+(\d{4})`);
const YEAR_LAST = form(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4})`);
const WEEKDAY =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?|(?:星期|周)[一二三四五六日天][,，]?)\s+/i;

/**
 * A date, month or year as ISO 8601: `2024-07-11`, `2024-07` or `2024`.
 *
 * @param written as in `2025-5-10T10:00:00+08:00`, `2024年7月11日`, `July 11, 2024`, `11.7.2024`
 * @returns undefined if it is no date, an impossible or an ambiguous one
 */
export function readDate(written: string): string | undefined {
  const text = written.normalize('NFKC').trim().replace(WEEKDAY, '').slice(0, 80);
  const at = (pattern: RegExp) => pattern.exec(text) ?? undefined;
  let found = at(YEAR_FIRST);
  if (found) return isoDate(found[1], found[3], found[4]);
  found = at(COMPACT) ?? at(CHINESE) ?? at(YEAR_MONTH);
  if (found) return isoDate(found[1], found[2], found[3]);
  found = at(MONTH_FIRST);
  if (found) return isoDate(found[3], monthNumber(found[1]), found[2]);
  found = at(DAY_FIRST);
  if (found) return isoDate(found[3], monthNumber(found[2]), found[1]);
  found = at(MONTH_YEAR);
  if (found) return isoDate(found[2], monthNumber(found[1]), undefined);
  found = at(YEAR_LAST);
  if (!found) return undefined;
  const [, first = '', sign, second = '', year] = found;
  const isDayFirst = sign === '.' || Number(first) > 12 || first === second;
  if (!isDayFirst && Number(second) <= 12) return undefined;
  return isDayFirst ? isoDate(year, second, first) : isoDate(year, first, second);
}

/** Whether a text is a date, month or year of ISO 8601 that the calendar has. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text) && readDate(text) === text;
}

/** A month's number by its name or short name, in lower case: `1` to `12`; `0` for no month. */
export function monthNumber(name = ''): string {
  return String(MONTHS.findIndex((month) => month.test(name.toLowerCase())) + 1);
}

function isoDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (y < 1000 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return undefined;
  const parts = date.toISOString().slice(0, 10).split('-');
  return parts.slice(0, day !== undefined ? 3 : month !== undefined ? 2 : 1).join('-');
}

/** When a statement was made, as far as it is known. */
export interface StatementDate {
  /** `2024`, `2024-07` or `2024-07-04`. */
  readonly date: string;
  /** Whether it was said of the statement, or is its article's day of publication. */
  readonly of: 'statement' | 'article';
}

/**
 * The date of a statement: its own, else the article's.
 *
 * @param published the article's date of publication, as the sidecar or the front matter has it
 */
export function statementDate(
  { date, dateInferred }: Pick<Annotation, 'date' | 'dateInferred'>,
  published: string | undefined,
): StatementDate | undefined {
  if (date !== undefined) return { date, of: dateInferred === true ? 'article' : 'statement' };
  const ofArticle = published === undefined ? undefined : readDate(published);
  return ofArticle === undefined ? undefined : { date: ofArticle, of: 'article' };
}
