import { strict as assert } from 'node:assert';
import { suggest } from '../../../../src/core/attribution';
import { findPassages } from '../../../../src/core/reading/findPassages';
import type { OfferedPassage } from '../../../../src/core/reading/offeredPassage';
import { TopicWords, wordsOf } from '../../../../src/core/reading/topicWords';

const ZH = `---
title: 渡口之争
---

# 渡口之争

航运公司总经理林岚在会上表示：“摆渡的成本还会下降，明年票价不会再涨。”天气很好，会开了两个小时。

专家周建国认为，老人可以坐公共汽车过桥。

所谓“智商税”并不存在。渡口应该留着，关掉渡口是错误的。
`;
const EN = `Mayor Helen Brook said the town could not pay for both.

It rained. “They can't walk ten miles,” said Tom Rivers, who runs the boats.
`;

function found(text: string, topic: readonly string[] = [], from = 0): OfferedPassage[] {
  const asked = {
    kind: 'markdown' as const,
    suggest: (ranges: readonly { start: number; end: number }[]) => suggest(text, ranges),
    topic,
  };
  return [...findPassages(text, asked, from)].flatMap((one) => one ?? []);
}
const shown = (text: string, passages: readonly OfferedPassage[]) =>
  passages.map(({ kind, range }) => `${kind}: ${text.slice(range.start, range.end)}`);

