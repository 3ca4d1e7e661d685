import * as v from 'valibot';
import { annotationSchema } from '../../model/schema';
import type { Annotation } from '../../model/types';
import { withConflicts } from './mergeFields';

/**
 * Both values of a field between which somebody has to decide; undefined: that side hasn't got the
 * field.
 */
export interface ConflictValues {
  readonly field: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/**
 * What each of an annotation's conflicts is about, in their order. For the field `id`, the other
 * side deleted the annotation.
 */
export function conflictValues(annotation: Annotation): ConflictValues[] {
  return (annotation.conflicts ?? []).map(({ field, theirs }) => ({
    field,
    ours: Object.hasOwn(annotation, field) ? annotation[field] : undefined,
    theirs,
  }));
}

/**
 * Settles one conflict: the annotation without that entry, and with the value that was taken.
 *
 * @param index number of the entry in `conflicts`
 * @returns undefined where the annotation shall be deleted; `annotation` itself where there is no
 *   such conflict, or theirs' value can't be taken (a value of the wrong kind, written by hand)
 */
export function settleConflict(
  annotation: Annotation,
  index: number,
  take: 'ours' | 'theirs',
): Annotation | undefined {
  const conflict = annotation.conflicts?.[index];
  if (conflict === undefined) return annotation;
  const settled = withConflicts(annotation, annotation.conflicts?.toSpliced(index, 1) ?? []);
  if (take === 'ours') return settled;
  const { field, theirs } = conflict;
  if (field === 'id') return Object.hasOwn(conflict, 'theirs') ? annotation : undefined;
  const others = Object.entries(settled).filter(([key]) => key !== field);
  const decided = Object.fromEntries(theirs === undefined ? others : [...others, [field, theirs]]);
  return v.is(annotationSchema, decided) ? decided : annotation;
}

/**
 * `annotation` without the conflicts of these fields: whoever sets a field by hand has decided
 * about it.
 */
export function withoutConflictsOf(annotation: Annotation, fields: Iterable<string>): Annotation {
  const settled = new Set(fields);
  if (annotation.conflicts?.some(({ field }) => settled.has(field)) !== true) return annotation;
  return withConflicts(
    annotation,
    annotation.conflicts.filter(({ field }) => !settled.has(field)),
  );
}
