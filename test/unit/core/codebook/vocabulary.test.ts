import assert from 'node:assert/strict';
import { EMPTY_CODEBOOK } from '../../../../src/core/codebook/codebook';
import { vocabularyOf } from '../../../../src/core/codebook/vocabulary';

describe('vocabularyOf', () => {
  it('gives the codebook’s entries first, then the default ones it leaves out', () => {
    const roles = [
      { id: 'concession', label: '让步' },
      { id: 'evidence', color: '#0a0' },
      { id: 'concession', label: 'a second time' },
    ];
    assert.deepEqual(vocabularyOf({ ...EMPTY_CODEBOOK, roles }).roles, [
      { id: 'concession', label: '让步' },
      { id: 'evidence', color: '#0a0' },
      { id: 'claim' },
      { id: 'rebuttal' },
    ]);
  });

  it('has the default set where there is no codebook', () => {
    const { roles, stances, links, topics, speakers } = vocabularyOf(undefined);
    const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
    assert.deepEqual(ids(roles), ['claim', 'evidence', 'rebuttal']);
    assert.deepEqual(ids(stances), ['favor', 'against', 'neutral']);
    assert.deepEqual(ids(links), ['supports', 'rebuts', 'restates']);
    assert.deepEqual([topics, speakers], [[], []]);
  });
});
