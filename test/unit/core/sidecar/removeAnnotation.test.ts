import assert from 'node:assert/strict';
import { linesOf } from '../../../../src/core/sidecar/questions';
import { insertAnnotation, removeAnnotation } from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { annotationIn, handmade } from './sidecarEdits';

describe('removeAnnotation', () => {
  it('takes the lines out, and putting them back gives the same bytes', () => {
    for (const text of [handmade, handmade.replaceAll('\n', '\r\n'), `\uFEFF${handmade}`]) {
      const file = readSidecar(text);
      const without = removeAnnotation(file, 0);
      const lines = linesOf(file, 0);
      assert.equal(without.text, text.replace(lines, ''));
      assert.deepEqual(readSidecar(without.text), without);
    }
    const dense = handmade
      .replace('    topic:\n\n  # the answer\n', '    topic:\n')
      .replace('# the end\n', '');
    for (const text of [dense, dense.replaceAll('\n', '\r\n'), dense.trimEnd()]) {
      for (const index of [0, 1]) {
        const file = readSidecar(text);
        assert.equal(
          insertAnnotation(
            removeAnnotation(file, index),
            index,
            annotationIn(file, index),
            linesOf(file, index),
          ).text,
          text,
        );
      }
    }
  });

  for (const [name, before, after] of [
    ['with nothing around', 'version: 1\nannotations:\n#', 'version: 1\nannotations: []\n'],
    ['with other keys behind', 'annotations:\n#version: 1\n', 'annotations: []\nversion: 1\n'],
    [
      'with a comment on the key’s line',
      'version: 1\nannotations: # all:\n#',
      'version: 1\nannotations: # all:\n  []\n',
    ],
    [
      'with a comment between',
      'version: 1\nannotations:\n  # these:\n#',
      'version: 1\nannotations:\n  # these:\n  []\n',
    ],
    [
      'with an empty line between',
      'version: 1\nannotations:\n\n#',
      'version: 1\nannotations:\n\n  []\n',
    ],
    ['with CRLF', 'version: 1\r\nannotations:\r\n#', 'version: 1\r\nannotations: []\r\n'],
    [
      'with a comment behind',
      'version: 1\nannotations:\n#  # that was it\n',
      'version: 1\nannotations: []\n  # that was it\n',
    ],
  ] as const) {
    it(`leaves an empty list, ${name}`, () => {
      const lines = '  - id: a1  # mine\n    role: claim\n    passages: [{exact: x}]\n'.replaceAll(
        '\n',
        before.includes('\r') ? '\r\n' : '\n',
      );
      const mark = before.indexOf('\n#') + 1;
      const file = readSidecar(before.slice(0, mark) + lines + before.slice(mark + 1));
      const emptied = removeAnnotation(file, 0);
      assert.equal(emptied.text, after);
      assert.equal(
        insertAnnotation(emptied, 0, annotationIn(file, 0), lines).text,
        file.text,
        'and back',
      );
    });
  }

  it('takes one item out of a list in brackets', () => {
    const items = [
      '{id: a1, role: claim, passages: [{exact: x}]}',
      '{id: b1, role: claim, passages: [{exact: y}]}',
      '{id: c1, role: claim, passages: [{exact: z}]}',
    ];
    const file = readSidecar(`version: 1\nannotations: [${items.join(', ')}]\n`);
    for (const index of [0, 1, 2])
      assert.equal(
        removeAnnotation(file, index).text,
        `version: 1\nannotations: [${items.toSpliced(index, 1).join(', ')}]\n`,
      );
    assert.equal(
      removeAnnotation(readSidecar(`{version: 1, annotations: [${items[0] ?? ''}]}`), 0).text,
      '{version: 1, annotations: []}',
    );
  });
});
