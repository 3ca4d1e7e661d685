import assert from 'node:assert/strict';
import { nameWithStance, stanceOfSign } from '../../../../src/core/codebook/stanceSuffix';

describe('a name with the sign of a stance', () => {
  it('is read with signs of all keyboards', () => {
    assert.deepEqual(nameWithStance('李+'), { name: '李', stance: 'favor' });
    assert.deepEqual(nameWithStance('李－'), { name: '李', stance: 'against' });
    assert.deepEqual(nameWithStance('Guo Mei 0'), { name: 'Guo Mei', stance: 'neutral' });
    assert.deepEqual(nameWithStance('李？'), { name: '李', stance: null });
  });

  it('is a stance alone where nothing stands before the sign', () => {
    assert.deepEqual(
      ['+', '－', ' 0 ', '?'].map((typed) => stanceOfSign(typed)),
      ['favor', 'against', 'neutral', null],
    );
    for (const typed of ['', '李+', '++', 'constructor', '1'])
      assert.equal(stanceOfSign(typed), undefined, typed);
  });

  it('is a name alone where there is no sign, or nothing before it', () => {
    for (const typed of ['李', '', '+', ' ?', 'GPT-40', 'Area 50']) {
      assert.equal(nameWithStance(typed), undefined, typed);
    }
  });
});
