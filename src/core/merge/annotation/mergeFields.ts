import { isMapping, sameValue } from '../../model/sameValue';
import type { Annotation } from '../../model/types';
import { canonicalText, mergeSet, mergeValue, type MergedValue } from './threeWay';

/**
 * Another value of a field, from a merge, not yet decided; without `theirs`, the other side removed
 * the field.
 */
export type FieldConflict = NonNullable<Annotation['conflicts']>[number];

/** A mapping that can hold undecided conflicts about its own fields. */
export type FieldValues = Readonly<Record<string, unknown>>;

/**
 * Merges two versions of a mapping field by field. A field that both changed to different values
 * keeps ours', and the list under `conflicts` gets theirs'. Conflicts that one side decided stay
 * decided.
 *
 * @param mergeField how a field's values are merged; undefined values mean that a side hasn't got
 *   it
 */
export function mergeFields(
  base: FieldValues | undefined,
  ours: FieldValues,
  theirs: FieldValues,
  mergeField: (
    field: string,
    base: unknown,
    ours: unknown,
    theirs: unknown,
  ) => MergedValue<unknown> = mergeWhole,
): Record<string, unknown> {
  const [inBase, inOurs, inTheirs] = [valuesOf(base), valuesOf(ours), valuesOf(theirs)];
  const merged = new Map<string, unknown>();
  const found: FieldConflict[] = [];
  for (const field of new Set([...inOurs.keys(), ...inTheirs.keys()])) {
    const { value, conflict } = mergeField(
      field,
      inBase.get(field),
      inOurs.get(field),
      inTheirs.get(field),
    );
    if (value !== undefined) merged.set(field, value);
    if (conflict)
      found.push({ field, ...(inTheirs.has(field) ? { theirs: inTheirs.get(field) } : {}) });
  }
  const kept = mergeSet(
    conflictsOf(base),
    conflictsOf(ours),
    conflictsOf(theirs),
    canonicalText,
  ).value;
  const undecided = [...kept, ...found].filter((conflict) => !isSettled(conflict, merged));
  const fields = Object.fromEntries(merged);
  if (!merged.has('conflicts')) return withConflicts(fields, undecided);
  // Another program has something of its own under that key.
  return undecided.length === 0
    ? fields
    : withConflicts(fields, [...undecided, { field: 'conflicts', theirs: fields.conflicts }]);
}

/** The conflicts that a merge found, beside those that one of the sides had before. */
export function newConflicts(
  merged: FieldValues | undefined,
  ...sides: readonly (FieldValues | undefined)[]
): FieldConflict[] {
  const known = new Set(sides.flatMap(conflictsOf).map(canonicalText));
  return conflictsOf(merged).filter((conflict) => !known.has(canonicalText(conflict)));
}

/** `fields` with these conflicts, each once; without any, it lacks the key. */
export function withConflicts<T extends FieldValues>(
  fields: T,
  conflicts: readonly FieldConflict[],
): T {
  const others = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'conflicts'));
  const once = [
    ...new Map(conflicts.map((conflict) => [canonicalText(conflict), conflict])).values(),
  ];
  return { ...others, ...(once.length === 0 ? {} : { conflicts: once }) } as T;
}

function valuesOf(fields: FieldValues | undefined): Map<string, unknown> {
  return new Map(
    Object.entries(fields ?? {}).filter(
      ([key, value]) => value !== undefined && !(key === 'conflicts' && isConflictList(value)),
    ),
  );
}

function conflictsOf(fields: FieldValues | undefined): readonly FieldConflict[] {
  const conflicts =
    fields !== undefined && Object.hasOwn(fields, 'conflicts') ? fields.conflicts : undefined;
  return isConflictList(conflicts) ? conflicts : [];
}

function isConflictList(value: unknown): value is readonly FieldConflict[] {
  return (
    Array.isArray(value) &&
    value.every((one: unknown) => isMapping(one) && typeof one.field === 'string')
  );
}

function mergeWhole(
  _field: string,
  base: unknown,
  ours: unknown,
  theirs: unknown,
): MergedValue<unknown> {
  return mergeValue(base, ours, theirs);
}

/**
 * Whether the field says what the conflict has as the other value: then there is nothing to decide.
 */
function isSettled(conflict: FieldConflict, fields: ReadonlyMap<string, unknown>): boolean {
  return conflict.field !== 'id' && sameValue(fields.get(conflict.field), conflict.theirs);
}
