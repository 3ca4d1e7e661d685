import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodePointMap, codePointLength } from '../../../../src/core/text/codePoints';

/** Texts with pairs, lone surrogates and joiners close together, where counting goes wrong. */
const texts = fc
  .array(fc.constantFrom('a', '，', '𠮷', '👩‍💻', '\ud83d', '\ude00', '\u0301', '\n', '𪚥'))
  .map((parts) => parts.join(''));

describe('CodePointMap', () => {
  it('counts a rare Han character and an emoji as one each, as Python does', () => {
    const map = new CodePointMap('他在𠮷野家说😮‍💨好');
    assert.deepEqual(map.rangeToCodePoints({ start: 4, end: 6 }), { start: 3, end: 5 });
    assert.deepEqual(map.rangeToUtf16({ start: 2, end: 3 }), { start: 2, end: 4 });
    assert.equal(codePointLength('👩‍💻'), 3, 'a joined emoji is several code points');
  });

  it('takes an offset inside a pair for the character’s start', () => {
    assert.equal(new CodePointMap('𠮷a').toCodePoint(1), 0);
    assert.equal(new CodePointMap('a𠮷𠮷').toCodePoint(4), 2);
  });

  it('clamps what lies outside the text', () => {
    const map = new CodePointMap('a𠮷');
    assert.deepEqual(
      [map.toCodePoint(-5), map.toCodePoint(99), map.toUtf16(-5), map.toUtf16(99)],
      [0, 2, 0, 3],
    );
    assert.equal(new CodePointMap('').toCodePoint(3), 0);
    assert.equal(new CodePointMap('').toUtf16(3), 0);
  });

  it('counts a lone surrogate as one and never throws', () => {
    const map = new CodePointMap('\ud83da\ude00');
    assert.deepEqual(
      [0, 1, 2, 3].map((offset) => map.toCodePoint(offset)),
      [0, 1, 2, 3],
    );
    // A low before a high one makes no pair; a high one before a pair stands alone.
    assert.equal(codePointLength('\ude00\ud83d'), 2);
    assert.equal(codePointLength('\ud83d𠮷'), 2);
  });

  it('agrees with Array.from at every character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const map = new CodePointMap(text);
        let utf16 = 0;
        Array.from(text).forEach((character, codePoint) => {
          assert.equal(map.toCodePoint(utf16), codePoint);
          assert.equal(map.toUtf16(codePoint), utf16);
          if (character.length === 2) assert.equal(map.toCodePoint(utf16 + 1), codePoint);
          utf16 += character.length;
        });
        assert.equal(codePointLength(text), Array.from(text).length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives any range of code points back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
        const characters = Array.from(text);
        const [start, end] = [a % (characters.length + 1), b % (characters.length + 1)].sort(
          (x, y) => x - y,
        ) as [number, number];
        const map = new CodePointMap(text);
        const range = map.rangeToUtf16({ start, end });
        assert.equal(text.slice(range.start, range.end), characters.slice(start, end).join(''));
        assert.deepEqual(map.rangeToCodePoints(range), { start, end });
      }),
    );
  });
});
