import assert from 'node:assert/strict';
import {
  suggest,
  type Suggestion,
  type SuggestOptions,
} from '../../../../src/core/attribution/index';

/** What is suggested for words of a text. */
function found(text: string, words: string, options: SuggestOptions = {}): Suggestion[] {
  const start = text.indexOf(words);
  assert.ok(start >= 0, `“${words}” stands in the text`);
  return suggest(text, [{ start, end: start + words.length }], options);
}

function best(text: string, words: string, options: SuggestOptions = {}): string | undefined {
  return found(text, words, options)[0]?.speaker;
}

describe('who speaks in Chinese reports', () => {
  it('passes over relative clauses and offices in front of a name', () => {
    const text =
      '开了八年面馆的罗大成对记者坦言，房租涨得太快。青禾资本合伙人秦若兰则认为，生意会回来。';
    assert.equal(best(text, '房租涨得太快'), '罗大成');
    assert.equal(best(text, '生意会回来'), '秦若兰');
  });

  it('takes pronouns for people, and “该公司” for the company', () => {
    const text =
      '远山电子昨日发布声明，称产线没有停工。工程师简文博不这么看。他说，库存已经见底。该公司随后表示，不予置评。';
    assert.equal(best(text, '产线没有停工'), '远山电子');
    assert.equal(best(text, '库存已经见底'), '简文博');
    assert.equal(best(text, '不予置评'), '远山电子');
  });

  it('takes no mouth or face for part of a name', () => {
    const speakers = [{ name: '罗满仓', aliases: ['满仓'] }];
    const text =
      '这时候，常务副秘书长罗满仓来了。\n\n他通知了所有的新闻单位。\n\n满仓嘴里漏着气说：“再等两天，水就够了。”\n';
    assert.equal(best(text, '再等两天', { speakers }), '罗满仓');
  });

  it('finds descriptions, publications and names in quotation marks', () => {
    const text =
      '一位不愿具名的店主透露，货是去年的。市气象局的数据显示，雨少了三成。网友“半夏”评论说：“早该查了。”';
    assert.equal(best(text, '货是去年的'), '一位不愿具名的店主');
    assert.equal(best(text, '雨少了三成'), '市气象局');
    assert.equal(best(text, '早该查了'), '半夏');
  });

  it('takes whoever published a paper for the speaker, and its title where nobody is named', () => {
    for (const [text, speaker] of [
      ['根据远帆咨询《两岸渡口现状》报告显示，去年乘船的人少了三成。', '远帆咨询'],
      ['据远帆研究院《两岸渡口年报》显示，去年乘船的人少了三成。', '远帆研究院'],
      ['根据远帆研究院发布的《两岸渡口年报》，去年乘船的人少了三成。', '远帆研究院'],
      ['远帆研究院《两岸渡口年报》指出，去年乘船的人少了三成。', '远帆研究院'],
      ['根据远帆研究院《两岸渡口调查报告》显示，去年乘船的人少了三成。', '远帆研究院'],
      ['根据工信部发布的《渡口统计公报》，去年乘船的人少了三成。', '工信部'],
      ['据《渡口监测报告》显示，去年乘船的人少了三成。', '渡口监测报告'],
      ['根据《渡口数据安全法》规定，去年乘船的人少了三成。', '渡口数据安全法'],
      ['据统计局数据，去年乘船的人少了三成。', '统计局'],
      ['据邻国《瞭望晚报》6月3日报道，去年乘船的人少了三成。', '瞭望晚报'],
      ['《两岸渡口年报》显示，去年乘船的人少了三成。', '两岸渡口年报'],
      ['按照最新的《渡口条例》，去年乘船的人少了三成。', undefined],
    ] as const)
      assert.equal(best(text, '去年乘船的人少了三成'), speaker, text);
  });

  it('follows the turns of a transcript, and those quoted in them', () => {
    const text =
      '陶然：您怎么看涨价？\n\n季明：我的同事说过，“贵有贵的道理”。我不同意。\n\n贵的只是广告。\n\n陶然：明白了。\n\n季明：谢谢。';
    assert.equal(best(text, '您怎么看涨价'), '陶然');
    assert.equal(best(text, '贵有贵的道理'), '我的同事');
    assert.equal(best(text, '贵的只是广告'), '季明');
  });

  it('gives the answers of an interview to whom it is with', () => {
    const text =
      '近日，航天爱好者社团负责人葛子昂接受《青年观察》采访时表示：\n\n> Q：为什么做火箭？\n>\n> A：因为没人做小的。\n>\n> Q：难吗？\n>\n> A：点火最难。';
    assert.equal(best(text, '点火最难'), '葛子昂');
    assert.equal(best(text, '为什么做火箭'), '青年观察');
  });

  it('doesn’t take whom a question names for the one who answers', () => {
    const text =
      '# 守水库的人：对话申屠远\n\n申屠远今年六十岁，住在坝下。\n\n问：县里的简报说闸门锈了。\n\n答：锈的是栏杆。\n\n问：谁来修？\n\n答：我自己修。';
    assert.equal(best(text, '锈的是栏杆'), '申屠远');
    assert.equal(best(text, '我自己修'), '申屠远');
  });

  it('takes who does something in front of a colon for the speaker', () => {
    const text =
      '财务总监秦若兰随后补了细节：退货一共两批。\n\n方志远问秦若兰：“是哪一家？”对此秦若兰只是摇头：合同不许说。';
    const options = { speakers: [{ name: '秦若兰' }, { name: '方志远' }] };
    assert.equal(best(text, '退货一共两批', options), '秦若兰');
    assert.equal(best(text, '是哪一家', options), '方志远');
    assert.equal(best(text, '合同不许说', options), '秦若兰');
    assert.equal(
      found('方志远列出的原因有三：成本、时间和人。', '成本、时间和人')[0]?.cue,
      undefined,
    );
  });

  it('knows who bears an office that stands alone', () => {
    const text = '林业学院教授卓闻笛主张先种树。“树不会等人，”教授说。方志远没有接话。';
    assert.equal(best(text, '树不会等人'), '卓闻笛');
  });

  it('takes what somebody’s words, letter or paper is like for his saying it', () => {
    const text =
      '林岚的话很直：“先修屋顶。”方志远的回信只有一行：“再等一年。”\n\n远岫科技昨晚公布的三季报显示，亏损扩大六成。\n\n秦若兰关店一个月后贴了张纸，纸上写着：谁也没有掺水。';
    const speakers = ['林岚', '方志远', '远岫科技', '秦若兰'].map((name) => ({ name }));
    assert.equal(best(text, '先修屋顶', { speakers }), '林岚');
    assert.equal(best(text, '再等一年', { speakers }), '方志远');
    assert.equal(best(text, '亏损扩大六成', { speakers }), '远岫科技');
    assert.equal(best(text, '谁也没有掺水', { speakers }), '秦若兰');
  });

  it('knows whose speech a record is', () => {
    const text =
      '# 沈若谷年会演讲：慢一点\n\n以下为沈若谷演讲实录：\n\n**一、为什么慢**\n\n快了两年，事故多了三倍。\n\n（完）\n\n责任编辑：小周';
    assert.equal(best(text, '快了两年'), '沈若谷');
    assert.equal(best(text, '慢一点'), '沈若谷');
  });

  it('leaves no space in front of a name', () => {
    const text = '从 Tom Lee 旗下的 Pier 公司在官网宣布，要换掉所有的船。';
    assert.equal(best(text, '要换掉所有的船'), 'Pier 公司');
  });

  it('takes whose article it is from below the title, and not whose picture', () => {
    const article = (credit: string) =>
      `渡口要不要关\n\n来源：${credit}\n\n天气很好，会开了两个小时。\n\n关掉渡口省不了多少钱，这笔账没有人算过。`;
    const words = '关掉渡口省不了多少钱，这笔账没有人算过。';
    assert.equal(best(article('江边周刊'), words), '江边周刊');
    assert.equal(best(article('网络安全中心'), words), '网络安全中心');
    for (const credit of ['DepositPhotos', '视觉中国', '网络'])
      assert.equal(best(article(credit), words), undefined, credit);
  });

  it('leaves the author his own voice', () => {
    const text =
      '作者：阿远\n\n我在这条街住了二十年，我认识每一家店。\n\n街口的变化是从一家奶茶店开始的。我认为，店没有错。';
    assert.equal(best(text, '街口的变化'), '阿远');
    assert.equal(best(text, '店没有错'), '阿远');
  });

  it('suggests nobody rather than guess', () => {
    assert.deepEqual(found('今年的雨水很多。河边的路又淹了。', '河边的路又淹了'), []);
  });

  it('tells direct, indirect and mixed speech, and who passes it on', () => {
    const text =
      '据《江城早报》报道，林岚表示：“价格会在明年下降。”她说，“工厂已经连续开工三个月了”，不用担心。';
    const [direct] = found(text, '价格会在明年下降');
    assert.equal(direct?.quoteType, 'direct');
    assert.deepEqual(direct.reportedBy, ['江城早报']);
    assert.equal(found(text, '不用担心')[0]?.quoteType, 'indirect');
    assert.equal(found(text, '“工厂已经连续开工三个月了”，不用担心')[0]?.quoteType, 'mixed');
  });

  it('says with what precision, best first', () => {
    const text = '林岚表示：“价格会降。”方志远补充道，时间还不确定。明年再看。';
    for (const words of ['价格会降', '时间还不确定', '明年再看']) {
      const scores = found(text, words).map(({ score }) => score);
      assert.ok(scores.length > 0 && scores.every((score) => score > 0 && score <= 1));
      assert.deepEqual(
        scores,
        [...scores].sort((a, b) => b - a),
      );
    }
  });
});

describe('who speaks in stories without a list of their people', () => {
  it('collects them from what they say and what they are called', () => {
    const turns = Array.from({ length: 40 }, (_, index) =>
      index % 2 === 0
        ? `“It is late, Harriet, and number ${String(index)} is shut,” said Mr. Pell.`
        : `“Then we wait, Mr. Pell, as we did before,” Harriet replied.`,
    );
    const text = [...turns, '“Look at the gate,” said Harriet Voss.'].join('\n\n');
    assert.equal(best(text, 'number 4 is shut'), 'Mr. Pell');
    assert.match(best(text, 'Look at the gate') ?? '', /Harriet/);
  });
});
