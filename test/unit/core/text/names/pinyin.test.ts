import assert from 'node:assert/strict';
import { pinyinInitials } from '../../../../../src/core/text/names/pinyin';

describe('pinyinInitials', () => {
  it('has a letter for each syllable, of simplified and traditional characters', () => {
    for (const [name, initials] of [
      ['李彦宏', 'lyh'],
      ['周鸿祎', 'zhy'],
      ['欧阳娜娜', 'oynn'],
      ['曾国藩', 'cgf'],
      ['陳水扁', 'csb'],
      ['長澤雅美', 'zzym'],
    ] as const)
      assert.equal(pinyinInitials(name), initials, name);
  });

  it('leaves other signs as they are', () => {
    assert.equal(pinyinInitials('AI 实验室·B'), 'ai sys·b');
    assert.equal(pinyinInitials(''), '');
  });
});
