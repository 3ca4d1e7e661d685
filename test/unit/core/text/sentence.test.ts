import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sentenceAt } from '../../../../src/core/text/sentence';
import { checkAll } from './markedSentences';

describe('the sentence at the cursor', () => {
  describe('in Chinese', () => {
    checkAll('ends at full-width stops', [
      '‹今天¦下雨。›明天晴。',
      '今天下雨。‹明天晴¦。›',
      '‹真的¦吗？！›我不信。',
      '真的吗？！‹我¦不信……他说。›走吧。',
      '‹成本降了1.8¦元；省下的钱加菜。›好。',
    ]);
    checkAll('ends at an ASCII mark right before a Han character', [
      '‹你好¦吗?›我很好!他呢?',
      '你好吗?‹我¦很好!›他呢?',
      '你好吗?我很好!‹他呢¦?›',
    ]);
    checkAll('takes closing quotation marks along', [
      '‹他说：“今天¦下雨。”›明天晴。',
      '‹他说：“今天下雨。¦”›明天晴。',
      '‹「他¦来了。」›她说。',
      '‹“他们¦赢了。🚀”›散会。',
      '‹“They won¦. 👨‍👩‍👧🏽”› They left.',
      '‹赢了¦。👍🏽›\n然后。',
      '赢了。‹🚀升¦空。›好。',
      '‹『快走¦！』›她喊。',
      '“一。‹二¦。›”三。',
      '他说（不对。）‹然¦后走了。›',
      '‹“车上说‘停¦。’”›然后。',
    ]);
    checkAll('leaves an opening quotation mark to the sentence it opens', [
      '甲来了。‹“走¦吧。”›她说。',
      '‹甲¦来了。›“走吧。”她说。',
      '‹「一¦。」›「二。」',
      '「一。」‹「二¦。」›',
      '甲。‹（乙¦。）›丙。',
      '甲。‹《乙¦》好。›',
      '甲来了。‹【广告¦】好。›',
    ]);
    checkAll('tells opening from closing ASCII quotation marks by counting', [
      '他来了。‹"走¦吧。"›她说。',
      '‹他¦来了。›"走吧。"她说。',
      '"一。‹二¦。›"三。',
      '"一。二。"‹三¦。›',
    ]);
    checkAll('has both marks of a quotation or neither', [
      '他说：“一。‹二¦。›”三。',
      '“‘一。‹二¦。›’”三。',
      '‹“一¦。”›二。',
    ]);
    checkAll('has no mark of a quotation that goes on in another paragraph', [
      '他说。“‹假如你想买“红伞¦”，哪里都没有。›\n\n只好自己做。”',
      '他说。“假如你想买“红伞”，哪里都没有。\n\n‹只好自己¦做。›”',
      '“‹One¦ umbrella is red.›\n\n“Another is blue.”',
      '‹“¦”›',
    ]);
    checkAll('is no number in front of a heading, also inside its emphasis', [
      '‹**1.开源¦更便宜**›',
      '‹**2\\. 闭源¦更强，服务更稳定**›',
      '‹**（三）¦谁来付钱**›',
      '‹“1. Open¦ models are cheap.”› He left.',
      '答案是一。‹42¦.›然后走了。',
    ]);
    checkAll('takes over a footnote’s number', [
      '‹第一¦句。[1]›第二句。',
      '第一句。[^2]‹第二¦句。›',
      '‹第一¦句。¹²›第二句。',
    ]);
    checkAll('runs over the line ends of a paragraph', [
      '一。‹二句很长，\n换行¦继续。›下一句。',
      '‹“十二点¦”这三个字，\n写了三次。›他说。',
    ]);
    checkAll('leaves the indentation out', [
      '\u3000\u3000‹首段¦缩进。›第二句。',
      '¦\u3000\u3000‹首段缩进。›第二句。',
    ]);
  });

  describe('in English', () => {
    checkAll('does not end at abbreviations', [
      '‹Dr. Smith¦ met Mr. Jones and Mrs. Day.› He left.',
      '‹See e.g. the¦ i.e. part, cf. that vs. this.› Next.',
      '‹The U.S. Senate¦ paid U.S. $2.1 million.› Next.',
      '‹Rule No. 5 costs¦ 3.5 per cent.› Next.',
      '‹At 11.42 p.m. they¦ met.› Next.',
      '‹On 3 Nov. 2024 it¦ rained.› Next.',
      '‹St. John Inc. said¦ so.› Next.',
      '‹J. K. Rowling¦ wrote.› Next.',
      '‹J. A. Smith¦ wrote.› Next.',
    ]);
    checkAll('ends where an abbreviation is the last word', [
      '‹I live¦ in the U.S.› The rest do not.',
      '‹The meeting¦ is at 5 p.m.› It was moved.',
      '‹They¦ chose plan B.› The council met.',
      '‹They met in¦ Main St.› The council did not.',
      '‹The answer¦ is: No.› Nobody pays.',
    ]);
    checkAll('takes closing quotation marks along', [
      '‹He said “Stop¦.”› Then he left.',
      '‹He said "Stop¦."› Then he left.',
      '‹He said "Stop.¦"› Then he left.',
      "‹He said 'Stop¦.'› It's late.",
      '‹(In brackets¦.)› Out.',
    ]);
    checkAll('goes on after a quoted question', [
      '‹"Why?" she¦ asked.› No answer.',
      '‹“Never¦!” said the Forum.› No.',
    ]);
    checkAll('is not ended by an address', [
      '‹See https://a.org/x.html?y=1 for¦ more.› Next.',
      '‹See [it](https://a.org/x?y=1.2)¦ there.› Next.',
      '‹[All of it¦.](https://a.org/x%281%29?y=z)› More text.',
    ]);
    checkAll('runs over hard-wrapped lines', [
      'One. ‹Two is\nwrapped¦ here.› Three.',
      'One. ‹Two¦ is\nwrapped here.›\nThree.',
      '‹It was in\n2024¦.›\nThat was it.',
    ]);
  });

  describe('with Markdown', () => {
    checkAll('takes emphasis that closes after the full stop along', [
      '‹First **bold sent¦ence.**› Next one.',
      'First **bold sentence.** ‹Ne¦xt one.›',
      '**First.** ‹**Sec¦ond.**› Third.',
      '‹**甲¦说。**›乙说。',
      '**甲说。**‹乙¦说。›',
      '甲说。‹**乙¦说。**›',
      '‹**甲¦说。**›**乙说。**',
      '**甲说。**‹**乙¦说。**›',
      '**一。‹二¦。**›三。',
      '**一。二。**‹三¦。›',
      '‹“**先¦装。**”›再谈。',
      '‹**“只有¦一句。”**›后来。',
      '‹***All¦ of it.***› Next.',
      '‹__Under¦lined.__› Next.',
      '‹~~Gone¦.~~› Next.',
    ]);
    checkAll('keeps to its block', [
      'Before\n# ‹Heading¦›\nText after.',
      '# Heading\n‹Text¦ after.›',
      '‹Title¦›\n===\nText.',
      'Title\n---\n‹Text¦.›',
      '- ‹item o¦ne.› Two.\n- item two',
      '- item one\n- ‹item\n  wrapped¦›\n- item three',
      '* * *\n‹Text¦›',
      '1. ‹第一¦点。›第二点。\n2. 第二',
      '**1\\. 饭**\n\n3\\. ‹到底¦凉不凉›',
      '1) ‹one¦›\n2) two',
      '![图](a.png)\n‹文¦字。›',
      '```\n‹code¦›\n```',
    ]);
    checkAll('reads a block quote’s lines as one paragraph, deeper ones as another', [
      '> One. ‹Two is\n> wrapped¦.›\n> Three.',
      '> > ‹nested\n> > wrapped¦.›',
      '> outer\n>> ‹inner¦›\n> outer',
      '> a。\n>\n> ‹b¦。›',
      '> text\n> - ‹item¦›',
    ]);
    checkAll('takes one cell of a table', [
      '| 剩饭率 | ‹“接近¦两成”› | 学校 |\n| --- | --- | --- |',
      '| 备注 | ‹不含人工｜不含\\|¦分餐› | |',
      '¦| ‹甲› | 乙 |',
      '| 甲 | ‹乙› |¦',
      '| 甲。‹乙¦。› | 丙 |',
    ]);
  });

  describe('at an edge', () => {
    checkAll('belongs to the sentence before a space or line end, else to the one that begins', [
      '‹End.›¦ Next.',
      'End. ‹¦Next.›',
      '‹End.›¦  \nNext line.',
      '> One.\n¦> ‹Two.›',
      '‹End.›¦\nNext line.',
      '‹End.›¦',
      'End.\n‹¦Next line.›',
      '甲。‹¦乙。›',
    ]);

    it('is empty on a blank line and in an empty text', () => {
      for (const [text, offset] of [
        ['', 0],
        ['  ', 1],
        ['One.\n\nTwo.', 5],
        ['One.\n \u3000\nTwo.', 6],
        ['One.\n', 5],
      ] as const) {
        assert.deepEqual(
          sentenceAt(text, offset),
          { start: offset, end: offset },
          JSON.stringify(text),
        );
      }
    });
  });

  it('reads only so much of an endless paragraph', () => {
    const sentence = '这一句有二十个字左右吧。𠮷';
    const text = sentence.repeat(16_000);
    const middle = sentence.length * 8_000 + 5;
    const { start, end } = sentenceAt(text, middle);
    assert.equal(text.slice(start, end), '𠮷这一句有二十个字左右吧。');
    assert.ok(start < middle && middle < end);
    const endless = '𠮷'.repeat(100_000);
    const cut = sentenceAt(endless, 100_001);
    assert.ok(cut.end - cut.start <= 10_002, 'bounded');
    assert.ok(cut.start % 2 === 0 && cut.end % 2 === 0, 'no character cut in two');
    const wrapped = 'some words and\n'.repeat(14_000);
    const range = sentenceAt(wrapped, 100_000);
    assert.ok(range.start < 100_000 && 100_000 < range.end && range.end - range.start < 20_000);
  });

  it('reads the awkward articles as a reader would', () => {
    const sentence = (name: string, words: string) => {
      const text = readFileSync(
        new URL(`../../../fixtures/articles/${name}`, import.meta.url),
        'utf8',
      );
      const { start, end } = sentenceAt(text, text.indexOf(words));
      return text.slice(start, end);
    };
    assert.equal(
      sentence('school-meals.zh.md', '家长联合会的回应'),
      '家长联合会的回应只有一句：**“便宜的是账本，凉掉的是饭盒。”**',
    );
    assert.equal(
      sentence('school-meals.zh.md', '每周三下午'),
      '**每周三下午，“谁想看谁就来看”**，不用预约。',
    );
    assert.equal(
      sentence('school-meals.zh.md', '第一个被问责'),
      '中央厨房出了问题，第一个被问责的还是我们教育局。',
    );
    assert.equal(sentence('school-meals.zh.md', '接近两成'), '“接近两成”');
    assert.equal(
      sentence('night-market-interview.zh.md', '八成在十二点'),
      '去年我们收到2,317件投诉，八成在十二点以后。',
    );
    assert.equal(sentence('night-market-interview.zh.md', '谁来给他们'), '谁来给他们做饭？*');
    assert.equal(
      sentence('night-buses.en.txt', 'i.e. about'),
      'It says the service would cost 3.5 per cent of its yearly\nbudget, i.e. about U.S. $2.1 million, and that it would pay for itself\n"within three years at the latest".',
    );
  });
});
