import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  DEFAULT_CODEBOOK,
  EMPTY_CODEBOOK,
  mergeCodebooks,
  type Codebook,
} from '../../../../src/core/codebook/codebook';
import { SpeakerNames } from '../../../../src/core/codebook/speakerNames';

describe('mergeCodebooks', () => {
  it('joins several folders’ entries; of two with the same id or name the first stands', () => {
    const north: Codebook = {
      ...EMPTY_CODEBOOK,
      roles: [{ id: 'claim', label: 'north' }],
      speakers: [{ name: '李彦宏', aliases: ['Robin Li'] }],
    };
    const south: Codebook = {
      ...EMPTY_CODEBOOK,
      roles: [{ id: 'claim', label: 'south' }, { id: 'aside' }],
      topics: [{ id: 'claim', statement: 'a topic may have a role’s id' }],
      speakers: [{ name: '王坚' }, { name: '李彦宏', affiliation: 'other' }],
    };
    assert.deepEqual(mergeCodebooks([north, south]), {
      roles: [{ id: 'claim', label: 'north' }, { id: 'aside' }],
      stances: [],
      links: [],
      topics: south.topics,
      speakers: [{ name: '李彦宏', aliases: ['Robin Li'] }, { name: '王坚' }],
    });
  });

  it('leaves one as it is, and makes an empty one of none', () => {
    assert.deepEqual(mergeCodebooks([DEFAULT_CODEBOOK]), DEFAULT_CODEBOOK);
    assert.deepEqual(mergeCodebooks([]), EMPTY_CODEBOOK);
  });
});

describe('SpeakerNames', () => {
  const names = new SpeakerNames([
    { name: '李彦宏', aliases: ['Robin Li', '百度创始人李彦宏', 'The Founder'] },
    { name: 'Meta', aliases: ['Facebook', 'FB'] },
    { name: 'The Founder', aliases: ['Meta', 'fb'] },
    { name: '王伟（清华）' },
  ]);

  it('finds the canonical name by any alias', () => {
    assert.deepEqual(
      ['Robin Li', '百度创始人李彦宏', 'Facebook', '李彦宏'].map((name) => names.of(name)),
      ['李彦宏', '李彦宏', 'Meta', '李彦宏'],
    );
  });

  it('makes no difference between upper and lower case, full and half width, or by space around it', () => {
    assert.deepEqual(
      ['robin li', 'ROBIN LI', 'Ｒｏｂｉｎ　Ｌｉ', ' Robin Li\u3000', 'ＦＢ', '王伟(清华)'].map(
        (name) => names.of(name),
      ),
      ['李彦宏', '李彦宏', '李彦宏', '李彦宏', 'Meta', '王伟（清华）'],
    );
  });

  it('takes a name before somebody else’s alias, and the first alias before a later one', () => {
    assert.deepEqual(
      ['The Founder', 'the founder', 'Meta', 'FB'].map((name) => names.of(name)),
      ['The Founder', 'The Founder', 'Meta', 'Meta'],
    );
  });

  it('tells apart names that differ in case alone, as they are written', () => {
    const close = new SpeakerNames([{ name: 'US' }, { name: 'Us' }, { name: 'ＵＳ' }]);
    assert.deepEqual(
      ['US', 'Us', 'ＵＳ', 'us'].map((name) => close.of(name)),
      ['US', 'Us', 'ＵＳ', 'US'],
    );
  });

  it('gives back an unknown name, without the space around it', () => {
    assert.deepEqual(
      ['Ann ', '\u3000安\t', 'ＡＩ'].map((name) => names.of(name)),
      ['Ann', '安', 'ＡＩ'],
    );
    assert.equal(names.of(' '), ' ', 'but never an empty one');
  });

  it('gives every name itself, every alias a name, and the same again for what it gave', () => {
    const word = fc.stringMatching(/^[aAbBａＡ ]{1,3}$/);
    const speakers = fc.uniqueArray(
      fc.record({ name: word, aliases: fc.array(word, { maxLength: 3 }) }),
      { selector: ({ name }) => name, maxLength: 5 },
    );
    fc.assert(
      fc.property(speakers, word, (known, name) => {
        const found = new SpeakerNames(known);
        const all = known.map((speaker) => speaker.name);
        for (const one of all) assert.equal(found.of(one), one);
        for (const alias of known.flatMap(({ aliases }) => aliases))
          assert.ok(all.includes(found.of(alias)));
        assert.equal(found.of(found.of(name)), found.of(name));
      }),
    );
  });
});
