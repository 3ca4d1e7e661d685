import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeAnnotation } from '../../../../src/core/merge/annotation/mergeAnnotation';
import { sameValue } from '../../../../src/core/model/sameValue';
import type { Annotation } from '../../../../src/core/model/types';
import { annotation, changed } from '../sidecar/annotations';
import { valueOf, holds, sorted } from './annotationVersions';

describe('mergeAnnotation', () => {
  const versions = annotation.chain((start) =>
    fc.record({ start: fc.constant(start), ours: changed(start), theirs: changed(start) }),
  );

  it('gives a side back where the other did nothing, whatever it is', () => {
    fc.assert(
      fc.property(versions, ({ start, ours, theirs }) => {
        assert.deepEqual(mergeAnnotation(start, ours, structuredClone(ours)), ours);
        assert.deepEqual(mergeAnnotation(start, ours, structuredClone(start)), ours);
        assert.deepEqual(mergeAnnotation(start, structuredClone(start), theirs), theirs);
      }),
    );
  });

  it('loses no value that a side set, whatever it is', () => {
    fc.assert(
      fc.property(versions, ({ start, ours, theirs }) => {
        const merged = mergeAnnotation(start, ours, theirs)!;
        assert.ok(merged);
        for (const side of [ours, theirs]) {
          for (const field of new Set([...Object.keys(start), ...Object.keys(side)])) {
            const value = valueOf(side, field);
            if (
              sameValue(value, valueOf(start, field)) ||
              field === 'modified' ||
              field === 'conflicts'
            )
              continue;
            const found = [
              valueOf(merged, field),
              ...(merged.conflicts ?? [])
                .filter((conflict) => conflict.field === field)
                .map(({ theirs: other }) => other),
            ];
            const isThere = found.some((one) => holds(one, value, valueOf(start, field)));
            assert.ok(isThere, `${field} of ${JSON.stringify(side)} in ${JSON.stringify(merged)}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('loses no undecided conflict that a side has, unless the other side decided it or the field says it', () => {
    fc.assert(
      fc.property(versions, ({ start, ours, theirs }) => {
        const merged = mergeAnnotation(start, ours, theirs)!;
        for (const conflict of [...(ours.conflicts ?? []), ...(theirs.conflicts ?? [])]) {
          const isIn = (side: Annotation) =>
            (side.conflicts ?? []).some((one) => sameValue(one, conflict));
          const isDecided = isIn(start) && !(isIn(ours) && isIn(theirs));
          assert.ok(
            isDecided ||
              isIn(merged) ||
              sameValue(valueOf(merged, conflict.field), conflict.theirs),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same with the sides swapped, but for whose value is in a field', () => {
    fc.assert(
      fc.property(versions, ({ start, ours, theirs }) => {
        const [one, other] = [
          mergeAnnotation(start, ours, theirs)!,
          mergeAnnotation(start, theirs, ours)!,
        ];
        const all = (merged: Annotation) =>
          [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
            .sort()
            .filter((field) => field !== 'conflicts' && field !== 'passages')
            .map((field) => [
              field,
              [
                valueOf(merged, field),
                ...(merged.conflicts ?? [])
                  .filter((conflict) => conflict.field === field)
                  .map(({ theirs: value }) => value),
              ]
                .map(sorted)
                .sort(),
            ]);
        assert.deepEqual(
          new Set((one.conflicts ?? []).map(({ field }) => field)),
          new Set((other.conflicts ?? []).map(({ field }) => field)),
        );
        assert.deepEqual(all(one), all(other));
      }),
      { numRuns: 300 },
    );
  });
});
