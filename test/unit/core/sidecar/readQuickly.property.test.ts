import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printBlock } from '../../../../src/core/sidecar/printBlock';
import { readSidecarQuickly } from '../../../../src/core/sidecar/readQuickly';
import { annotation } from './annotations';
import { assertReadsAlike, oddSidecar } from './quickReading';
import { edit, edited, sidecar } from './sidecarParts';

describe('reading a sidecar quickly', () => {
  it('is done with all that the program writes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(annotation, { selector: ({ id }) => id, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        fc.constantFrom('', '  ', '    '),
        (annotations, eol, mark, indent) => {
          const blocks = annotations.map((one) => printBlock(one, indent, eol)).join('');
          const text = `${mark}version: 1${eol}annotations:${eol}${blocks}`;
          assert.deepEqual(readSidecarQuickly(text)?.annotations, annotations);
          assertReadsAlike(text);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives what the careful reader gives, whatever was done to a sidecar', () => {
    fc.assert(
      fc.property(sidecar, fc.array(edit, { maxLength: 3 }), (start, edits) => {
        let text = start;
        assertReadsAlike(text);
        for (const one of edits) {
          text = edited(text, one);
          assertReadsAlike(text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives what the careful reader gives, whatever stands in one place', () => {
    let answers = 0;
    fc.assert(
      fc.property(oddSidecar, (text) => {
        if (assertReadsAlike(text)) answers++;
      }),
      { numRuns: 4_000 },
    );
    // Not by giving nothing.
    assert.ok(answers > 300, `${answers} answers`);
  });
});
