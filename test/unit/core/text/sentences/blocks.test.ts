import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textBlockAt } from '../../../../../src/core/text/blocks/textBlock';
import { sentenceAt } from '../../../../../src/core/text/sentence';
import { check, checkAll } from '../markedSentences';

describe('the sentence at the cursor keeps to its block', () => {
  checkAll('an image is not cut', [
    '‹![Look! A st¦ork](nest.png)›',
    'It nests. ‹See ![Look! A st¦ork](nest.png) there.› Then.',
    '‹![看！鹳¦](nest.png)›\n\n正文。',
  ]);
  checkAll('callouts, tasks, footnotes', [
    '> [!note] ‹A ti¦tle›\n> Body. More.',
    '> [!note] A title\n> ‹Bo¦dy.› More.',
    '> [!warning]-\n> ‹当¦心。›好。',
    '- [ ] ‹buy br¦ead›\n- [x] sold',
    '- [ ] buy bread\n- [x] ‹so¦ld›\n  - [/] half',
    'Text[^a].\n\n[^a]: ‹First no¦te here.› More.\n[^b]: second',
    '[^a]: First\n[^b]: ‹second¦›',
    '[^a]: First\n\n    ‹Its second para¦graph.›\n',
  ]);
  checkAll('cells of tables, also without leading bars', [
    'dish | price\n--- | ---\n‹soup, hot¦› | 3',
    'dish | price\n--- | ---\nsoup | ‹3 eu¦ros›',
    '| 菜 | 价 |\n|---|---|\n| ‹汤¦› | 三元 |',
  ]);
  checkAll('nested items, HTML, code, rules', [
    '1. one\n   - ‹deep¦ item›\n   - other',
    '<div>\n<p>‹One¦.› Two.</p>\n<p>Three</p>\n</div>',
    '<ul><li>one</li><li>‹tw¦o›</li></ul>',
    '```sh\nnpm i\n‹npm¦ test›\n```',
    'Title\n=====\n‹Te¦xt.›',
    '甲。\n\n***\n\n‹乙¦。›',
    'First.  \n‹Sec¦ond line.›',
    'First.\\\n‹Sec¦ond line.›',
  ]);
  checkAll('in front matter, the value', [
    '---\ntitle: ‹A. B¦ c›\ndate: 2024\n---\nText.',
    '---\ntitle: "‹甲：乙¦！丙。›"\n---\n正文。',
    '+++\ntitle = "‹题¦›"\n+++\n正文。',
    '---\ntags:\n  - ‹on¦e›\n  - two\n---\n',
    '---\nsummary: |\n  ‹First li¦ne.\n  Second.›\ntitle: x\n---\n',
    'title: ‹Open¦ form›\ntags: x\n---\nText.',
    '{\n  "title": "‹Th¦is›",\n  "draft": true\n}\n\nText.',
  ]);
  checkAll('markup is not cut', [
    '‹甲说**一¦。二。**›三。',
    '‹One <b>bo¦ld.</b>› Two.',
    '‹One ==marked¦.==› Two.',
    '‹Run `a. B` no¦w.› Next.',
    '‹Read [One. Two.](x.md) fi¦rst.› Next.',
    '‹Read [[One. Two|it]] fi¦rst.› Next.',
    '**‹一¦。›二。**三。',
  ]);
});

describe('the sentence at the cursor in plain text', () => {
  const plain = (title: string, cases: readonly string[]) =>
    it(title, () => cases.forEach((one) => check(one, 'plain')));
  plain('turns of a transcript', [
    '访谈\n　　问者：怎么看\n　　‹赵六：不太¦行›\n　　问者：为何',
    '‹S01: yes I\nthink¦ so›\nS02: no',
    '[00:15:17] ‹赵六：好¦的›\n[00:15:20] 钱七：不',
    '问：好吗？\n‹答：不¦好。›下回再说。',
    'Ann Lee: I came.\n‹John: You¦ did.›',
    '赵六 00:15\n‹这个不¦行›\n钱七 00:16\n行',
  ]);
  plain('subtitles', [
    '1\n00:00:01,000 --> 00:00:02,000\n‹早上¦好。›走吧\n\n2\n00:00:03,000 --> 00:00:04,000\n好',
    'WEBVTT\n\nintro\n00:01.000 --> 00:02.000 align:start\n‹Good mor¦ning.›\n',
  ]);
  plain('signs of lists', [
    '• 一\n• ‹二¦›\n• 三',
    '· 一\n· ‹二¦›',
    '– eins\n– ‹zwei¦›',
    '一、‹先洗¦手›\n二、再吃饭',
    '（1）‹甲¦›\n（2）乙',
    '① 甲\n② ‹乙¦›',
    'a) one\nb) ‹two¦›',
    '1. one\n2. ‹two¦›',
  ]);
  plain('wrapped lines go on', [
    '    ‹It was¦ a dark\nnight.› So.',
    '‹The city\n– which is big –¦ grew.› So.',
    '‹He met Smith in\nLondon: the¦ city.› So.',
  ]);
  it('has no text on the times of a subtitle', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nHello.\n';
    for (const offset of [0, 5, 20])
      assert.deepEqual(sentenceAt(text, offset, 'plain'), { start: offset, end: offset });
  });
});

describe('sentences', () => {
  checkAll('with quotations, in four languages', [
    '‹“Will it la¦st?” Ms Lee asked.› No.',
    '‹“Why?” Ann¦ Lee said.› No.',
    '‹«\u00a0Bon¦jour.\u00a0»› Il part.',
    '‹« Bon¦jour. »› Il part.',
    '‹»Nein¦.«› Er ging.',
    '‹„Hält das¦?“, fragte Frau Lee.› Ja.',
    '‹「雨が降る¦。」と述べた。›次。',
    '他说：“‹不¦行。›我不去。”走了。',
    '‹他¦说：“不行。我不去。”›走了。',
  ]);
  checkAll('with German ordinals and abbreviations', [
    '‹Er kam am 3. Okt¦ober an.› Dann ging er.',
    '‹Das war im 19. Jahr¦hundert so.› Heute nicht.',
    '‹Wir essen z. B. Br¦ot.› Und Käse.',
    '‹Frau Dr. Ada¦ kam.› Gut.',
    '‹I am 30¦.› She is 25.',
  ]);
  it('lie inside one block of any text, and nothing throws', () => {
    const parts =
      '# |- |> |\n|\n\n|**|==|<b>|</b>|[x](y)|![a!](b)|`|```\n|| a | b |\n|---\n|+++\n|a: |甲：|。|. |“|”|「|」|A|b|1. |[^1]: |- [ ] |<!--|-->|　　|\t|<div>|\\|00:00:01,000 --> 00:00:02,000\n'.split(
        '|',
      );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts, '|'), { maxLength: 30 }),
        fc.nat(),
        fc.constantFrom('markdown' as const, 'plain' as const),
        (words, at, kind) => {
          const text = words.join('');
          const offset = at % (text.length + 1);
          const block = textBlockAt(text, offset, kind);
          const { start, end } = sentenceAt(text, offset, kind);
          if (block === undefined) assert.deepEqual([start, end], [offset, offset]);
          else if (start < end) assert.ok(block.start <= start && end <= block.end);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
