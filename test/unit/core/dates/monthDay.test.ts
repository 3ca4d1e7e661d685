import assert from 'node:assert/strict';
import { datesNear, monthDaysNear } from '../../../../src/core/dates/datesNear';
import { inYear, likelyYears } from '../../../../src/core/dates/monthDay';
import { parseTypedDate } from '../../../../src/core/dates/parseTypedDate';

describe('dates without a year, in an article without a date', () => {
  const near = (text: string, words: string) => {
    const start = text.indexOf(words);
    return monthDaysNear(text, { start, end: start + words.length });
  };

  it('are found near the passage, the likeliest first, each once', () => {
    const text = '二月三十日不算。3月里没有人来。4月11日，船工说：“渡口不能关。”四月十一日又说。';
    assert.deepEqual(near(text, '渡口不能关'), [
      { month: 4, day: 11, words: '4月11日' },
      { month: 3, words: '3月' },
    ]);
    assert.deepEqual(near('On May 2, Ann Field said: “We wait.”', 'We wait'), [
      { month: 5, day: 2, words: 'May 2' },
    ]);
  });

  it('are left to the other dates where their year is told', () => {
    const text = '2023年3月1日开会，4月11日船工说：“渡口不能关。”';
    assert.deepEqual(near(text, '渡口不能关'), []);
    const start = text.indexOf('渡口');
    assert.ok(datesNear(text, { start, end: start + 5 }).some(({ date }) => date === '2023-04-11'));
  });

  it('are told as such when typed', () => {
    const monthDayOf = (typed: string) => {
      const read = parseTypedDate(typed);
      return read.date === undefined ? read.monthDay : undefined;
    };
    assert.deepEqual(monthDayOf('4月11日'), { month: 4, day: 11 });
    assert.deepEqual(monthDayOf('April'), { month: 4 });
    for (const typed of ['2月30日', '昨天', '4/7/2024', 'soon'])
      assert.equal(monthDayOf(typed), undefined, typed);
    assert.equal(parseTypedDate('4月11日', '2024-05-01').date, '2024-04-11');
  });

  it('get years that other dates have, each once', () => {
    const dates = ['2023-07', undefined, '2023', '2021-02-28', '2020', '2019'];
    assert.deepEqual(likelyYears(dates), [2023, 2021, 2020]);
    assert.equal(inYear({ month: 4, day: 11 }, 2023), '2023-04-11');
    assert.equal(inYear({ month: 4 }, 2023), '2023-04');
    assert.equal(inYear({ month: 2, day: 29 }, 2023), undefined);
  });
});
