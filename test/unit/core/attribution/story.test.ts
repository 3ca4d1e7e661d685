import assert from 'node:assert/strict';
import { AttributedArticle } from '../../../../src/core/attribution/index';

const SPEAKERS = [
  { name: '韩守田', aliases: ['守田'] },
  { name: '葛玉梅', aliases: ['玉梅'] },
  { name: '罗满仓', aliases: ['满仓'] },
];

/** A story in which the first of `lines` is told after everybody was seen to talk. */
const around = (lines: string) => `葛玉梅把水桶放在井台上，看了看天。

罗满仓说：

“今年的雨水少。”

韩守田问他：

“渠里还有多少水？”

罗满仓笑着说：

“够浇两亩地。”

${lines}

天色暗下来，三个人收了工具往回走。
`;

/** Who says some words of a story. */
function speaks(lines: string, words: string): string | undefined {
  const text = around(lines);
  const start = text.indexOf(words);
  assert.ok(start >= 0, `“${words}” stands in the text`);
  const article = new AttributedArticle(text, { speakers: SPEAKERS });
  return article.suggest([{ start, end: start + words.length }])[0]?.speaker;
}

describe('the speaker of a turn in a Chinese story', () => {
  it('asks, where somebody is asked', () => {
    const lines = '一直没有抬头的韩守田问罗满仓：\n\n“闸门是谁开的？”';
    assert.equal(speaks(lines, '闸门是谁开的？'), '韩守田');
  });

  it('is described in front of his name, and speaks in his manner', () => {
    const lines = '连平时少话的葛玉梅也慢条斯理地说：\n\n“夜里我去守着。”';
    assert.equal(speaks(lines, '夜里我去守着。'), '葛玉梅');
  });

  it('isn’t whom he speaks to, however that one is described', () => {
    const lines = '韩守田擦了擦手，对蹲在石头上抽烟的罗满仓说：\n\n“明天换一根管子。”';
    assert.equal(speaks(lines, '明天换一根管子。'), '韩守田');
  });

  it('speaks behind somebody who was about to', () => {
    const lines = '没等韩守田开口说话，葛玉梅就对他说：\n\n“管子在我家院里。”';
    assert.equal(speaks(lines, '管子在我家院里。'), '葛玉梅');
  });

  it('is the one whose words somebody hears behind them', () => {
    for (const line of [
      '韩守田听完葛玉梅的话，半天没有作声。',
      '韩守田同意了葛玉梅的这个意见。',
      '韩守田低下头，被葛玉梅问住了。',
      '葛玉梅说完，提起水桶就走了。',
    ]) {
      const lines = `风从沟口吹过来。\n\n“要是水不够，先浇西边的。”\n\n${line}`;
      assert.equal(speaks(lines, '要是水不够'), '葛玉梅', line);
    }
  });

  it('is announced, though the answer stands in the same line', () => {
    const lines = '韩守田问罗满仓：\n\n“你算过没有？”罗满仓马上说：“算过两遍了。”';
    assert.equal(speaks(lines, '你算过没有？'), '韩守田');
    assert.equal(speaks(lines, '算过两遍了。'), '罗满仓');
  });

  it('keeps somebody from something who wants to do it', () => {
    const lines = '韩守田也想搭手，却被葛玉梅拦住了，说：\n\n“你歇着。”';
    assert.equal(speaks(lines, '你歇着。'), '葛玉梅');
  });

  it('looks at somebody who asks, and answers', () => {
    const lines = '罗满仓看韩守田这样问他，只好说：\n\n“是我开的。”';
    assert.equal(speaks(lines, '是我开的。'), '罗满仓');
  });

  it('answers who just asked', () => {
    const lines =
      '韩守田到镇上去了一趟，办完了事，才往回走。\n\n他看见罗满仓蹲在渠边，就走过去。\n\n“水停了？”\n\n韩守田着急地问。\n\n“后半夜停的。”';
    assert.equal(speaks(lines, '后半夜停的。'), '罗满仓');
  });
});
