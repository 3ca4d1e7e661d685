import { CHINESE_NUMBER as N, CHINESE_YEAR, smallNumber, yearNumber } from './numerals';
import type { DateForm, When } from './when';

const SPACE = String.raw`[ \u3000]?`;
const MONTH = String.raw`(?<month>${N})${SPACE}月(?:份)?`;
const DAY = String.raw`(?<day>${N})${SPACE}[日号號]`;
/** Not within a longer number, and not in 第5月, 近5月, 满5月. */
const ALONE = String.raw`(?<![\d.一二三四五六七八九十第近满滿])`;
const form = (source: string) => new RegExp(source, 'gu');

const YEARS: Readonly<Record<string, number>> = { 今: 0, 本: 0, 去: -1, 前: -2, 大前: -3 };
const DAYS: Readonly<Record<string, number>> = { 今: 0, 昨: -1, 前: -2, 大前: -3 };
const WEEKS: Readonly<Record<string, number>> = { 本: 0, 这: 0, 這: 0, 上: -1, 上上: -2 };
/** How Chinese names dates, the longer forms among those that may begin alike included. */
export const CHINESE_FORMS: readonly DateForm[] = [
  {
    pattern: form(
      String.raw`(?<!\d)(?<year>${CHINESE_YEAR})${SPACE}年(?!代|度|[以之]?[前后後来來]|[间間]|期)(?:${SPACE}${MONTH}(?:${SPACE}${DAY})?)?`,
    ),
    read: ({ year = '', month, day }) => ({
      kind: 'absolute',
      year: yearNumber(year),
      ...monthAndDay(month, day),
    }),
  },
  {
    pattern: form(String.raw`${ALONE}${MONTH}${SPACE}${DAY}`),
    read: ({ month = '', day = '' }) => ({
      kind: 'yearless',
      month: smallNumber(month),
      day: smallNumber(day),
    }),
  },
  {
    pattern: form(String.raw`${ALONE}${MONTH}(?!天|革命)`),
    read: ({ month = '' }) => ({ kind: 'yearless', month: smallNumber(month) }),
  },
  {
    // 4日 alone, but not 4日内, 每4日, 共4日.
    pattern: form(
      String.raw`${ALONE}(?<![每共近隔达達逾超长長为為]|\p{Script=Latin})(?<day>${N})日(?![内內间間游遊元均常本子以之后後前])`,
    ),
    read: ({ day = '' }) => ({ kind: 'day', day: smallNumber(day) }),
  },
  {
    pattern: form(String.raw`(?<which>大?前|今|去|本)年(?:${MONTH}(?:${SPACE}${DAY})?)?`),
    read: ({ which = '', month, day }) => ({
      kind: 'years',
      years: YEARS[which] ?? NaN,
      ...monthAndDay(month, day),
    }),
  },
  {
    pattern: form(String.raw`同年(?:的)?${MONTH}(?:${SPACE}${DAY})?`),
    read: ({ month = '', day }) => ({
      kind: 'sameYear',
      month: smallNumber(month),
      ...(day !== undefined && { day: smallNumber(day) }),
    }),
  },
  {
    pattern: form(
      String.raw`(?<which>本|这|這|上上|上)[个個]?月(?:${SPACE}${DAY}|初|中旬|下旬|上旬|底|末)?`,
    ),
    read: ({ which = '', day }) => ({
      kind: 'months',
      months: WEEKS[which] ?? NaN,
      ...(day !== undefined && { day: smallNumber(day) }),
    }),
  },
  {
    pattern: form('(?<which>大前|前|昨|今)[天日晚]|(?<night>昨|今)[晨夜早]'),
    read: ({ which, night = '' }) => ({ kind: 'days', days: DAYS[which ?? night] ?? NaN }),
  },
  { pattern: form('当[天日]|當[天日]'), read: () => ({ kind: 'daysOn', days: 0 }) },
  { pattern: form('[次翌][日天]|第二天'), read: () => ({ kind: 'daysOn', days: 1 }) },
  {
    pattern: form(
      String.raw`(?<which>上上|上|本|这|這)[个個]?(?:周|週|星期|礼拜|禮拜)(?<weekday>[一二三四五六日天])?`,
    ),
    read: ({ which = '', weekday }) => ({
      kind: 'weeks',
      weeks: WEEKS[which] ?? NaN,
      ...(weekday !== undefined && { weekday: weekdayNumber(weekday) }),
    }),
  },
  {
    // Not 每周三, 一周三次.
    pattern: form(
      String.raw`(?<![每一两兩几幾隔\d])(?:周|週|星期|礼拜|禮拜)(?<weekday>[一二三四五六日天])(?![次个個])`,
    ),
    read: ({ weekday = '' }) => ({ kind: 'weekday', weekday: weekdayNumber(weekday) }),
  },
  {
    pattern: form(
      String.raw`${ALONE}(?<count>${N})(?<unit>天|[个個]月|年|周|週|[个個]?(?:星期|礼拜|禮拜))(?:之|以)?前`,
    ),
    read: ({ count = '', unit = '' }) => agoWhen(smallNumber(count), unit),
  },
];

function monthAndDay(month: string | undefined, day: string | undefined) {
  return {
    ...(month !== undefined && { month: smallNumber(month) }),
    ...(day !== undefined && { day: smallNumber(day) }),
  };
}

function weekdayNumber(sign: string): number {
  return '一二三四五六日'.indexOf(sign) + 1 || 7;
}

function agoWhen(count: number, unit: string): When {
  if (unit === '天') return { kind: 'days', days: -count };
  if (unit === '年') return { kind: 'years', years: -count };
  return unit.endsWith('月')
    ? { kind: 'months', months: -count }
    : { kind: 'weeks', weeks: -count };
}
