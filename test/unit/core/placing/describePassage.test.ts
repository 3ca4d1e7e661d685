import assert from 'node:assert/strict';
import { describePassage, refuseUndecoded } from '../../../../src/core/placing/describePassage';
import { CodePointMap } from '../../../../src/core/text/codePoints';

describe('describePassage', () => {
  it('takes no characters for context that couldn’t be decoded', () => {
    const text = 'ab\uFFFDcd the words ef\uFFFDgh';
    const start = text.indexOf('the');
    const range = { start, end: start + 'the words'.length };
    const { exact, prefix, suffix } = describePassage(text, range, new CodePointMap(text));
    assert.deepEqual([exact, prefix, suffix], ['the words', 'cd ', ' ef']);
  });
});

describe('refuseUndecoded', () => {
  it('refuses words of which some couldn’t be decoded, and says what to do', () => {
    assert.throws(() => refuseUndecoded([{ exact: 'a' }, { exact: 'b\uFFFD' }]), /Reopen/);
    refuseUndecoded([{ exact: '闭源' }]);
  });
});
