import assert from 'node:assert/strict';
import {
  conflictValues,
  settleConflict,
  withoutConflictsOf,
} from '../../../../src/core/merge/annotation/settleConflict';
import type { Annotation } from '../../../../src/core/model/types';

const plain: Annotation = {
  id: 'a1',
  role: 'claim',
  stance: 'favor',
  passages: [{ exact: '智商税' }],
};
const undecided: Annotation = {
  ...plain,
  conflicts: [
    { field: 'stance', theirs: 'against' },
    { field: 'speaker', theirs: '李彦宏' },
    { field: 'stance' },
    { field: 'id' },
  ],
};
const [first, , third, deleted] = undecided.conflicts!;

describe('conflictValues', () => {
  it('has both values of each conflict, in order', () => {
    assert.deepEqual(conflictValues(undecided), [
      { field: 'stance', ours: 'favor', theirs: 'against' },
      { field: 'speaker', ours: undefined, theirs: '李彦宏' },
      { field: 'stance', ours: 'favor', theirs: undefined },
      { field: 'id', ours: 'a1', theirs: undefined },
    ]);
    assert.deepEqual(conflictValues(plain), []);
    assert.deepEqual(
      conflictValues({ ...plain, conflicts: [{ field: 'constructor', theirs: 1 }] }),
      [{ field: 'constructor', ours: undefined, theirs: 1 }],
    );
  });
});

describe('decide', () => {
  it('takes a value and leaves the other conflicts', () => {
    assert.deepEqual(settleConflict(undecided, 1, 'theirs'), {
      ...plain,
      speaker: '李彦宏',
      conflicts: [first, third, deleted],
    });
    assert.deepEqual(settleConflict(undecided, 1, 'ours'), {
      ...plain,
      conflicts: [first, third, deleted],
    });
  });

  it('removes a field that theirs hasn’t got', () => {
    assert.deepEqual(settleConflict({ ...plain, conflicts: [{ field: 'stance' }] }, 0, 'theirs'), {
      id: 'a1',
      role: 'claim',
      passages: plain.passages,
    });
  });

  it('leaves no trace of the last one', () => {
    assert.deepEqual(settleConflict({ ...plain, conflicts: [first!] }, 0, 'ours'), plain);
    assert.deepEqual(settleConflict({ ...plain, conflicts: [first!] }, 0, 'theirs'), {
      ...plain,
      stance: 'against',
    });
  });

  it('deletes the annotation, or keeps it', () => {
    assert.equal(settleConflict(undecided, 3, 'theirs'), undefined);
    assert.deepEqual(settleConflict({ ...plain, conflicts: [{ field: 'id' }] }, 0, 'ours'), plain);
  });

  it('does nothing where there is nothing to take', () => {
    assert.equal(settleConflict(undecided, 4, 'theirs'), undecided);
    assert.equal(settleConflict(plain, 0, 'ours'), plain);
    for (const conflict of [
      { field: 'role' },
      { field: 'role', theirs: 5 },
      { field: 'passages', theirs: [] },
      { field: 'id', theirs: 'b1' },
    ]) {
      const handmade: Annotation = { ...plain, conflicts: [conflict] };
      assert.equal(settleConflict(handmade, 0, 'theirs'), handmade);
    }
  });
});

describe('withoutConflictsOf', () => {
  it('takes the conflicts of some fields for settled', () => {
    assert.deepEqual(withoutConflictsOf(undecided, ['stance', 'note']).conflicts, [
      undecided.conflicts![1],
      deleted,
    ]);
    assert.deepEqual(
      withoutConflictsOf({ ...plain, conflicts: [first!] }, new Set(['stance'])),
      plain,
    );
    assert.equal(withoutConflictsOf(undecided, ['note']), undecided);
    assert.equal(withoutConflictsOf(plain, ['stance']), plain);
  });
});
