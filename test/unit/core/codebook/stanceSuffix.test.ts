import assert from 'node:assert/strict';
import { nameWithStance } from '../../../../src/core/codebook/stanceSuffix';

describe('a name with the sign of a stance', () => {
  it('is read with signs of all keyboards', () => {
    assert.deepEqual(nameWithStance('李+'), { name: '李', stance: 'favor' });
    assert.deepEqual(nameWithStance('李－'), { name: '李', stance: 'against' });
    assert.deepEqual(nameWithStance('Guo Mei 0'), { name: 'Guo Mei', stance: 'neutral' });
    assert.deepEqual(nameWithStance('李？'), { name: '李', stance: null });
  });

  it('is a name alone where there is no sign, or nothing before it', () => {
    for (const typed of ['李', '', '+', ' ?', 'GPT-40', 'Area 50']) {
      assert.equal(nameWithStance(typed), undefined, typed);
    }
  });
});
