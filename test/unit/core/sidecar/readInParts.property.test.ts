import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/model/types';
import { printBlock } from '../../../../src/core/sidecar/printBlock';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { item, sidecar, edit, edited, assertReadsAsWhole } from './sidecarParts';

describe('reading a sidecar in parts', () => {
  it('gives what reading it whole gives, for what the program and people write', () => {
    fc.assert(
      fc.property(sidecar, (text) => {
        assertReadsAsWhole(text);
      }),
      { numRuns: 500 },
    );
  });

  it('gives what reading it whole gives, whatever was done to the text, and whatever was known before', () => {
    fc.assert(
      fc.property(sidecar, fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
        let [text, file] = [start, readSidecar(start)];
        for (const one of edits) {
          text = edited(text, one);
          file = assertReadsAsWhole(text, file);
          assertReadsAsWhole(text);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('takes over what stands there as before, as the same objects, and reads no more than the rest', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 7 }),
        fc.uniqueArray(item, { selector: ({ id }) => id, minLength: 1, maxLength: 7 }),
        (before, after) => {
          const textOf = (all: readonly Annotation[]) =>
            `version: 1\nannotations:\n${all.map((one) => printBlock(one, '  ', '\n')).join('')}`;
          const known = readSidecar(textOf(before));
          const linesBefore = new Map(
            before.map((one, i) => [printBlock(one, '  ', '\n'), known.entries[i]?.annotation]),
          );
          readSidecar(textOf(after), known).entries.forEach(({ annotation: read }, i) => {
            const same = linesBefore.get(printBlock(after[i] as Annotation, '  ', '\n'));
            if (same !== undefined) assert.equal(read, same);
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});
