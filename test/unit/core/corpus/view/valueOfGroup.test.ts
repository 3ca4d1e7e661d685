import assert from 'node:assert/strict';
import { valueOfGroup } from '../../../../../src/core/corpus/view/valueOfGroup';

const annotation = {
  id: 'a',
  role: 'claim',
  passages: [{ exact: '一' }],
  date: '2024-07-04',
  tags: ['桥'],
};

describe('an annotation that is put into a group', () => {
  it('gets the group’s value, or none', () => {
    assert.deepEqual(valueOfGroup(annotation, 'speaker', '石匠'), { speaker: '石匠' });
    assert.deepEqual(valueOfGroup(annotation, 'stance', null), { stance: null });
    assert.deepEqual(valueOfGroup(annotation, 'date', '2025-01'), {
      date: '2025-01',
      dateInferred: null,
    });
  });

  it('keeps its other tags', () => {
    assert.deepEqual(valueOfGroup(annotation, 'tag', '河'), { tags: ['桥', '河'] });
    assert.deepEqual(valueOfGroup(annotation, 'tag', '桥'), {});
  });

  it('keeps a date that is more exact than the group', () => {
    assert.deepEqual(valueOfGroup(annotation, 'year', '2024'), {});
    assert.deepEqual(valueOfGroup(annotation, 'date', '2024-07'), {});
  });

  it('stays as it is where the value can’t be given', () => {
    for (const by of ['article', 'creator'] as const)
      assert.deepEqual(valueOfGroup(annotation, by, 'x'), {});
    assert.deepEqual(valueOfGroup(annotation, 'role', null), {});
  });
});
