import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldForNow, foldText, foldedIndex } from '../../../../src/core/anchoring/folding/foldText';
import { runAtOnce } from '../../../../src/core/text/steps';

const folded = (text: string): string => {
  const { units, length } = foldText(text);
  return String.fromCharCode(...units.subarray(0, length));
};

describe('folding', () => {
  it('takes away what typesetting changes', () => {
    assert.equal(
      folded('Ｆｕｌｌ　Width，“quoted” — and **bold**…'),
      'fullwidth,"quoted"-andbold...',
    );
    assert.equal(folded('café ﬁn'), 'cafefin');
    assert.equal(folded('cafe\u0301'), folded('caf\u00e9'));
    assert.equal(folded('换行\r\n　之后。'), '换行之后.');
    assert.equal(folded('\ufeff零\u200b宽'), '零宽');
  });

  it('makes simplified and traditional characters the same, one for one', () => {
    assert.equal(folded('後來發現頭髮乾了'), folded('后来发现头发干了'));
    assert.equal(folded('為麵裡著'), folded('爲麪裏着'));
    assert.equal(folded('臺灣的軟體與網路').length, 8);
  });

  it('keeps words and characters apart that differ', () => {
    assert.notEqual(folded('claim'), folded('clam'));
    assert.notEqual(folded('开源'), folded('闭源'));
  });

  it('says where each unit came from, in order (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { offsets, length } = foldText(text);
        for (let index = 0; index < length; index += 1) {
          const offset = offsets[index]!;
          assert.ok(offset < text.length);
          assert.ok(index === 0 || offsets[index - 1]! <= offset);
          assert.ok(foldedIndex(foldText(text), offset) <= index);
        }
      }),
    );
  });

  it('folds piece by piece as it folds the whole (property)', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'binary', maxLength: 40 }),
        (a, b) => {
          assert.equal(folded(a + b), folded(a) + folded(b));
        },
      ),
    );
  });

  it('folds the same in kept buffers, whatever was folded in them before (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { units, offsets, length } = runAtOnce(foldForNow(text));
        const fresh = foldText(text);
        assert.deepEqual(
          [...units.subarray(0, length)],
          [...fresh.units.subarray(0, fresh.length)],
        );
        assert.deepEqual(
          [...offsets.subarray(0, length)],
          [...fresh.offsets.subarray(0, fresh.length)],
        );
      }),
    );
  });

  it('has room for characters that expand a lot', () => {
    assert.equal(folded('ﷺ'.repeat(100)).length, 100 * folded('ﷺ').length);
  });
});
