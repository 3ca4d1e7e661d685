import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renewIds } from '../../../../src/core/merge/changes/renewIds';
import { RefusedError } from '../../../../src/core/model/problem';
import type { Annotation } from '../../../../src/core/model/types';
import { insertAnnotation, newSidecar } from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { annotation } from '../sidecar/annotations';

const NONE = new Set<string>();
const text = `version: 1
annotations:
  # the opening
  - id: a1   # first
    role: 'claim'
    passages: [{exact: 甲}]
    links:
      - {type: rebuts, target: b1}   # weak
      - {type: supports, target: elsewhere}
  - id: b1
    role: claim
    passages: [{exact: 乙}]
    adjudicated: {by: Li Si, at: "2026-11-23T10:00:00Z", over: [a1, gone]}
# the end
`;

describe('renewIds', () => {
  it('gives a copy new ids, and changes nothing but these', () => {
    const { file, ids } = renewIds(readSidecar(text), new Set(['a1', 'b1']), 'all');
    assert.deepEqual([...ids.keys()], ['a1', 'b1']);
    assert.equal(
      file.text,
      text.replaceAll(/\b(?:a1|b1)\b/g, (id) => ids.get(id)!),
    );
    assert.deepEqual(readSidecar(file.text), file);
    assert.notEqual(ids.get('a1'), ids.get('b1'));
  });

  it('renames some, with what points to them', () => {
    const { file, ids } = renewIds(
      readSidecar(text.replaceAll('\n', '\r\n')),
      NONE,
      new Set(['b1', 'nowhere']),
    );
    assert.deepEqual([...ids.keys()], ['b1']);
    assert.equal(file.text, text.replaceAll('\n', '\r\n').replaceAll(/\bb1\b/g, ids.get('b1')!));
  });

  it('renames the later of two with one id, and leaves what points to it with the first', () => {
    const twice = text.replace(
      '# the end\n',
      '  - id: a1\n    role: rebuttal\n    passages: [{exact: 丙}]\n    links: [{type: rebuts, target: a1}]\n',
    );
    const { file, ids } = renewIds(readSidecar(twice), NONE, new Set(['a1']));
    assert.equal(file.text, twice.replace('- id: a1\n', `- id: ${ids.get('a1')!}\n`));
    assert.deepEqual(file.problems, []);
  });

  it('renames both of them in a copy, and what points to the first follows that', () => {
    const twice = text.replace(
      '# the end\n',
      '  - id: a1\n    role: rebuttal\n    passages: [{exact: 丙}]\n',
    );
    const { file, ids } = renewIds(readSidecar(twice), NONE, 'all');
    const [first, second, third] = file.entries.map((entry) => entry.annotation as Annotation);
    assert.equal(new Set([first!.id, second!.id, third!.id, 'a1', 'b1']).size, 5);
    assert.equal(ids.get('a1'), first!.id);
    assert.deepEqual(second!.adjudicated?.over, [first!.id, 'gone']);
  });

  it('works in JSON, in files without an end of the last line, and leaves broken entries alone', () => {
    const json = `${JSON.stringify({ version: 1, annotations: readSidecar(text).entries.map((entry) => entry.annotation) }, null, 2)}\n`;
    const renewed = renewIds(readSidecar(json), NONE, 'all');
    assert.deepEqual(
      renewed.file.entries.map(({ id }) => id),
      [...renewed.ids.values()],
    );
    assert.equal(
      (renewed.file.entries[0]?.annotation as Annotation).links?.[0]?.target,
      renewed.ids.get('b1'),
    );
    const open =
      'version: 1\nannotations:\n  - id: b0\n    role: [x]\n  - id: a1\n    role: claim\n    passages: [{exact: x}]';
    const { file, ids } = renewIds(readSidecar(open), NONE, 'all');
    assert.equal(file.text, open.replace('a1', ids.get('a1')!));
    const last =
      'version: 1\nannotations:\n  - role: claim\n    passages: [{exact: x}]\n    id: a1';
    assert.match(renewIds(readSidecar(last), NONE, 'all').file.text, /\n {4}id: [a-z0-9]{10}$/);
  });

  it('refuses a file that may not be written', () => {
    assert.throws(
      () =>
        renewIds(
          readSidecar('version: 2\nannotations: [{id: a1, role: claim, passages: [{exact: x}]}]\n'),
          NONE,
          'all',
        ),
      RefusedError,
    );
    const anchored =
      'version: 1\nannotations:\n  - &a {id: a1, role: claim, passages: [{exact: x}]}\n  - *a\n';
    assert.throws(() => renewIds(readSidecar(anchored), NONE, 'all'), RefusedError);
  });

  it('changes ids and nothing else, whatever the annotations say', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(annotation, { selector: ({ id }) => id, minLength: 1, maxLength: 5 }),
        (annotations) => {
          const before = annotations.reduce(
            (file, one, i) =>
              insertAnnotation(file, i, {
                ...one,
                links: [{ type: 'supports', target: annotations[0]!.id }],
              }),
            newSidecar(),
          );
          const { file, ids } = renewIds(before, NONE, 'all');
          assert.deepEqual(readSidecar(file.text).problems, []);
          const back = new Map(Array.from(ids, ([old, id]) => [id, old]));
          file.entries.forEach((entry, i) => {
            const [after, was] = [
              entry.annotation as Annotation,
              before.entries[i]?.annotation as Annotation,
            ];
            assert.equal(back.get(after.id), was.id);
            assert.deepEqual(after.links, [
              { type: 'supports', target: ids.get(annotations[0]!.id) },
            ]);
            const others = (one: Annotation) =>
              Object.fromEntries(
                Object.entries(one).filter(
                  ([key]) => !['id', 'links', 'adjudicated'].includes(key),
                ),
              );
            assert.deepEqual(others(after), others(was));
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
