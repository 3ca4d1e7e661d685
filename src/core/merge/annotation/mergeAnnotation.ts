import { sameValue } from '../../model/sameValue';
import type { Annotation, Link, Passage } from '../../model/types';
import { compareText } from '../../text/compare';
import { mergeFields, withConflicts } from './mergeFields';
import { mergePassages, sameQuotes } from './mergePassages';
import { mergeSet, mergeValue, type MergedValue } from './threeWay';

/**
 * Merges what two sides made of one annotation, field by field (a three-way merge); undefined means
 * that it isn't there.
 *
 * A field that both changed to different values keeps ours', and `conflicts` gets theirs'. Nothing
 * is asked and nothing lost: each value that a side set is in its field or in `conflicts`. An
 * annotation that one side deleted and the other changed is kept as changed, with the conflict
 * `{field: id}`. Tags and links are sets, `modified` is the later of both, and where a passage
 * stands never conflicts.
 *
 * @param base what both sides started from; undefined where both added it
 */
export function mergeAnnotation(
  base: Annotation | undefined,
  ours: Annotation | undefined,
  theirs: Annotation | undefined,
): Annotation | undefined {
  if (ours === undefined || theirs === undefined) return mergeDeleted(base, ours ?? theirs);
  if (sameValue(ours, theirs) || sameValue(base, theirs)) return ours;
  if (sameValue(base, ours)) return theirs;
  return mergeFields(base, ours, theirs, mergeField) as Annotation;
}

/** What remains where one side, or both, haven't got the annotation. */
function mergeDeleted(
  base: Annotation | undefined,
  left: Annotation | undefined,
): Annotation | undefined {
  if (base === undefined || left === undefined) return left;
  return saysTheSame(base, left)
    ? undefined
    : withConflicts(left, [...(left.conflicts ?? []), { field: 'id' }]);
}

/**
 * Whether two versions differ at most in when they were changed and where their passages were last
 * seen.
 */
function saysTheSame(a: Annotation, b: Annotation): boolean {
  const others = (annotation: Annotation) =>
    Object.fromEntries(
      Object.entries(annotation).filter(([key]) => key !== 'modified' && key !== 'passages'),
    );
  return sameQuotes(a.passages, b.passages) && sameValue(others(a), others(b));
}

function mergeField(
  field: string,
  base: unknown,
  ours: unknown,
  theirs: unknown,
): MergedValue<unknown> {
  switch (field) {
    case 'modified':
      return {
        value: laterOf(ours as string | undefined, theirs as string | undefined),
        conflict: false,
      };
    case 'passages':
      return mergePassages(base as Passage[] | undefined, ours as Passage[], theirs as Passage[]);
    case 'tags':
      return mergeList(
        base as string[] | undefined,
        ours as string[] | undefined,
        theirs as string[] | undefined,
        (tag) => tag,
      );
    case 'links':
      return mergeList(
        base as Link[] | undefined,
        ours as Link[] | undefined,
        theirs as Link[] | undefined,
        ({ type, target }) => JSON.stringify([type, target]),
      );
    default:
      return mergeValue(base, ours, theirs);
  }
}

/**
 * A set that one side alone changed is as that side has it, order included; one that has become
 * empty goes.
 */
function mergeList<T>(
  base: T[] | undefined,
  ours: T[] | undefined,
  theirs: T[] | undefined,
  keyOf: (item: T) => string,
): MergedValue<T[] | undefined> {
  const whole = mergeValue(base, ours, theirs);
  if (!whole.conflict) return whole;
  const { value, conflict } = mergeSet(base, ours, theirs, keyOf);
  return { value: value.length === 0 ? undefined : value, conflict };
}

/** The later of two times; of texts that are no times, the one that sorts last. */
function laterOf(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const difference = Date.parse(a) - Date.parse(b);
  const order = Number.isNaN(difference) || difference === 0 ? compareText(a, b) : difference;
  return order < 0 ? b : a;
}
