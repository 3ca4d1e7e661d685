import assert from 'node:assert/strict';
import {
  annotationsOf,
  annotationWithId,
  isPerhapsHalfWritten,
  onlyAnnotationWithId,
  repetitionsIn,
  insertionIndex,
  standingAnnotationOf,
} from '../../../../src/core/sidecar/questions';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';

const entry = (id: string, start: number) =>
  `  - id: ${id}\n    role: claim\n    passages:\n      - exact: 词${id}\n        start: ${start}\n`;
const sidecar = (...entries: string[]) =>
  readSidecar(`version: 1\nannotations:\n${entries.join('')}`);
const BROKEN = '  - role: claim\n';

describe('questions about a sidecar', () => {
  it('has nothing where there is no sidecar', () => {
    assert.deepEqual(annotationsOf(undefined), []);
    assert.equal(annotationWithId(undefined, 'a'), undefined);
    assert.equal(standingAnnotationOf(undefined, 'a'), undefined);
  });

  it('passes over what can’t be read', () => {
    const file = sidecar(entry('a', 1), BROKEN, entry('b', 2));
    assert.equal(file.entries.length, 3);
    assert.deepEqual(
      annotationsOf(file).map(({ id }) => id),
      ['a', 'b'],
    );
  });

  it('has the first annotation with an id, or the only one', () => {
    const file = sidecar(entry('a', 1), entry('b', 2), entry('a', 3));
    assert.equal(annotationWithId(file, 'a')?.passages[0]?.start, 1);
    assert.equal(onlyAnnotationWithId(file, 'a'), undefined);
    assert.equal(onlyAnnotationWithId(file, 'b')?.passages[0]?.start, 2);
    assert.equal(onlyAnnotationWithId(file, 'c'), undefined);
  });

  it('has an annotation once that is written twice, word for word', () => {
    const file = sidecar(entry('a', 1), entry('b', 2), entry('a', 1), entry('a', 1));
    assert.deepEqual(
      annotationsOf(file).map(({ id }) => id),
      ['a', 'b'],
    );
    assert.deepEqual(repetitionsIn(file), [2, 3]);
    assert.equal(onlyAnnotationWithId(file, 'a')?.passages[0]?.start, 1);
    assert.deepEqual(
      file.problems.map(({ code, severity }) => [code, severity]),
      [
        ['repetition', 'information'],
        ['repetition', 'information'],
      ],
    );
  });

  it('tells an annotation’s lines, and how to put it back', () => {
    const file = sidecar(entry('a', 1), '\n  # about b\n', entry('b', 2));
    const version = standingAnnotationOf(file, 'b');
    assert.equal(version?.lines, entry('b', 2));
    assert.deepEqual([version.after, version.gap], ['a', '\n  # about b\n']);
    assert.deepEqual(
      [standingAnnotationOf(file, 'a')?.after, standingAnnotationOf(file, 'a')?.gap],
      [undefined, ''],
    );
  });

  it('finds the place before the first annotation that begins later', () => {
    const file = sidecar(entry('a', 10), BROKEN, entry('b', 20), entry('c', 15));
    const place = (start: number) =>
      insertionIndex(file, start, ({ annotation }) => annotation?.passages[0]?.start);
    assert.deepEqual([5, 10, 12, 20, 99].map(place), [0, 2, 2, 4, 4]);
  });
});

describe('isPerhapsHalfWritten', () => {
  const whole = sidecar(entry('a', 1));
  const empty = readSidecar('');
  const cut = readSidecar(`${whole.text}  - id: "b`);

  it('doubts an emptied file, and a broken one that was sound', () => {
    assert.equal(isPerhapsHalfWritten(empty, whole), true);
    assert.ok(cut.refusal);
    assert.equal(isPerhapsHalfWritten(cut, whole), true);
  });

  it('believes a file that is gone, was empty or broken before, or is sound', () => {
    assert.equal(isPerhapsHalfWritten(undefined, whole), false);
    assert.equal(isPerhapsHalfWritten(empty, empty), false);
    assert.equal(isPerhapsHalfWritten(cut, cut), false);
    assert.equal(isPerhapsHalfWritten(sidecar(entry('b', 1)), whole), false);
  });
});
