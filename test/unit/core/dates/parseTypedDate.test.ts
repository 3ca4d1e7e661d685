import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTypedDate } from '../../../../src/core/dates/parseTypedDate';

const PUBLISHED = '2024-07-11'; // a Thursday

describe('parseTypedDate', () => {
  const read: [typed: string, date: string][] = [
    ['2024', '2024'],
    ['2024年', '2024'],
    ['2024.7', '2024-07'],
    ['2024-7', '2024-07'],
    ['2024/07', '2024-07'],
    ['7/2024', '2024-07'],
    ['202407', '2024-07'],
    ['2024年7月', '2024-07'],
    ['2024年7月份', '2024-07'],
    ['july 2024', '2024-07'],
    ['Jul. 2024', '2024-07'],
    ['2024-07-04', '2024-07-04'],
    ['2024/7/4', '2024-07-04'],
    ['2024.7.4', '2024-07-04'],
    ['2024. 7. 4', '2024-07-04'],
    ['2024 7 4', '2024-07-04'],
    ['２０２４／７／４', '2024-07-04'],
    ['20240704', '2024-07-04'],
    ['240704', '2024-07-04'],
    ['2024-07-04T10:00:00Z', '2024-07-04'],
    ['2024-07-04 10:00', '2024-07-04'],
    ['2024年7月4日', '2024-07-04'],
    ['2024 年 7 月 4 日', '2024-07-04'],
    ['2024年7月4', '2024-07-04'],
    ['2024年7月4日（星期四）', '2024-07-04'],
    ['二〇二四年七月四日', '2024-07-04'],
    ['7月4日', '2024-07-04'],
    ['7月4号', '2024-07-04'],
    ['7月4', '2024-07-04'],
    ['７月４日', '2024-07-04'],
    ['7月', '2024-07'],
    ['4日', '2024-07-04'],
    ['4号', '2024-07-04'],
    ['7-4', '2024-07-04'],
    ['12-28', '2023-12-28'],
    ['6/25', '2024-06-25'],
    ['25/6', '2024-06-25'],
    ['25.6.', '2024-06-25'],
    ['7/7', '2024-07-07'],
    ['25/6/2024', '2024-06-25'],
    ['6/25/2024', '2024-06-25'],
    ['4.7.2024', '2024-07-04'],
    ['jul 4 2024', '2024-07-04'],
    ['July 4th, 2024', '2024-07-04'],
    ['4 July 2024', '2024-07-04'],
    ['4-Jul-2024', '2024-07-04'],
    ['4. Juli 2024', '2024-07-04'],
    ['Thu, 4 July 2024', '2024-07-04'],
    ['4 July', '2024-07-04'],
    ['july 4', '2024-07-04'],
    ['the 4th of july', '2024-07-04'],
    ['on July 4', '2024-07-04'],
    ['MAY', '2024-05'],
    ['in May', '2024-05'],
    ['yesterday', '2024-07-10'],
    ['Today', '2024-07-11'],
    ['tuesday', '2024-07-09'],
    ['tue', '2024-07-09'],
    ['on Tuesday', '2024-07-09'],
    ['last friday', '2024-07-05'],
    ['two days ago', '2024-07-09'],
    ['3 days ago', '2024-07-08'],
    ['last month', '2024-06'],
    ['last year', '2023'],
    ['昨天', '2024-07-10'],
    ['昨日', '2024-07-10'],
    ['上周五', '2024-07-05'],
    ['周二', '2024-07-09'],
    ['去年', '2023'],
    ['去年7月', '2023-07'],
    ['去年7月4日', '2023-07-04'],
    ['本月初', '2024-07'],
    ['上个月', '2024-06'],
    ['3天前', '2024-07-08'],
  ];
  for (const [typed, date] of read)
    it(`reads ${typed}`, () => {
      assert.deepEqual(parseTypedDate(typed, PUBLISHED), { date });
    });

  const refused: [typed: string, reason: RegExp][] = [
    ['4/7/2024', /2024-04-07 or 2024-07-04/],
    ['4-7-2024', /2024-04-07 or 2024-07-04/],
    ['4/7', /04-07 or 07-04/],
    ['4.7', /04-07 or 07-04/],
    ['201112', /2011-12 or 2020-11-12/],
    ['last monday', /2024-07-08 or 2024-07-01/],
    ['2024-02-30', /calendar/],
    ['2024年13月', /calendar/],
    ['2月30日', /calendar/],
    ['2-30', /calendar/],
    ['', /2024-07-04/],
    ['soon', /soon/],
    ['2024年7月4日会议', /can’t be read/],
    ['24/7/4', /can’t be read/],
    ['明天', /can’t be read/],
  ];
  for (const [typed, reason] of refused)
    it(`refuses ${typed || 'nothing'}, and says why`, () => {
      const parsed = parseTypedDate(typed, PUBLISHED);
      assert.equal(parsed.date, undefined);
      assert.match(parsed.reason, reason);
    });

  it('needs the article’s date for what counts from it', () => {
    for (const typed of ['昨天', '7月4日', '7-4', 'july 4', 'last month', '4日'])
      assert.match(parseTypedDate(typed).reason ?? '', /isn’t known/, typed);
    assert.match(parseTypedDate('昨天', '2024-07').reason ?? '', /doesn’t follow/);
    assert.deepEqual(parseTypedDate('2024年7月4日'), { date: '2024-07-04' });
  });

  it('reads back every date in each form', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.boolean(), (date, isCapital) => {
        for (const form of formsOf(date)) {
          const typed = isCapital ? form.toUpperCase() : form;
          assert.deepEqual(parseTypedDate(typed), { date }, typed);
        }
        for (const form of formsWithoutYear(date))
          assert.deepEqual(parseTypedDate(form, date), { date }, form);
        assert.deepEqual(parseTypedDate(date.slice(0, 7)), { date: date.slice(0, 7) });
        assert.deepEqual(parseTypedDate(date.slice(0, 4)), { date: date.slice(0, 4) });
      }),
    );
  });

  it('never throws, and gives dates of the calendar only', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '年',
        '月',
        '日',
        '-',
        '/',
        '.',
        ' ',
        '上周',
        '去年',
        'may',
        'last ',
        'th',
        '十',
      ),
      fc.nat(2100).map(String),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const { date } = parseTypedDate(parts.join(''), PUBLISHED);
        assert.ok(date === undefined || !Number.isNaN(Date.parse(date)), parts.join(''));
      }),
    );
  });
});

