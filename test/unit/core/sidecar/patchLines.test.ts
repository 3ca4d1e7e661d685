import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/model/types';
import { patchLines } from '../../../../src/core/sidecar/patchLines';
import { ANNOTATION_STYLE, printBlock } from '../../../../src/core/sidecar/printBlock';
import { patchItem } from '../../../../src/core/yaml/patchItem';
import { annotation as anyAnnotation } from './annotations';

const BLOCK = [
  '  - id: k3v9x2m7qa # mine',
  '    role: claim',
  '    speaker:  "李彦宏"',
  '    note: |',
  '      speaker: nobody',
  '    passages:',
  '      - exact: words',
  '        speaker: kept',
  "    creator: 'Zhang ''San'' '",
  '    modified: "2026-11-22T09:30:00Z"',
  '',
].join('\n');
const READ = {
  id: 'k3v9x2m7qa',
  role: 'claim',
  speaker: '李彦宏',
  note: 'speaker: nobody\n',
  passages: [{ exact: 'words', speaker: 'kept' }],
  creator: "Zhang 'San' ",
  modified: '2026-11-22T09:30:00Z',
} as Annotation;

describe('patchLines', () => {
  it('changes texts on their lines, and nothing else', () => {
    const after = { ...READ, speaker: 'No', creator: 'Li', modified: '2026-11-23T09:30:00Z' };
    assert.equal(
      patchLines(BLOCK, after, '\n'),
      BLOCK.replace('"李彦宏"', '"No"')
        .replace("'Zhang ''San'' '", 'Li')
        .replace('11-22T', '11-23T'),
    );
    assert.equal(patchLines(BLOCK, READ, '\n'), BLOCK);
  });

  it('adds lines where the format has them, and takes them out', () => {
    const after = { ...READ, stance: 'favor', topic: '桥: free', modified: 'now' };
    assert.equal(
      patchLines(BLOCK, after, '\n'),
      BLOCK.replace('    note: |', '    stance: favor\n    topic: "桥: free"\n    note: |')
        .replace('2026-11-22T09:30:00Z', 'now')
        .replace('"now"', 'now'),
    );
    const { modified = '', ...unmodified } = READ;
    const block = BLOCK.slice(0, BLOCK.indexOf('    modified'));
    assert.equal(patchLines(block, { ...unmodified, modified }, '\n'), BLOCK);
    assert.equal(patchLines(BLOCK, unmodified, '\n'), block);
  });

  it('leaves to the careful way what is more than that', () => {
    const unusual: [block: string, after: Annotation][] = [
      [BLOCK, { ...READ, tags: ['new'] }],
      [BLOCK, { ...READ, mood: 'new' }],
      [BLOCK.replace('    creator', '\n    # by\n    creator'), { ...READ, quoteType: 'direct' }],
      [BLOCK.replace('    creator', '    date:\n    creator'), { ...READ, topic: 'new' }],
      [BLOCK, { ...READ, note: 'other' }],
      [BLOCK, { ...READ, passages: [{ exact: 'other' }] }],
      // A comment behind the value, a text over two lines, an anchor, a key in quotation marks.
      [BLOCK, { ...READ, id: 'p8w2c4t6ye' }],
      [BLOCK.replace('"李彦宏"', 'Ada\n      Quill'), { ...READ, speaker: 'Ada' }],
      [BLOCK.replace('"李彦宏"', '&who Ada'), { ...READ, speaker: 'Bell' }],
      [BLOCK.replace('speaker:  ', '"speaker": '), { ...READ, speaker: 'Bell' }],
    ];
    for (const [block, after] of unusual)
      assert.equal(patchLines(block, after, '\n'), undefined, JSON.stringify(after));
  });

  it('gives the lines that the careful way gives, where it gives any', () => {
    let given = 0;
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(
        anyAnnotation,
        text,
        fc.constantFrom('', '  ', '    '),
        fc.constantFrom('\n', '\r\n'),
        fc.record({ stance: text, topic: text, cue: text }, { requiredKeys: [] }),
        fc.boolean(),
        (drawn, text, indent, eol, added, isModified) => {
          const before = { ...drawn, speaker: 'Ada', modified: 'now' };
          const block = printBlock(before, indent, eol);
          const after: Annotation = { ...before, ...added, role: 'rebuttal', speaker: text };
          if (isModified) after.modified = text;
          else delete after.modified;
          const patched = patchLines(block, after, eol);
          if (patched === undefined) return;
          given += 1;
          const careful = patchItem(block, after, eol, ANNOTATION_STYLE);
          assert.equal(patched, careful);
        },
      ),
      { numRuns: 400 },
    );
    assert.ok(given > 40, `${given}`);
  });
});