describe('findPassages', () => {
  it('finds quotations without their marks, and what is reported without the cue', () => {
    const passages = shown(ZH, found(ZH));
    assert.ok(passages.includes('quotation: 摆渡的成本还会下降，明年票价不会再涨。'));
    assert.ok(passages.includes('reported: 老人可以坐公共汽车过桥。'), passages.join('\n'));
    assert.ok(!passages.some((one) => one.includes('title')));
    assert.ok(!passages.some((one) => one.endsWith('智商税')));
  });

  it('does so in English', () => {
    const passages = shown(EN, found(EN));
    assert.ok(passages.includes("quotation: They can't walk ten miles,"), passages.join('\n'));
    assert.ok(passages.some((one) => one.startsWith('reported:') && one.includes('could not pay')));
    assert.ok(!passages.some((one) => one.includes('It rained')));
  });

  it('finds sentences about the topic at hand that nobody is said to have said', () => {
    const sentence = '关掉渡口是错误的';
    assert.ok(!shown(ZH, found(ZH)).some((one) => one.startsWith('topic:')));
    const passages = shown(ZH, found(ZH, ['渡口应该关掉', '关掉渡口才省钱']));
    assert.ok(
      passages.some((one) => one.startsWith('topic:') && one.includes(sentence)),
      passages.join('\n'),
    );
  });

  it('tells the words by which something is said, and none of another sentence', () => {
    const cues = found(ZH).map(({ kind, cue }) => [kind, cue] as const);
    assert.ok(cues.some(([kind, cue]) => kind === 'quotation' && cue === '表示'));
    assert.ok(cues.some(([kind, cue]) => kind === 'reported' && cue === '认为'));
    assert.deepEqual([...new Set(found(EN).map(({ cue }) => cue))], ['said']);
    assert.ok(cues.every(([kind, cue]) => kind !== 'attributed' || cue === undefined));
  });

  it('offers the items of a list that somebody is said to say, and not the words over it', () => {
    const text = `林岚提出了几条建议：

- 在两岸之间多开几班船，尤其在清晨

- 学生和老人坐船半价

周建国指出，这个渡口已经太旧太窄了：

1. 栈桥的木板每年都要换

# 船票

- 单程三元，往返五元
`;
    assert.deepEqual(shown(text, found(text)), [
      'reported: 在两岸之间多开几班船，尤其在清晨',
      'reported: 学生和老人坐船半价',
      'reported: 这个渡口已经太旧太窄了',
      'reported: 栈桥的木板每年都要换',
    ]);
  });

  it('takes what is behind Chinese words of attribution, however long time and place are', () => {
    const text = `在去年秋天举行的第三届两岸渡口与桥梁发展论坛的开幕式上，林岚直言“渡口一定会越来越旺”。

谈到桥对渡口和沿岸老街的长远影响，周建国认为，渡口该关了。

对于票价在两年之内涨了三次，林岚认为这是没有办法的事。

渡口每年亏损三百万元，周建国说。
`;
    assert.deepEqual(shown(text, found(text)), [
      'quotation: 渡口一定会越来越旺',
      'reported: 谈到桥对渡口和沿岸老街的长远影响，周建国认为，渡口该关了。',
      'reported: 对于票价在两年之内涨了三次，林岚认为这是没有办法的事。',
      'reported: 渡口每年亏损三百万元',
    ]);
  });

  it('cuts no link whose words say who says it, and offers no subject without what is said', () => {
    const text = `林岚在一封公开信中[表示](https://example.org/letter?id=7&from=pier)，渡口的船明年全部换新。

对于渡口能否赚回这笔钱，林岚持乐观态度。
`;
    assert.deepEqual(shown(text, found(text)), [
      'reported: 渡口的船明年全部换新。',
      'reported: 对于渡口能否赚回这笔钱，林岚持乐观态度。',
    ]);
  });

  it('keeps statements that only look as if they stated nothing', () => {
    const text = `林岚认为渡口应该这样管。

周建国认为，就业问题需要给出意见。

对于老人来说，渡口是少不了的，周建国说。
`;
    assert.deepEqual(shown(text, found(text)), [
      'reported: 渡口应该这样管。',
      'reported: 就业问题需要给出意见。',
      'reported: 对于老人来说，渡口是少不了的',
    ]);
  });

  it('leaves out the verb that a clause follows at once, and marks without their other half', () => {
    const text = `林岚认为渡口的船应该明年全部换新。航运公司宣布将在明年换掉所有的船。

**林岚表示，渡口的船“明年”全部换新**。

林岚说了声谢谢，认为了解情况的人不多。
`;
    assert.deepEqual(shown(text, found(text)).slice(0, 3), [
      'reported: 渡口的船应该明年全部换新。',
      'reported: 将在明年换掉所有的船。',
      'reported: 渡口的船“明年”全部换新',
    ]);
  });

  it('leaves such marks out of sentences that nobody is named for, too', () => {
    const text = `---
author: 沈岚
---

# 渡口

**综上三点，从目前的情况来看，渡口在一定程度上是不可避免要关的。尽管渡船可以方便两岸的居民，但公共汽车更能满足老人的需求，应该多开几班。**

桥修好以后，票价应该再降一些。”
`;
    assert.deepEqual(shown(text, found(text)), [
      'attributed: 综上三点，从目前的情况来看，渡口在一定程度上是不可避免要关的。',
      'attributed: 尽管渡船可以方便两岸的居民，但公共汽车更能满足老人的需求，应该多开几班。',
      'attributed: 桥修好以后，票价应该再降一些。',
    ]);
  });

  it('offers no link alone, but words that are one', () => {
    const text = `---
author: 沈岚
---

# 渡口

票价应该再降一些。

[原文](https://example.org/ferry/2024/07/11/ferry.html)

https://example.org/ferry/2024/07/11/ferry.html

[渡口的船应该明年换新。](https://example.org/ferry)
`;
    assert.deepEqual(shown(text, found(text)), [
      'attributed: 票价应该再降一些。',
      'attributed: [渡口的船应该明年换新。](https://example.org/ferry)',
    ]);
  });

  it('offers no words that say only that a view was given', () => {
    const text = `林岚在会上表示，票价不会再涨，并就渡口的去留发表了自己的看法。

在会上，林岚对渡口的去留等问题，发表了自己的看法。周建国也谈了他的意见。

林岚在采访中对此作出了回应。

林岚如是表示。

周建国认为，居民的看法同样重要。
`;
    assert.deepEqual(shown(text, found(text)), [
      'reported: 票价不会再涨，并就渡口的去留发表了自己的看法。',
      'reported: 居民的看法同样重要。',
    ]);
    const english = `Helen Brook gave her views on the ferry. Helen Brook said that the views of residents count as well.
`;
    assert.deepEqual(shown(english, found(english)), [
      'reported: the views of residents count as well.',
    ]);
  });

  it('tells questions, which state nothing, with their sign or without', () => {
    const text = `林岚表示，渡口每年还有几万人坐船，为什么一定要关掉它？

林岚是这样看的：

- 为什么渡口不能关

- 渡口不能关的理由很多
`;
    assert.deepEqual(
      found(text).map(({ asks }) => asks),
      [true, true, false],
    );
  });

  it('keeps words whole that go on at once behind the cue', () => {
    const text =
      '周建国表示感谢渡口的工人，孩子还要上学。\n\n“周建国没有说完这句长长的话。后来呢？';
    const passages = shown(text, found(text));
    assert.ok(passages.some((one) => one.endsWith('周建国表示感谢渡口的工人，孩子还要上学。')));
    assert.ok(!passages.some((one) => one.includes(': “')), passages.join('\n'));
  });

  it('comes in reading order, and begins behind a place', () => {
    const all = found(ZH);
    const starts = all.map(({ range }) => range.start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
    const [first, second] = all;
    assert.ok(first && second);
    assert.deepEqual(found(ZH, [], first.range.end)[0]?.range, second.range);
  });

  it('offers a long quotation by its sentences', () => {
    const sentence = '河面很宽，水流很急，没有船谁也过不去，这一点大家都看得见1。';
    const text = `老船工说：“${[1, 2, 3, 4, 5, 6, 7, 8].map((i) => sentence.replace('1', String(i))).join('')}”\n`;
    const passages = found(text);
    assert.equal(passages.length, 8);
    assert.equal(text.slice(passages[0]?.range.start, passages[0]?.range.end), sentence);
  });

  it('offers words once that are repeated', () => {
    const text = '林岚表示，渡口不能关，船还要开。\n\n林岚表示，渡口不能关，船还要开。\n';
    assert.equal(found(text).length, 1);
  });

  it('lets others have their turn between paragraphs', () => {
    const text = 'A line.\n\n'.repeat(50);
    const asked = { kind: 'markdown' as const, suggest: () => [], topic: [] };
    assert.ok([...findPassages(text, asked)].length >= 50);
  });
});

describe('TopicWords', () => {
  it('goes by rare words of the topic, and by more than one', () => {
    const sentences = ['渡口应该关掉', '渡口二十年没有事故', '今天下雨', '渡口在河边'].map(wordsOf);
    const topic = new TopicWords(['渡口应该关掉'], sentences);
    const share = (text: string) => topic.shareIn(wordsOf(text));
    assert.ok(share('渡口应该关掉') > share('渡口二十年没有事故'));
    assert.equal(share('渡口'), 0);
    assert.equal(share('今天下雨'), 0);
    assert.ok(share('关掉渡口') > 0);
  });

  it('knows words of other scripts by their beginnings', () => {
    assert.deepEqual([...wordsOf('The models, closed MODELS')], ['models', 'closed']);
  });
});