function formsOf(date: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const [m, d] = [Number(month), Number(day)];
  const name = MONTHS[m - 1] ?? '';
  return [
    date,
    `${year}/${m}/${d}`,
    `${year}.${m}.${d}`,
    `${year}${month}${day}`,
    `${year}年${m}月${d}日`,
    `${year}年${month}月${day}日`,
    `${inHan(year)}年${hanNumber(m)}月${hanNumber(d)}日`,
    `${d}.${m}.${year}`,
    `${name} ${d}, ${year}`,
    `${name.slice(0, 3)} ${d} ${year}`,
    `${d} ${name} ${year}`,
    `${d}-${name.slice(0, 3)}-${year}`,
  ];
}

function formsWithoutYear(date: string): string[] {
  const [, month, day] = date.split('-');
  const [m, d] = [Number(month), Number(day)];
  const name = MONTHS[m - 1] ?? '';
  return [
    `${m}月${d}日`,
    `${m}-${d}`,
    `${name} ${d}`,
    `${d} ${name.slice(0, 3)}`,
    '今天',
    `${d}日`,
  ];
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function inHan(digits: string): string {
  return digits.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
}

function hanNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const han = (digit: number) => inHan(String(digit));
  return `${tens > 1 ? han(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? han(ones) : ''}`;
}
