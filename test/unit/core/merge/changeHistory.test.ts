import assert from 'node:assert/strict';
import {
  ChangeHistory,
  type AnnotationChange,
} from '../../../../src/core/merge/changes/changeHistory';
import { mergeChange } from '../../../../src/core/merge/changes/mergeChange';
import { restoreVersion } from '../../../../src/core/merge/changes/restoreVersion';
import type { Annotation } from '../../../../src/core/model/types';
import { removeAnnotation } from '../../../../src/core/sidecar/editSidecar';
import { annotationWithId, standingAnnotationOf } from '../../../../src/core/sidecar/questions';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';

const change = (id: string, article = 'a.md'): AnnotationChange => ({
  article,
  id,
  before: undefined,
  after: undefined,
});

describe('the history of changes', () => {
  it('gives them back from the last to the first, and the other way round', () => {
    const history = new ChangeHistory();
    for (const id of ['a', 'b']) history.add({ changes: [change(id)] });
    assert.equal(history.peek('undo')?.changes[0]?.id, 'b');
    history.step('undo');
    assert.deepEqual(
      [history.peek('undo')?.changes[0]?.id, history.peek('redo')?.changes[0]?.id],
      ['a', 'b'],
    );
    history.step('redo');
    assert.deepEqual(
      [history.peek('undo')?.changes[0]?.id, history.peek('redo')],
      ['b', undefined],
    );
  });

  it('forgets what was taken back once something else was done', () => {
    const history = new ChangeHistory();
    history.add({ changes: [change('a')] });
    history.step('undo');
    history.add({ changes: [change('b')] });
    assert.equal(history.peek('redo'), undefined);
    history.step('undo');
    assert.equal(history.peek('undo'), undefined);
  });

  it('keeps the last 500', () => {
    const history = new ChangeHistory();
    for (let i = 0; i <= 500; i++) history.add({ changes: [change(`a${i}`)] });
    for (let i = 0; i < 499; i++) history.step('undo');
    assert.equal(history.peek('undo')?.changes[0]?.id, 'a1');
    history.step('undo');
    assert.equal(history.peek('undo'), undefined);
  });

  it('goes along with an article that moves', () => {
    const history = new ChangeHistory();
    for (const one of [change('a'), change('b', 'b.md'), change('c')])
      history.add({ changes: [one] });
    history.step('undo');
    history.relocate('a.md', 'new.md');
    const left = [history.peek('redo'), history.peek('undo')].map(
      (one) => one?.changes[0]?.article,
    );
    assert.deepEqual(left, ['new.md', 'b.md']);
    history.step('undo');
    assert.equal(history.peek('undo')?.changes[0]?.article, 'new.md');
  });
});

describe('restoring a version of an annotation', () => {
  const TEXT = `version: 1
annotations:
  - id: a
    role: claim
    passages: [{exact: 甲}]

  # about b
  - id: b # mine
    role: evidence
    passages: [{exact: 乙}]
  - id: c
    role: claim
    passages: [{exact: 丙}]
`;
  const file = readSidecar(TEXT);
  const b = annotationWithId(file, 'b') as Annotation;
  const without = removeAnnotation(file, 1);

  it('puts a deleted one back to the byte', () => {
    assert.equal(
      restoreVersion(without, 'b', undefined, standingAnnotationOf(file, 'b')).text,
      TEXT,
    );
  });

  it('takes a change back, and leaves what another program changed', () => {
    const edit = (from: SidecarFile, more: Partial<Annotation>) => {
      const seen = annotationWithId(from, 'b') as Annotation;
      return mergeChange(from, 'b', { annotation: seen }, { annotation: { ...seen, ...more } });
    };
    const mine = edit(file, { stance: 'favor' });
    const theirs = edit(mine, { note: '他们的' });
    const restored = restoreVersion(
      theirs,
      'b',
      standingAnnotationOf(mine, 'b'),
      standingAnnotationOf(file, 'b'),
    );
    assert.deepEqual(annotationWithId(restored, 'b'), { ...b, note: '他们的' });
  });

  it('takes a creation back though its words were moved by typing', () => {
    const moved = { ...b, passages: [{ exact: '乙一' }] };
    const typed = mergeChange(file, 'b', { annotation: b }, { annotation: moved });
    assert.equal(
      annotationWithId(restoreVersion(typed, 'b', standingAnnotationOf(file, 'b'), undefined), 'b'),
      undefined,
    );
  });

  it('keeps one, as a conflict, whose creation is taken back after another program changed it', () => {
    const changed = { ...b, speaker: '某人' };
    const theirs = mergeChange(file, 'b', { annotation: b }, { annotation: changed });
    const restored = restoreVersion(theirs, 'b', standingAnnotationOf(file, 'b'), undefined);
    assert.deepEqual(
      annotationWithId(restored, 'b')?.conflicts?.map(({ field }) => field),
      ['id'],
    );
  });
});
