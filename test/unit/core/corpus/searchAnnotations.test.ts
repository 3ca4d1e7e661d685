import assert from 'node:assert/strict';
import { hasAllWords, searchableText } from '../../../../src/core/corpus/searchAnnotations';

const annotation = {
  id: 'a1',
  role: 'claim',
  speaker: '船工协会',
  topic: 'toll-bridge',
  note: 'said “twice”',
  tags: ['cost'],
  passages: [
    { exact: `${'很长的引文，'.repeat(30)}最后说到ＲｉｖｅｒＴｅｃｈ保险公司` },
    { exact: 'and  “nobody”\npaid' },
  ],
};
const text = searchableText(annotation, ['Boatmen’s Union']);

describe('searching annotations', () => {
  it('finds words anywhere in quote, note, tags, speaker, topic and what else is known', () => {
    for (const typed of ['保险公司', '船工', 'toll', 'TWICE', 'cost', 'boatmen', 'nobody'])
      assert.ok(hasAllWords(text, typed), typed);
    assert.ok(!hasAllWords(text, 'ferry'));
  });

  it('wants all of the words, in any order', () => {
    assert.ok(hasAllWords(text, 'nobody 保险  船工'));
    assert.ok(!hasAllWords(text, 'nobody ferry'));
  });

  it('minds neither case, nor width, nor kinds of quotation marks, nor white space', () => {
    for (const typed of ['rivertech', 'Ｎｏｂｏｄｙ', '"nobody" paid', '「nobody」', "boatmen's"])
      assert.ok(hasAllWords(text, typed), typed);
  });
});
