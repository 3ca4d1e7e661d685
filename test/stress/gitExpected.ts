import assert from 'node:assert/strict';
import type { Annotation } from '../../src/core/model/types';
import type { Change, Side } from './gitChanges';

/**
 * What a merge of the changes must say, worked out from the changes themselves: the measure for the
 * merge, and so written without any of its code.
 */
export function expectedMerge(
  base: readonly Annotation[],
  changes: Readonly<Record<Side, readonly Change[]>>,
): Map<string, Annotation> {
  const expected = new Map<string, Annotation>();
  for (const annotation of base) {
    const of = (side: Side) =>
      changes[side].filter((change) => change.kind !== 'add' && change.id === annotation.id);
    const isDeleted = (side: Side) => of(side).some(({ kind }) => kind === 'delete');
    const left = (['ours', 'theirs'] as const).filter((side) => !isDeleted(side));
    if (left.length === 0 || (left.length === 1 && of(left[0] as Side).length === 0)) continue;
    const merged = mergeChanges(annotation, left.map(of));
    if (left.length === 1) merged.conflicts = [...(merged.conflicts ?? []), { field: 'id' }];
    expected.set(annotation.id, merged);
  }
  for (const change of [...changes.ours, ...changes.theirs])
    if (change.kind === 'add') expected.set(change.annotation.id, change.annotation);
  return expected;
}

function mergeChanges(annotation: Annotation, sides: readonly (readonly Change[])[]): Annotation {
  const [first, second] = sides.map(
    (changes) =>
      new Map(
        changes.flatMap((change) =>
          change.kind === 'set' ? [[change.field, change.value] as const] : [],
        ),
      ),
  );
  assert.ok(first !== undefined);
  const merged: Annotation = {
    ...annotation,
    ...Object.fromEntries(second ?? []),
    ...Object.fromEntries(first),
  };
  const conflicts = [...(second ?? [])]
    .filter(([field, value]) => first.has(field) && first.get(field) !== value)
    .map(([field, theirs]) => ({ field, theirs }));
  const links = new Map(
    sides
      .flat()
      .flatMap((change) =>
        change.kind === 'link'
          ? [[`${change.link.type} ${change.link.target}`, change.link] as const]
          : [],
      ),
  );
  if (links.size > 0) merged.links = [...(annotation.links ?? []), ...links.values()];
  if (conflicts.length > 0) merged.conflicts = conflicts;
  const times = sides.flat().flatMap((change) => ('at' in change ? [change.at] : []));
  const last = times.sort().at(-1);
  return last === undefined ? merged : { ...merged, modified: last };
}
