import { strict as assert } from 'node:assert';
import { counted } from '../../../../src/core/text/counted';

describe('texts with numbers', () => {
  const TEXT = '{0} {0|turn|turns} of {1} {1|speaker|speakers}.';

  it('have one thing, and all other numbers of things', () => {
    assert.equal(counted(TEXT, 1, 2), '1 turn of 2 speakers.');
    assert.equal(counted(TEXT, 0, 1), '0 turns of 1 speaker.');
  });

  it('need not tell one from many', () => {
    assert.equal(counted('{1} 人的 {0} 处转向', 1, 2), '2 人的 1 处转向');
  });

  it('show values as they are, whatever they look like', () => {
    assert.equal(counted('“{0}”: {1}', '{1} $& {0|a|b}', 3), '“{1} $& {0|a|b}”: 3');
  });

  it('keep the places of values that are not given', () => {
    assert.equal(counted('{0} of {1|one|many}', 2), '2 of {1|one|many}');
  });
});
