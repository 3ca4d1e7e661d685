import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  decodePairs,
  encodePairs,
  foldHanVariant,
} from '../../../../src/core/anchoring/folding/hanVariants';
import { PAIRS } from '../../../../src/core/anchoring/folding/hanVariantPairs';

describe('variants of Chinese characters', () => {
  it('reads the pairs that it wrote (property)', () => {
    const unit = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(unit, unit), { selector: ([from]) => from }), (pairs) => {
        const sorted = [...pairs].sort(([a], [b]) => a - b);
        assert.deepEqual(decodePairs(encodePairs(sorted)), sorted);
      }),
    );
  });

  it('has one character that stands for all of its variants, and is none itself', () => {
    const pairs = decodePairs(PAIRS);
    assert.ok(pairs.length > 2500);
    for (const [, to] of pairs) assert.equal(foldHanVariant(to), to);
  });

  it('leaves alone what has no variant', () => {
    for (const character of ['人', '山', 'a', '。', '\ud800'])
      assert.equal(foldHanVariant(character.charCodeAt(0)), character.charCodeAt(0));
  });
});
