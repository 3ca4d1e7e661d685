import assert from 'node:assert/strict';
import { datesNear } from '../../../../src/core/dates/datesNear';

/** The dates near what stands between ⟦ and ⟧. */
function near(marked: string, published?: string) {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  const found = datesNear(text, { start, end }, published);
  for (const { words, range } of found) assert.equal(text.slice(range.start, range.end), words);
  return found.map(({ date }) => date);
}

const PUBLISHED = '2024-07-11'; // a Thursday

describe('datesNear', () => {
  const single: [words: string, date: string | undefined][] = [
    // Chinese
    ['2024年7月4日', '2024-07-04'],
    ['２０２４年７月４日', '2024-07-04'],
    ['二〇二四年七月四日', '2024-07-04'],
    ['二零二三年十二月三十一日', '2023-12-31'],
    ['2023年2月30日', undefined],
    ['2024年7月', '2024-07'],
    ['2024年', '2024'],
    ['7月4日', '2024-07-04'],
    ['7 月 4 日', '2024-07-04'],
    ['七月四号', '2024-07-04'],
    ['十二月二十八日', '2023-12-28'],
    ['去年7月', '2023-07'],
    ['去年7月4日', '2023-07-04'],
    ['前年', '2022'],
    ['今年', '2024'],
    ['今年年初', '2024'],
    ['本月初', '2024-07'],
    ['上个月', '2024-06'],
    ['上月28日', '2024-06-28'],
    ['昨天', '2024-07-10'],
    ['昨晚', '2024-07-10'],
    ['前天', '2024-07-09'],
    ['今日', '2024-07-11'],
    ['4日', '2024-07-04'],
    ['28日', '2024-06-28'],
    ['周二', '2024-07-09'],
    ['星期五', '2024-07-05'],
    ['本周一', '2024-07-08'],
    ['上周五', '2024-07-05'],
    ['上上周日', '2024-06-30'],
    ['上個星期天', '2024-07-07'],
    ['三天前', '2024-07-08'],
    ['两个月前', '2024-05'],
    ['两年前', '2022'],
    ['1990年代', undefined],
    ['每周三', undefined],
    ['近4日', undefined],
    ['4日内', undefined],
    ['3个月', undefined],
    // English
    ['on July 4', '2024-07-04'],
    ['July 4th, 2023', '2023-07-04'],
    ['on 4 July 2023', '2023-07-04'],
    ['the 4th of July', '2024-07-04'],
    ['on Dec. 28', '2023-12-28'],
    ['in May', '2024-05'],
    ['in early May', '2024-05'],
    ['in May 2023', '2023-05'],
    ['in 2022', '2022'],
    ['last Friday', '2024-07-05'],
    ['on Tuesday', '2024-07-09'],
    ['yesterday', '2024-07-10'],
    ['two days ago', '2024-07-09'],
    ['a week ago', '2024-07'],
    ['last month', '2024-06'],
    ['last year', '2023'],
    ['this morning', '2024-07-11'],
    ['on 2024-07-04', '2024-07-04'],
    ['on 2024/7/4', '2024-07-04'],
    ['on 25/6/2024', '2024-06-25'],
    ['on 4/7/2024', undefined],
    ['as they may', undefined],
    ['on the march', undefined],
    ['by 3.1.2', undefined],
  ];
  for (const [words, date] of single)
    it(`reads ${words} as ${date ?? 'no date'}`, () => {
      const isChinese = /[一-龥]/.test(words);
      const text = isChinese
        ? `${words}，李明在会上表示：“⟦这座桥会塌⟧。”`
        : `Ms Lee said ${words} that ⟦the bridge will fall⟧.`;
      assert.deepEqual(near(text, PUBLISHED).slice(0, 1), date === undefined ? [] : [date]);
    });

  it('guesses nothing where the date of the article is not known', () => {
    for (const words of ['昨天', '上周五', '去年7月', '7月4日', '4日', '周二', '本月初', '两年前'])
      assert.deepEqual(near(`${words}，李明说：“⟦桥会塌⟧。”`), [], words);
    for (const words of ['yesterday', 'on July 4', 'last Friday', 'two days ago', 'in May'])
      assert.deepEqual(near(`Lee said ${words}: “⟦It will fall⟧.”`), [], words);
    assert.deepEqual(near('2023年7月4日，李明说：“⟦桥会塌⟧。”'), ['2023-07-04']);
  });

  it('counts from a month or a year only what these allow', () => {
    assert.deepEqual(near('昨天，李明说：“⟦桥会塌⟧。”', '2024-07'), []);
    assert.deepEqual(near('去年，李明说：“⟦桥会塌⟧。”', '2024'), ['2023']);
    assert.deepEqual(near('上个月，李明说：“⟦桥会塌⟧。”', '2024-07'), ['2024-06']);
    assert.deepEqual(near('3月4日，李明说：“⟦桥会塌⟧。”', '2024'), ['2024-03-04']);
  });

  it('counts a day or month from the date before it', () => {
    assert.deepEqual(near('2019年3月2日开会，5日李明说：“⟦桥会塌⟧。”', PUBLISHED)[0], '2019-03-05');
    assert.deepEqual(near('2019年3月开工，5月李明说：“⟦桥会塌⟧。”', PUBLISHED)[0], '2019-05');
    assert.deepEqual(near('2019年3月2日开会。次日，李明说：“⟦桥会塌⟧。”')[0], '2019-03-03');
    assert.deepEqual(near('2019年3月2日开会。当天，李明说：“⟦桥会塌⟧。”')[0], '2019-03-02');
    assert.deepEqual(near('2019年3月开工。同年5月4日，李明说：“⟦桥会塌⟧。”')[0], '2019-05-04');
    assert.deepEqual(
      near('7月2日开会。\n\n次日，李明说：“⟦桥会塌⟧。”', PUBLISHED)[0],
      '2024-07-02',
    );
  });

  it('prefers what attributes the passage to what it speaks of', () => {
    assert.deepEqual(
      near('7月4日，李明说：“⟦2030年12月1日之前，桥会塌⟧。”', PUBLISHED)[0],
      '2024-07-04',
    );
    assert.deepEqual(
      near('“⟦On May 1, 2023, they closed the bridge⟧,” Lee said on Tuesday.', PUBLISHED),
      ['2024-07-09', '2023-05-01'],
    );
    assert.deepEqual(near('“2023年5月1日他们关了桥。⟦桥会塌⟧。”李明7月4日表示。', PUBLISHED), [
      '2024-07-04',
      '2023-05-01',
    ]);
    assert.deepEqual(near('⟦李明7月4日表示，桥2023年就该修⟧。', PUBLISHED), ['2024-07-04', '2023']);
  });

  it('takes the sentence first, then the paragraph, then what stands before', () => {
    const text = [
      '6月1日，桥开工。',
      '6月20日，市长到场。她看了看。7月4日，李明开口：“⟦桥会塌⟧。”7月8日，桥还在。',
      '7月9日，没有人再提。',
    ].join('\n\n');
    assert.deepEqual(near(text, PUBLISHED), [
      '2024-07-04',
      '2024-07-08',
      '2024-06-20',
      '2024-06-01',
      '2024-07-09',
    ]);
  });

  it('puts what lies after the publication last', () => {
    assert.deepEqual(near('7月20日将投票，6月3日李明说：“⟦桥会塌⟧。”', PUBLISHED), [
      '2024-06-03',
      '2024-07-20',
    ]);
  });

  it('offers both Fridays that “last Friday” may be', () => {
    assert.deepEqual(near('Lee said last Monday: “⟦It falls⟧.”', PUBLISHED), [
      '2024-07-08',
      '2024-07-01',
    ]);
  });

  it('takes what the article says of itself for no date near the passage', () => {
    const text = '---\ntitle: 桥\ndate: 2024-07-11\n---\n\n上周五，李明说：“⟦桥会塌⟧。”';
    assert.deepEqual(near(text, PUBLISHED), ['2024-07-05']);
  });

  it('takes no longer for a long article', () => {
    const text = '7月4日，李明说：“桥会塌。”他还说，2023年的事，上周五已经谈过。\n\n'.repeat(6_000);
    const at = text.indexOf('桥会塌', 100_000);
    const times = Array.from({ length: 20 }, () => {
      const before = performance.now();
      assert.equal(datesNear(text, { start: at, end: at + 3 }, PUBLISHED)[0]?.date, '2024-07-04');
      return performance.now() - before;
    }).sort((a, b) => a - b);
    assert.ok((times[10] ?? Infinity) < 20, `${times[10]} ms`);
  });
});
