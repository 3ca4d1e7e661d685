import assert from 'node:assert/strict';
import { RefusedError } from '../../../../src/core/model/problem';
import type { Annotation } from '../../../../src/core/model/types';
import { linesOf } from '../../../../src/core/sidecar/questions';
import {
  insertAnnotation,
  newSidecar,
  removeAnnotation,
  replaceAnnotation,
} from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../../../src/core/sidecar/sidecarFile';
import { plain, annotationIn, diff } from './sidecarEdits';

describe('edits beside what is broken', () => {
  const broken = '  - id: bad1   # kept\n    passages: [ {exact: x}\n      ]\n    "odd" : "y"\n';
  const text = `version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: x}]\n${broken}  - id: c1\n    role: claim\n    passages: [{exact: z}]\n`;

  it('keep a broken entry byte for byte', () => {
    const file = readSidecar(text);
    for (const edited of [
      insertAnnotation(file, 1, plain('x1')),
      insertAnnotation(file, 2, plain('x1')),
      replaceAnnotation(file, 0, plain('a1')),
      removeAnnotation(file, 2),
      removeAnnotation(file, 0),
    ]) {
      assert.ok(edited.text.includes(broken));
      assert.deepEqual(
        edited.problems.map(({ code }) => code),
        ['entry'],
      );
      assert.deepEqual(readSidecar(edited.text), edited);
    }
  });

  it('can take a broken entry out, also one without an id or one whose id occurs twice', () => {
    const withoutBroken = text.replace(broken, '');
    assert.equal(removeAnnotation(readSidecar(text), 1).text, withoutBroken);
    assert.deepEqual(
      removeAnnotation(readSidecar(text.replace('id: bad1', 'ID: bad1')), 1).text,
      withoutBroken,
    );
    const twice = readSidecar(text.replace('id: c1', 'id: a1'));
    assert.deepEqual(
      twice.problems.map(({ code }) => code),
      ['entry', 'duplicate-id'],
    );
    assert.deepEqual(
      removeAnnotation(twice, 2).problems.map(({ code }) => code),
      ['entry'],
    );
  });

  it('are refused, with the reason, in a file that may not be written', () => {
    for (const refused of [
      'version: 2\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: x}]\n',
      'annotations: []\n',
      'version: 1\nannotations: [\n',
      '- a\n',
    ]) {
      const file = readSidecar(refused);
      assert.throws(
        () => insertAnnotation(file, 0, plain('x1')),
        (error) => error instanceof RefusedError && error.message === file.refusal?.message,
        refused,
      );
    }
    const newer = readSidecar(
      'version: 2\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: x}]\n',
    );
    assert.throws(() => replaceAnnotation(newer, 0, plain('a1')), RefusedError);
    assert.throws(() => removeAnnotation(newer, 0), RefusedError);
  });

  it('are a program’s error beyond the list’s end', () => {
    assert.throws(() => removeAnnotation(newSidecar(), 0), RangeError);
    assert.throws(() => replaceAnnotation(newSidecar(), 0, plain('a1')), RangeError);
    assert.throws(() => linesOf(newSidecar(), 0), RangeError);
  });
});

describe('edits of unusual YAML', () => {
  const shared =
    'version: 1\nannotations:\n  - id: a1\n    role: claim\n    speaker: &who 李彦宏\n    passages: [{exact: x}]\n  - id: b1\n    role: claim\n    speaker: *who\n    passages: [{exact: y}]\n';

  it('refuse to change one annotation through another’s anchor', () => {
    const file = readSidecar(shared);
    assert.throws(() => removeAnnotation(file, 0), RefusedError);
    assert.throws(
      () => replaceAnnotation(file, 0, { ...annotationIn(file, 0), speaker: '乙' }),
      RefusedError,
    );
  });

  it('go through where nothing else changes', () => {
    const file = readSidecar(shared);
    assert.equal(removeAnnotation(file, 1).text, shared.slice(0, shared.indexOf('  - id: b1')));
    const own = replaceAnnotation(file, 1, { ...annotationIn(file, 1), speaker: '乙' });
    assert.deepEqual(
      own.entries.map(({ annotation }) => annotation?.speaker),
      ['李彦宏', '乙'],
    );
    assert.deepEqual(
      diff(shared, insertAnnotation(file, 1, plain('x1')).text).filter((line) =>
        line.startsWith('-'),
      ),
      [],
    );
  });

  it('are right or refused, never wrong, where the list is written in a way nobody writes it', () => {
    const item = (indent: string, id: string) =>
      `- id: ${id}\n${indent}  role: claim\n${indent}  passages: [{exact: x}]\n`;
    for (const text of [
      `version: 1\n? annotations\n: ${item('  ', 'a1')}  ${item('  ', 'b1')}`,
      `version: 1\nannotations: !!seq\n  ${item('  ', 'a1')}  ${item('  ', 'b1')}`,
      `version: 1\nannotations:\n  !!seq\n  ${item('  ', 'a1')}  ${item('  ', 'b1')}`,
      `version: 1\nannotations: &all # x\n  ${item('  ', 'a1')}  ${item('  ', 'b1')}`,
      `--- !!map\nversion: 1\nannotations:\n-   # x\n  ${item('', 'a1').slice(2)}${item('', 'b1')}`,
      `version: 1\nannotations: [\n  {id: a1, role: claim, passages: [{exact: x}]}, # one\n  {id: b1, role: claim, passages: [{exact: x}]}, # two\n  ]\n`,
      `{version: 1, "annotations" : [ {id: a1, role: claim, passages: [{exact: x}]},{id: b1, role: claim, passages: [{exact: x}]} ]}`,
    ]) {
      const file = readSidecar(text);
      const before = file.entries.map(({ annotation }) => annotation as Annotation);
      assert.deepEqual(
        before.map(({ id }) => id),
        ['a1', 'b1'],
        text,
      );
      for (const index of [0, 1, 2]) {
        for (const [edit, expected] of [
          [
            () => insertAnnotation(file, index, plain('x1')),
            before.toSpliced(index, 0, plain('x1')),
          ],
          [
            () => replaceAnnotation(file, index % 2, plain('x1')),
            before.with(index % 2, plain('x1')),
          ],
          [() => removeAnnotation(file, index % 2), before.toSpliced(index % 2, 1)],
        ] as const) {
          let edited: SidecarFile;
          try {
            edited = edit();
          } catch (error) {
            assert.ok(error instanceof RefusedError, String(error));
            continue;
          }
          assert.deepEqual(
            readSidecar(edited.text).entries.map(({ annotation }) => annotation),
            expected,
            edited.text,
          );
        }
      }
    }
  });
});
