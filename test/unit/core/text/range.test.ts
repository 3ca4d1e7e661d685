import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareText } from '../../../../src/core/text/compare';
import { compareRanges, rangeTouches, trimRange } from '../../../../src/core/text/range';

describe('trimRange', () => {
  const trimmed = (text: string) => {
    const range = trimRange(`x${text}x`, { start: 1, end: text.length + 1 });
    return { words: `x${text}x`.slice(range.start, range.end), start: range.start };
  };

  it('drops white space at the ends, that of Chinese typesetting and of web pages too', () => {
    assert.deepEqual(trimmed(' \t\n词 语\r\n '), { words: '词 语', start: 4 });
    assert.deepEqual(trimmed('\u3000\u3000首段\u00a0'), { words: '首段', start: 3 });
    assert.deepEqual(trimmed('”。'), { words: '”。', start: 1 });
  });

  it('is empty at its former start where there is nothing else', () => {
    assert.deepEqual(trimmed(' \n\u3000'), { words: '', start: 1 });
    assert.deepEqual(trimmed(''), { words: '', start: 1 });
  });

  it('agrees with trim', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(' ', '\n', '\u3000', 'a', '𠮷') }), (text) => {
        assert.equal(trimmed(text).words, text.trim());
      }),
    );
  });
});

describe('compareRanges', () => {
  it('puts the outer of two nested ranges first', () => {
    const ranges = [
      { start: 4, end: 6 },
      { start: 0, end: 2 },
      { start: 4, end: 9 },
      { start: 0, end: 1 },
    ];
    assert.deepEqual(ranges.sort(compareRanges), [
      { start: 0, end: 2 },
      { start: 0, end: 1 },
      { start: 4, end: 9 },
      { start: 4, end: 6 },
    ]);
  });
});

describe('touches', () => {
  it('counts both edges in', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((offset) => rangeTouches({ start: 2, end: 4 }, offset)),
      [false, true, true, true, false],
    );
  });
});

describe('compareText', () => {
  it('puts characters beyond U+FFFF after all others', () => {
    assert.deepEqual(['𠮷', '\uFF01', '中', 'a', 'Z', '', 'ab'].sort(compareText), [
      '',
      'Z',
      'a',
      'ab',
      '中',
      '\uFF01',
      '𠮷',
    ]);
  });

  it('agrees with the order of code points', () => {
    // UTF-32 compares code point by code point.
    const codes = (text: string) =>
      Array.from(text, (character) => character.codePointAt(0)?.toString(16).padStart(6, '0')).join(
        '',
      );
    const near = fc.string({
      unit: fc.constantFrom('a', '\ud7ff', '\ue000', '\uffff', '𐀀', '𠮷', '𠮸'),
    });
    fc.assert(
      fc.property(
        fc.oneof(near, fc.string({ unit: 'binary' })),
        fc.oneof(near, fc.string({ unit: 'binary' })),
        (a, b) => {
          const [codesA, codesB] = [codes(a), codes(b)];
          assert.equal(
            Math.sign(compareText(a, b)),
            codesA < codesB ? -1 : codesA > codesB ? 1 : 0,
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
