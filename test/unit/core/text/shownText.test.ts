import assert from 'node:assert/strict';
import { excerpt } from '../../../../src/core/text/excerpt';
import { shownText } from '../../../../src/core/text/shownText';

describe('shownText', () => {
  it('leaves out what turns the reading direction, and control characters', () => {
    assert.equal(shownText('a\u202Egnp.exe\u202C\u2066b\u2069\u200F\u061C'), 'agnp.exeb');
    assert.equal(shownText('red\x1b[31m\x07\x00\x9b'), 'red[31m');
  });

  it('leaves words of all kinds, line ends and joined emoji as they are', () => {
    for (const text of [
      '闭源\t更强\r\n。',
      'שלום עולם',
      'مرحبا',
      '👩‍👩‍👧 ok',
      'e\u0301 n\u00a0b\u200bc',
    ])
      assert.equal(shownText(text), text);
  });

  it('is what excerpts are made of', () => {
    assert.equal(excerpt('a\u202Eb\x1bc'), 'abc');
  });
});
