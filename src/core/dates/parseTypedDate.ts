import * as l10n from '@vscode/l10n';
import { readDate } from '../model/dates';
import { datePartsOf, type DateParts } from './calendar';
import { CHINESE_FORMS } from './chineseForms';
import { TYPED_ENGLISH_FORMS } from './englishForms';
import type { MonthDay } from './monthDay';
import { narrowDigits } from './numerals';
import { mayBeReal, resolveWhen } from './resolve';
import { readDigits } from './typedDigits';
import { findMentions, type DateForm, type When } from './when';

/** What was typed for a date: the date, or why it is none. */
export type TypedDate =
  | { readonly date: string; readonly reason?: undefined }
  | {
      readonly date?: undefined;
      /** Localised, for the person who types. */
      readonly reason: string;
      /** What was typed, where nothing but its year is missing. */
      readonly monthDay?: MonthDay;
    };

/**
 * The date that an analyst types, in any usual form: `2024/7/4`, `20240704`, `7月4日`, `7-4`,
 * `jul 4 2024`, 昨天. What leaves the year or the day open counts from the article's date. What may
 * mean two dates is refused, not guessed.
 *
 * @param published the article's date of publication, in any form that `readDate` reads
 */
export function parseTypedDate(typed: string, published?: string): TypedDate {
  const text = narrowDigits(typed).normalize('NFKC').trim().replace(/\s+/g, ' ');
  const found = readDigits(text) ?? inWords(withoutWeekday(text)) ?? inWords(text);
  if (found === undefined) return { reason: notADate(text) };
  return 'either' in found ? { reason: mayMean(found.either) } : resolved(found, published);
}

function resolved(when: When, published: string | undefined): TypedDate {
  const context = datePartsOf(published);
  const dates = resolveWhen(when, { published: context });
  const [date] = dates;
  if (date !== undefined) return dates.length > 1 ? { reason: mayMean(dates) } : { date };
  const isYearMissing = when.kind === 'yearless' && context === undefined && mayBeReal(when);
  return { reason: whyNone(when, context), ...(isYearMissing && { monthDay: monthDayOf(when) }) };
}

function monthDayOf({ month, day }: MonthDay): MonthDay {
  return { month, ...(day !== undefined && { day }) };
}

function whyNone(when: When, published: DateParts | undefined): string {
  if (when.kind === 'absolute' || !mayBeReal(when)) return l10n.t('The calendar has no such date.');
  return published === undefined
    ? l10n.t('The article’s date isn’t known, and this counts from it: write year, month and day.')
    : l10n.t('This doesn’t follow from the article’s date: write year, month and day.');
}

const WEEKDAYS: Readonly<Record<string, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** A date in words, with nothing beside it. */
function inWords(text: string): When | undefined {
  const chinese = text.replace(/(月 ?\d{1,2})$/, '$1日').replace(/^(\d{1,2})[号號]$/, '$1日');
  const english = text
    .replace(/^on /i, '')
    .replace(
      /(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun)$/iu,
      (day) => WEEKDAYS[day.toLowerCase()] ?? '',
    );
  return (
    wholly(chinese, CHINESE_FORMS) ??
    wholly(english, TYPED_ENGLISH_FORMS) ??
    // A month alone is none in a running text.
    wholly(`in ${english}`, TYPED_ENGLISH_FORMS) ??
    inOtherWords(text)
  );
}

function wholly(text: string, forms: readonly DateForm[]): When | undefined {
  const [mention] = findMentions(text, forms);
  return mention?.start === 0 && mention.end === text.length ? mention.when : undefined;
}

/** Months of other languages, such as `4. Juli 2024`. */
function inOtherWords(text: string): When | undefined {
  const date = readDate(text);
  const parts = text.split(/[ .,]+/).length;
  if (date?.split('-').length !== parts) return undefined;
  const { year, month, day } = datePartsOf(date) ?? { year: NaN };
  return {
    kind: 'absolute',
    year,
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  };
}

/** Without a day of the week beside a date: Thu, 4 July; 7月4日（周四）. */
function withoutWeekday(text: string): string {
  return text
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? (?=.*\d)/i, '')
    .replace(/(?<=\d.*) ?\(?(?:周|週|星期|礼拜)[一二三四五六日天]\)?$/, '');
}

function mayMean([one = '', other = '']: readonly string[]): string {
  return l10n.t('This may mean {0} or {1}: write the one that is meant.', one, other);
}

function notADate(text: string): string {
  return text === ''
    ? l10n.t('A date is 2024, 2024-07 or 2024-07-04.')
    : l10n.t('“{0}” can’t be read as a date: write 2024, 2024-07 or 2024-07-04.', text);
}
