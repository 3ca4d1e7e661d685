import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SpeakerNames } from '../../../../../src/core/codebook/speakerNames';
import { nameKey, tidyName } from '../../../../../src/core/text/names/names';

/** Names that look the same, the usual way to write them first. */
const ALIKE = [
  ['让·雅克·卢梭', '让•雅克•卢梭', '让・雅克・卢梭', '让‧雅克‧卢梭', '让･雅克･卢梭'],
  ['O’Brien', "O'Brien", 'OʼBrien', 'O‘Brien', 'O´Brien'],
  ['Ann J. Lee', 'Ann  J. Lee', ' Ann J. Lee ', 'Ann\u00a0J. Lee', 'Ann\u200b J. Lee'],
  ['José', 'Jose\u0301', 'Jos\u00e9\ufeff'],
  ['葛城', '葛\u{e0100}城', '葛\ufe00城'],
] as const;

describe('names that look the same', () => {
  for (const [usual, ...others] of ALIKE)
    it(`have one key and one way to be written: ${usual}`, () => {
      for (const other of others) {
        assert.equal(nameKey(other), nameKey(usual), JSON.stringify(other));
        assert.equal(tidyName(other), usual, JSON.stringify(other));
      }
    });

  it('have one key in any case and width too', () => {
    assert.equal(nameKey('ＯＰＥＮ lab'), nameKey('Open Lab'));
    assert.notEqual(nameKey('王伟'), nameKey('王玮'));
    assert.notEqual(nameKey('王伟（清华）'), nameKey('王伟'));
  });

  it('have the key that they have with an invisible sign in them', () => {
    const sign = fc.constantFrom(...Array.from('aZ9_.,()·李彦-鿿 \u4e00\u3400ÄßİΣ'));
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), (name) => {
        assert.equal(nameKey(name), nameKey(`${name.slice(0, 1)}\u200b${name.slice(1)}`));
      }),
      { numRuns: 500 },
    );
  });

  it('stay as they are once they are tidy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        assert.equal(tidyName(tidyName(name)), tidyName(name));
        assert.equal(nameKey(tidyName(name)), nameKey(name));
      }),
    );
  });

  it('mean the codebook’s speaker, by name or alias', () => {
    const names = new SpeakerNames([
      { name: '让·雅克·卢梭', aliases: ['Jean J. Rousseau'] },
      { name: 'Alice O’Brien' },
    ]);
    for (const typed of [
      '让•雅克•卢梭',
      '让・雅克・卢梭',
      'jean  J. Rousseau',
      'Jean\u200b J. Rousseau',
    ])
      assert.equal(names.of(typed), '让·雅克·卢梭', typed);
    assert.equal(names.of("ALICE O'Brien"), 'Alice O’Brien');
    assert.equal(names.of(" Tom O'Neill "), "Tom O'Neill");
    assert.equal(names.listedAs("Tom  O'Neill"), names.listedAs('Tom O’Neill'));
  });
});
