import assert from 'node:assert/strict';
import { mergeAnnotation } from '../../../../src/core/merge/annotation/mergeAnnotation';
import { but, merge } from './annotationVersions';

describe('mergeAnnotation', () => {
  describe('of conflicts that are there already', () => {
    const [stance, note] = [
      { field: 'stance', theirs: 'against' },
      { field: 'note', theirs: 'x' },
    ];
    const undecided = but({ conflicts: [stance, note] });
    const conflictsOf = (ours: Record<string, unknown>, theirs: Record<string, unknown>) =>
      mergeAnnotation(undecided, but(ours, undecided), but(theirs, undecided))?.conflicts;

    it('leaves those decided that a side decided', () => {
      assert.deepEqual(conflictsOf({ conflicts: [note] }, { cue: 'x' }), [note]);
      assert.deepEqual(conflictsOf({ cue: 'x' }, { conflicts: undefined }), undefined);
      assert.deepEqual(conflictsOf({ conflicts: [note] }, { conflicts: [stance] }), undefined);
    });

    it('adds new ones behind, and none twice', () => {
      assert.deepEqual(conflictsOf({ stance: 'neutral' }, { stance: 'unclear' }), [
        stance,
        note,
        { field: 'stance', theirs: 'unclear' },
      ]);
      assert.deepEqual(
        conflictsOf({ note: 'y', conflicts: [stance, note, { field: 'note' }] }, { note: 'x' }),
        [stance, note, { field: 'note' }],
      );
    });

    it('drops one whose value the field has got', () => {
      assert.deepEqual(conflictsOf({ cue: 'y' }, { stance: 'against' }), [note]);
    });
  });

  it('takes keys that objects inherit for keys like any other', () => {
    assert.deepEqual(
      merge({ constructor: 1 }, { toString: { valueOf: [1] } }),
      but({ constructor: 1, toString: { valueOf: [1] } }),
    );
    assert.deepEqual(
      merge({ constructor: 1 }, { constructor: 2 }),
      but({ constructor: 1, conflicts: [{ field: 'constructor', theirs: 2 }] }),
    );
    assert.deepEqual(
      mergeAnnotation(
        but({ hasOwnProperty: 1 }),
        but({ note: 'x' }),
        but({ hasOwnProperty: 1, cue: 'y' }),
      ),
      but({ note: 'x', cue: 'y' }),
    );
  });
});
