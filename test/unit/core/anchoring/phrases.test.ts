import assert from 'node:assert/strict';
import {
  anchorAll,
  makeSelector,
  type Anchoring,
  type Selector,
} from '../../../../src/core/anchoring';
import { replace } from './articles';

/** Rules of a house, whose sentences begin and end alike. */
const RULES_EN = `# House rules

Residents agree that they will keep the stairs clear at all times. Residents agree that they will not store bicycles in the hall.

The landlord must be given written notice of any repair within three days. The landlord must be given written notice of any absence of more than a month.

Guests may stay for up to two weeks without the consent of the neighbours. Pets may stay for up to two weeks without the consent of the landlord.

Residents agree that they will carry the costs of broken windows. The garden is open to all who live here, until ten in the evening.
`;
const RULES_ZH = `# 住户守则

住户同意不得在楼道里堆放杂物。住户同意不得在晚上十点以后使用洗衣机。

需要维修的，应当在三天之内以书面形式通知房东。离开一个月以上的，应当事先以书面形式通知房东。

客人未经邻居同意最多可以住两个星期。宠物未经房东同意最多可以住两个星期。

住户同意不得擅自更换门锁。院子对所有住在这里的人开放，直到晚上十点。
`;

/** Describes a phrase where it stands in a sentence. */
function describeIn(text: string, sentence: string, words: string): Selector {
  const start = text.indexOf(sentence) + sentence.indexOf(words);
  return makeSelector(text, { start, end: start + words.length });
}

const BICYCLES = 'Residents agree that they will not store bicycles in the hall.';
const REPAIRS = '需要维修的，应当在三天之内以书面形式通知房东。';

describe('a short phrase that stands in several sentences', () => {
  it('is not attached elsewhere by common words beside it when its own sentence is deleted', () => {
    for (const words of ['that they will', 'agree that they will', 'they will'])
      assert.equal(
        anchorAll(replace(RULES_EN, BICYCLES, ''), [describeIn(RULES_EN, BICYCLES, words)])[0]
          ?.state,
        'orphaned',
        words,
      );
    for (const words of ['以书面形式', '以书面形式通', '形式通知房东'])
      assert.equal(
        anchorAll(replace(RULES_ZH, REPAIRS, ''), [describeIn(RULES_ZH, REPAIRS, words)])[0]?.state,
        'orphaned',
        words,
      );
  });

  it('is found where the words beside it changed on one side', () => {
    const cases = [
      [RULES_EN, BICYCLES, 'that they will', BICYCLES.replace('not store', 'never leave')],
      [RULES_ZH, REPAIRS, '以书面形式', REPAIRS.replace('通知房东', '告诉管理员')],
    ] as const;
    for (const [text, sentence, words, by] of cases) {
      const now = replace(text, sentence, by);
      const [result] = anchorAll(now, [describeIn(text, sentence, words)]) as [Anchoring];
      assert.equal(result.state, 'anchored');
      assert.equal(result.range.start, now.indexOf(by) + by.indexOf(words));
    }
  });
});
