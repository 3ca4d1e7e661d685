import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/model/types';
import { changeEntries } from '../../../../src/core/sidecar/changeEntries';
import {
  insertAnnotation,
  newSidecar,
  removeAnnotation,
  replaceAnnotation,
} from '../../../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../../../src/core/sidecar/readSidecar';
import { annotation as anyAnnotation } from './annotations';

const MODIFIED = '2026-11-23T10:00:00Z';

describe('changeEntries', () => {
  it('does what changing one after the other does', () => {
    const all = fc.uniqueArray(anyAnnotation, { maxLength: 6, selector: ({ id }) => id });
    const fates = fc.array(fc.constantFrom('kept', 'renamed', 'removed'), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(all, fates, fc.boolean(), (annotations, planned, hasComments) => {
        const made = annotations.reduce(
          (file, one) => insertAnnotation(file, file.entries.length, one),
          newSidecar(),
        );
        const text = hasComments
          ? made.text.replaceAll('\n  - ', '\n\n  # a comment\n  - ')
          : made.text;
        const before = readSidecar(text);
        const fateOf = ({ id }: Annotation) =>
          planned[annotations.findIndex((one) => one.id === id)] ?? 'kept';
        const changed = changeEntries(
          before,
          (one) => {
            const fate = fateOf(one);
            if (fate === 'renamed') return { ...one, speaker: '周大河' };
            return fate === 'removed' ? 'removed' : undefined;
          },
          MODIFIED,
        );
        let expected = before;
        for (let i = before.entries.length - 1; i >= 0; i -= 1) {
          const one = before.entries[i]?.annotation;
          const fate = one && fateOf(one);
          if (fate === 'renamed')
            expected = replaceAnnotation(expected, i, {
              ...one,
              speaker: '周大河',
              modified: MODIFIED,
            } as Annotation);
          else if (fate === 'removed') expected = removeAnnotation(expected, i);
        }
        assert.deepEqual(changed.file, expected);
        const ids = annotations.filter((one) => fateOf(one) !== 'kept').map(({ id }) => id);
        assert.deepEqual([...changed.ids].sort(), ids.sort());
      }),
    );
  });

  it('gives the same file where nothing changes', () => {
    const file = readSidecar(
      'version: 1\nannotations:\n  - id: a1\n    role: claim\n    passages: [{exact: x}]\n',
    );
    assert.equal(changeEntries(file, () => undefined, MODIFIED).file, file);
  });

  it('changes all of a thousand, as they are read back', () => {
    const entry = (i: number) =>
      `  - id: k${i}\n    role: claim\n    speaker: 老周\n    passages:\n      - exact: 渡口不能关，第${i}次\n`;
    const text = `version: 1\nannotations:\n${Array.from({ length: 1_000 }, (_, i) => entry(i)).join('')}`;
    const { file, ids } = changeEntries(
      readSidecar(text),
      (one) => ({ ...one, speaker: '周大河' }),
      MODIFIED,
    );
    assert.equal(ids.length, 1_000);
    assert.deepEqual(readSidecar(file.text), file);
  });
});
