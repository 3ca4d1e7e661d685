import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrontMatter } from '../../../../src/core/exchange/frontMatter';
import { isIsoDate, readDate } from '../../../../src/core/model/dates';

describe('what an article says of itself', () => {
  it('is read in the forms of seven programs', () => {
    const expected = { title: '汤', author: '甲', published: '2024-07-01' };
    for (const text of [
      '---\nlayout: post\nTitle: 汤\nAUTHOR: 甲\npublished: true\ndate: 2024-07-01 10:00:00 +0800\n---\n# 节\n',
      '+++\n# settings\ntitle = "汤"\ndate = 2024-07-01T10:00:00+08:00\n[params]\nauthor = "甲"\n+++\n# 节\n',
      '+++\ntitle = "汤"\nauthors = ["甲"]\ndate = 2024-07-01\n+++\n',
      '{\n  "title": "汤",\n  "author": {"name": "甲"},\n  "date": "20240701"}\n\n# 节\n',
      'title: 汤\ndate: 2024/7/1 08:00:00\nauthor: 甲\n---\n# 节\n',
      '---\ntitle: 汤\nauthor:\n  - name: 甲\n    email: a@b\ndate: July 1, 2024\n---\n',
      '---\ntitle: 汤\nauthor: "[[甲]]"\ndate: 2024年7月1日\n---\n',
      '% 汤\n% 甲\n% 1 July 2024\n\n# 节\n',
    ])
      assert.deepEqual(readFrontMatter(text), expected, text);
  });

  it('has the first heading that Markdown shows for a title', () => {
    for (const [text, title] of [
      ['```sh\n# install\n```\n\n# 题\n', '题'],
      ['<!--\n# no\n-->\n\n# 题\n', '题'],
      ['# 学习 C#\n', '学习 C#'],
      ['# **真** [标题](x) `c` &amp; \\* ##\n', '真 标题 c & *'],
      ['题\n===\n', '题'],
      ['> # no\n\n# ![](a.png)\n\n# 题\n', '题'],
      ['---\n---\n# 题\n', '题'],
      ['---\n\nProse: here.\nMore.\n\n---\n\n# 题\n', '题'],
      ['---\ntitle: [\n---\n# 题\n', '题'],
      ['+++\ntitle =\n+++\n# 题\n', '题'],
    ] as const)
      assert.deepEqual(readFrontMatter(text), { title }, text);
  });

  it('has authors without the words in front of them', () => {
    for (const [by, author] of [
      ['By Ann Lee', 'Ann Lee'],
      ['文/某甲', '某甲'],
      ['作者：某乙', '某乙'],
      ['Byron Lee', 'Byron Lee'],
      ['文三', '文三'],
    ] as const)
      assert.deepEqual(readFrontMatter(`---\nbyline: "${by}"\n---\n`), { author }, by);
    assert.deepEqual(readFrontMatter('---\nbyline: "作者："\n---\n'), {});
  });

  it('never throws, and no bomb goes off', () => {
    const bomb = `---\na0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')}author: *a30\n---\n# T\n`;
    const started = performance.now();
    assert.equal(readFrontMatter(bomb).title, 'T');
    assert.ok(performance.now() - started < 2_000);
    const part = fc.constantFrom(
      '---\n',
      '+++\n',
      '{',
      '}',
      '"',
      'title: ',
      'a = ',
      '[',
      '*a ',
      '&a ',
      '% ',
      '\n',
      '# x',
      '|\n',
      'date: ',
      '2024-02-31',
      ';;;\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        readFrontMatter(parts.join(''));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a date', () => {
  it('is read in usual forms', () => {
    for (const [written, date] of [
      ['2025-5-10T10:00:00+08:00', '2025-05-10'],
      ['2024年7月11日 10:00', '2024-07-11'],
      ['2024年7月', '2024-07'],
      ['July 11, 2024', '2024-07-11'],
      ['11 July 2024', '2024-07-11'],
      ['11. Juli 2024', '2024-07-11'],
      ['Thu, 11 Jul 2024 08:00:00 GMT', '2024-07-11'],
      ['2024/07/11', '2024-07-11'],
      ['2024.7.11', '2024-07-11'],
      ['20240711', '2024-07-11'],
      ['13/04/2024', '2024-04-13'],
      ['3.4.2024', '2024-04-03'],
      ['2024-02-29', '2024-02-29'],
      ['2024', '2024'],
    ] as const)
      assert.equal(readDate(written), date, written);
  });

  it('is none if the calendar lacks it, or it may be two', () => {
    for (const written of [
      '2024-02-31',
      '2023-02-29',
      '2024-13-01',
      '03/04/2024',
      'true',
      'today',
      '',
      '31 June 2024',
    ])
      assert.equal(readDate(written), undefined, written);
    assert.ok(isIsoDate('2024-07') && !isIsoDate('2024-02-31') && !isIsoDate('2024-7-1'));
  });
});
