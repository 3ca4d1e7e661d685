import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/model/types';
import { removeAnnotation, replaceAnnotation } from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { plain, annotationIn, changeLines, handmade } from './sidecarEdits';

describe('replaceAnnotation', () => {
  it('changes one line for one field, whatever else is in the block', () => {
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, speaker: '王伟（清华）' })),
      ['-    speaker: "李彦宏"  # checked', '+    speaker: 王伟（清华）  # checked'],
    );
    assert.deepEqual(
      changeLines(handmade, 1, (before) => ({ ...before, stance: 'No' })),
      ['-      stance: favor', '+      stance: "No"'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, confidence: 1 })),
      ['-    confidence: 0.8     # ours', '+    confidence: 1     # ours'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, topic: 't' })),
      ['-    topic:', '+    topic: t'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, note: '一\n三\n' })),
      ['-      二', '+      三'],
    );
    assert.deepEqual(
      changeLines(handmade, 1, (before) => ({
        ...before,
        links: [{ type: 'supports', target: 'a1' }],
      })),
      [
        '-      links: [ {type: rebuts, target: a1} ]',
        '+      links: [ {type: supports, target: a1} ]',
      ],
    );
  });

  it('puts a new field where the format has it', () => {
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, stance: 'favor', date: '2024' })),
      ['+    stance: favor', '+    date: "2024"'],
    );
    const file = readSidecar(handmade);
    const { text } = replaceAnnotation(file, 0, { ...annotationIn(file, 0), stance: 'favor' });
    assert.match(text, /# checked\n {4}stance: favor\n {4}confidence/);
  });

  it('takes a field’s lines out, and puts another one in at the same place', () => {
    const without =
      (key: string, more: Partial<Annotation> = {}) =>
      (before: Annotation) =>
        ({
          ...Object.fromEntries(Object.entries(before).filter(([name]) => name !== key)),
          ...more,
        }) as Annotation;
    assert.deepEqual(changeLines(handmade, 0, without('note')), [
      '-    note: |',
      '-      一',
      '-      二',
    ]);
    assert.deepEqual(changeLines(handmade, 0, without('tags')), [
      '-    tags:',
      '-    - cost     # why',
      '-    - "open"',
    ]);
    assert.deepEqual(changeLines(handmade, 0, without('speaker', { stance: 'favor' })), [
      '-    speaker: "李彦宏"  # checked',
      '+    stance: favor',
    ]);
    // Where the one that goes is the line behind the place of the one that comes.
    assert.deepEqual(changeLines(handmade, 1, without('stance', { speaker: '甲' })).toSorted(), [
      '+      speaker: 甲',
      '-      stance: favor',
    ]);
    const topic =
      'version: 1\nannotations:\n  - id: a1\n    role: claim\n    topic: t  # x\n    # kept\n    passages: [{exact: "x"}]\n';
    assert.deepEqual(changeLines(topic, 0, without('topic', { speaker: '甲' })), [
      '-    topic: t  # x',
      '+    speaker: 甲',
    ]);
  });

  it('moves the next key up to the dash where the first ones go', () => {
    const text =
      "version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages:\n      - prefix: a   # p\n        suffix: b\n        # the words\n        exact: 'x'  # e\n      - prefix: a\n        exact: y\n";
    assert.deepEqual(
      changeLines(text, 0, (before) => ({
        ...before,
        passages: [{ exact: 'x' }, { exact: 'y', start: 1 }],
      })),
      [
        '-      - prefix: a   # p',
        '-        suffix: b',
        '-        # the words',
        '+      - # the words',
        '-      - prefix: a',
        '-        exact: y',
        '+      - exact: y',
        '+        start: 1',
      ],
    );
  });

  it('changes, adds and removes single passages, tags and links', () => {
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({
        ...before,
        passages: before.passages.map((passage, i) =>
          i === 0 ? { ...passage, start: 5 } : passage,
        ),
      })),
      ['-        start: 3', '+        start: 5'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({
        ...before,
        passages: before.passages.map((passage, i) =>
          i === 1 ? { ...passage, start: 11 } : passage,
        ),
      })),
      [
        '-      - {exact: "智商税", start: 10, end: 13}',
        '+      - {exact: "智商税", start: 11, end: 13}',
      ],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({
        ...before,
        passages: [...before.passages, { exact: 'new', start: 20 }],
      })),
      ['+      - exact: new', '+        start: 20'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({
        ...before,
        passages: [{ exact: 'new' }, ...before.passages],
      })),
      ['+      - exact: new'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, passages: before.passages.slice(1) })),
      ['-      - exact: 开源模型', '-        start: 3', '-        end: 7', '-        page: 2'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, tags: ['cost', 'price', 'open'] })),
      ['+    - price'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({ ...before, tags: ['open'] })),
      ['-    - cost     # why'],
    );
    assert.deepEqual(
      changeLines(handmade, 0, (before) => ({
        ...before,
        links: [{ type: 'rebuts', target: 'b1' }],
      })),
      ['+    links:', '+      - {type: rebuts, target: b1}'],
    );
  });

  it('refolds no quote and requotes nothing', () => {
    assert.deepEqual(
      changeLines(handmade, 1, (before) => ({ ...before, role: 'claim' })),
      ['-      role: rebuttal', '+      role: claim'],
    );
    const long = `version: 1\nannotations:\n  - {id: a1,   role: claim, passages: [{exact: ${'字'.repeat(300)}}]}\n  - id: b1\n    role: claim\n    passages:\n      - exact: ${'word '.repeat(60)}end\n`;
    assert.deepEqual(
      changeLines(long, 1, (before) => ({ ...before, speaker: '甲' })),
      ['+    speaker: 甲'],
    );
  });

  it('keeps what ends in an ideographic space, which is no white space to YAML', () => {
    const text =
      'version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: x}]\n    speaker: 甲\u3000\n    note: |\n      一\n      \u3000\n  - id: b1\n    role: claim\n    passages: [{exact: y}]\n';
    assert.deepEqual(
      changeLines(text, 0, (before) => ({ ...before, speaker: '乙' })),
      ['-    speaker: 甲\u3000', '+    speaker: 乙'],
    );
    assert.equal(
      removeAnnotation(readSidecar(text), 0).text,
      'version: 1\nannotations:\n  - id: b1\n    role: claim\n    passages: [{exact: y}]\n',
    );
  });

  it('changes the line in CRLF files, and in the last line without line end', () => {
    const file = readSidecar(`\uFEFF${handmade.replaceAll('\n', '\r\n')}`);
    const after = replaceAnnotation(file, 0, {
      ...annotationIn(file, 0),
      role: 'evidence',
      speaker: '乙',
      note: 'x\ny',
    });
    assert.equal(after.text.replaceAll('\r\n', '').includes('\n'), false);
    assert.ok(after.text.startsWith('\uFEFF# Coded'));
    const open =
      'version: 1\nannotations:\n  - id: a1\n    passages: [{exact: x}]\n    role: claim';
    assert.deepEqual(
      changeLines(open, 0, (before) => ({ ...before, role: 'evidence' })),
      ['-    role: claim', '+    role: evidence'],
    );
  });

  it('changes one item of a list in brackets', () => {
    const text =
      'version: 1\nannotations: [{id: a1, role: claim, passages: [{exact: x}]}, {id: "b1", role: claim, passages: [{exact: y}]}] # all\n';
    const file = replaceAnnotation(readSidecar(text), 0, plain('a1'));
    assert.equal(
      file.text,
      'version: 1\nannotations: [{id: a1, role: claim, passages: [{exact: words of a1}]}, {id: "b1", role: claim, passages: [{exact: y}]}] # all\n',
    );
  });

  it('takes the only key out of braces, and keeps the comments around', () => {
    const text =
      'version: 1\nannotations:\n  - id: a1\n    # why\n    role: claim\n    passages: [{exact: x}]\n    conflicts:\n      - {field: more, theirs: {a: b}}\n';
    assert.deepEqual(
      changeLines(text, 0, (before) => ({ ...before, conflicts: [{ field: 'more', theirs: {} }] })),
      ['-      - {field: more, theirs: {a: b}}', '+      - {field: more, theirs: {}}'],
    );
  });
});
