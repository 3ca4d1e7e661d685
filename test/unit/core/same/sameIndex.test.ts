import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SameIndex } from '../../../../src/core/same/sameIndex';
import { runAtOnce } from '../../../../src/core/text/steps';
import { STATEMENTS } from './statements';

const speaker = '甲方';
const indexOf = (...texts: readonly string[]): SameIndex => {
  const index = new SameIndex();
  runAtOnce(
    index.setArticle(
      'a',
      texts.map((text) => ({ text, speaker })),
    ),
  );
  return index;
};

describe('same statements', () => {
  for (const { text, same, other } of STATEMENTS) {
    const index = indexOf(...STATEMENTS.map((one) => one.text));
    const isFound = (words: string) =>
      index.same({ text: words, speaker }).some(({ i }) => STATEMENTS[i]?.text === text);
    for (const words of [text, ...same])
      it(`“${words}” says the same as “${text}”`, () => assert.ok(isFound(words)));
    for (const words of other)
      it(`“${words}” says something else than “${text}”`, () => assert.ok(!isFound(words)));
  }

  it('those of another speaker are left out, those of nobody are not', () => {
    const text = '城东的老桥撑不过三年，必须在明年开工重建。';
    const index = new SameIndex();
    runAtOnce(
      index.setArticle('a', [{ text, speaker: '甲方' }, { text, speaker: '乙方' }, { text }]),
    );
    const found = (asked?: string) => index.same({ text, speaker: asked }).map(({ i }) => i);
    assert.deepEqual(found('甲方'), [0, 2]);
    assert.deepEqual(found('丙方'), [2]);
    assert.deepEqual(found(), [0, 1, 2]);
  });

  it('an excerpt that the other text turns round is something else', () => {
    const index = indexOf('我并不认为城东的老桥撑不过三年。');
    assert.deepEqual(index.same({ text: '城东的老桥撑不过三年', speaker }), []);
  });

  it('words of a short phrase in a long statement are no excerpt', () => {
    const index = indexOf('他们昨天在会上说，新校舍的造价比原计划增加了百分之二十。');
    assert.deepEqual(index.same({ text: '他们说', speaker }), []);
  });

  it('what is put in again takes the place of what stood there', () => {
    const index = indexOf('城东的老桥撑不过三年，必须在明年开工重建。');
    runAtOnce(index.setArticle('a', [{ text: '修桥的钱要从地铁的预算里出。', speaker }]));
    assert.equal(index.size, 1);
    assert.deepEqual(index.same({ text: '城东的老桥撑不过三年', speaker }), []);
    assert.equal(index.same({ text: '修桥的钱要从地铁的预算里出', speaker })[0]?.score, 1);
  });

  it('any statement is found again, whatever was put in and taken out before and after', () => {
    const word = fc.constantFrom(
      ...Array.from('桥路车船山水风雨云星火木金土日月高低东西南北ABCDEFG'),
    );
    const text = fc.array(word, { minLength: 8, maxLength: 30 }).map((words) => words.join(''));
    const article = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      texts: fc.array(text, { maxLength: 200 }),
    });
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 12 }), (articles) => {
        const index = new SameIndex();
        const held = new Map<string, readonly string[]>();
        for (const { key, texts } of articles) {
          runAtOnce(
            index.setArticle(
              key,
              texts.map((one) => ({ text: one })),
            ),
          );
          held.set(key, texts);
        }
        for (const [key, texts] of held) {
          const i = texts.length - 1;
          const last = texts[i];
          if (last === undefined) continue;
          const found = index.same({ text: last });
          assert.ok(found.some((one) => one.article === key && one.i === i && one.score === 1));
        }
      }),
      { numRuns: 40 },
    );
  });
});
