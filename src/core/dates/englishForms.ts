import { monthNumber } from '../model/dates';
import { datePartsOf, type DateParts } from './calendar';
import { ENGLISH_NUMBER, smallNumber } from './numerals';
import type { DateForm, When } from './when';

const MONTH = String.raw`(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?<year>[12]\d{3})`;
const WEEKDAY = '(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** What makes a year or a month out of a number, or of a word such as May or March. */
const BEFORE = String.raw`(?:[Ii]n|[Ss]ince|[Bb]y|[Dd]uring|[Uu]ntil|[Oo]f|[Ff]rom|[Tt]hroughout)\s+(?:(?:early|mid|late|the\s+(?:spring|summer|autumn|fall|winter)\s+of)[\s-]+)?|[Ee]arly\s+|[Ll]ate\s+|[Mm]id-`;
/** How English names dates; and those in digits, in any language. */
export const ENGLISH_FORMS = englishForms('gu');

/** The same where nobody cares for capital letters. */
export const TYPED_ENGLISH_FORMS = englishForms('giu');

function englishForms(flags: string): readonly DateForm[] {
  const form = (source: string) =>
    new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`, flags);
  return [
    {
      pattern: form(String.raw`${MONTH}\.?\s+${DAY}(?:,?\s+${YEAR})?(?!\s?%|[.,]\d)`),
      read: ({ month, day, year }) => namedDate(month, day, year),
    },
    {
      pattern: form(String.raw`(?:the\s+)?${DAY}[\s-]+(?:of\s+)?${MONTH}(?:\.?,?[\s-]+${YEAR})?`),
      read: ({ month, day, year }) => namedDate(month, day, year),
    },
    {
      pattern: form(String.raw`${MONTH}\.?,?\s+(?:of\s+)?${YEAR}`),
      read: ({ month, year }) => namedDate(month, undefined, year),
    },
    {
      pattern: form(String.raw`(?:(?:${BEFORE})|(?<last>[Ll]ast\s+))${MONTH}(?!\.?\s+\d)`),
      read: ({ month }) => namedDate(month, undefined, undefined),
    },
    {
      pattern: form(String.raw`(?:${BEFORE})${YEAR}`),
      read: ({ year }) => ({ kind: 'absolute', year: Number(year) }),
    },
    {
      pattern: form(
        String.raw`(?<![-/.])\d{1,4}(?<sign>[-/.])\d{1,2}\k<sign>(?:\d{4}|\d{1,2})(?![-/]\d|\.\d)`,
      ),
      read: (_, words) => {
        const parts = datePartsOf(words);
        return parts === undefined ? undefined : absolute(parts);
      },
    },
    {
      pattern: form(String.raw`(?:(?<last>[Ll]ast)\s+|(?<these>[Tt]his)\s+)?${WEEKDAY}`),
      read: ({ weekday = '', last, these }) => {
        const number = WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase()) + 1;
        if (these !== undefined) return { kind: 'weeks', weeks: 0, weekday: number };
        return { kind: 'weekday', weekday: number, ...(last !== undefined && { isLast: true }) };
      },
    },
    {
      pattern: form(
        String.raw`(?<word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]his\s+(?:morning|afternoon|evening)|[Ll]ast\s+night|(?:[Tt]he\s+)?day\s+before\s+yesterday)`,
      ),
      read: ({ word = '' }) => ({
        kind: 'days',
        days: /before/.test(word) ? -2 : /^(?:y|last)/i.test(word) ? -1 : 0,
      }),
    },
    {
      pattern: form(
        String.raw`(?:[Ee]arlier\s+)?(?<which>[Ll]ast|[Tt]his|[Pp]revious)\s+(?<unit>week|month|year)`,
      ),
      read: ({ which = '', unit = '' }) => unitWhen(/this/i.test(which) ? 0 : -1, unit),
    },
    {
      pattern: form(String.raw`(?<count>${ENGLISH_NUMBER})\s+(?<unit>day|week|month|year)s?\s+ago`),
      read: ({ count = '', unit = '' }) => unitWhen(-smallNumber(count), unit),
    },
    {
      pattern: form(String.raw`(?:[Tt]he\s+|[Tt]hat\s+)(?<which>same|next|following)\s+day`),
      read: ({ which }) => ({ kind: 'daysOn', days: which === 'same' ? 0 : 1 }),
    },
  ];
}

function absolute({ year, month, day }: DateParts): When {
  return {
    kind: 'absolute',
    year,
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  };
}

function namedDate(
  month = '',
  day: string | undefined,
  year: string | undefined,
): When | undefined {
  const number = Number(monthNumber(month.toLowerCase()));
  const parts = { month: number, ...(day !== undefined && { day: Number(day) }) };
  return year === undefined
    ? { kind: 'yearless', ...parts }
    : { kind: 'absolute', year: Number(year), ...parts };
}

function unitWhen(count: number, unit: string): When {
  switch (unit) {
    case 'day':
      return { kind: 'days', days: count };
    case 'week':
      return { kind: 'weeks', weeks: count };
    case 'month':
      return { kind: 'months', months: count };
    default:
      return { kind: 'years', years: count };
  }
}
