import { closest, distance } from 'fastest-levenshtein';
import type { Annotation } from '../model/types';
import type { Vocabulary } from './vocabulary';

/** A value that the codebook doesn't have. */
export interface UnknownValue {
  readonly field: 'role' | 'stance' | 'topic' | 'link';
  readonly value: string;
  /** The one that was probably meant. */
  readonly meant: string | undefined;
  /** Whether the format allows it: a topic may be any text. */
  readonly isAllowed: boolean;
}

/**
 * The roles, stances, topics and link types of an annotation that neither the codebook nor the
 * default set has; topics only where the codebook lists any. With the same letters in another case,
 * or up to a third of them wrong, a known one was probably meant.
 */
export function unknownValues(
  { role, stance, topic, links = [] }: Annotation,
  { roles, stances, topics, links: types }: Vocabulary,
): UnknownValue[] {
  const of = (
    field: UnknownValue['field'],
    values: readonly (string | undefined)[],
    known: readonly { readonly id: string }[],
  ): UnknownValue[] => {
    const ids = known.map(({ id }) => id);
    const unknown = new Set(values.filter((value) => value !== undefined && !ids.includes(value)));
    return [...unknown].flatMap((value = '') => {
      const meant = likeliest(value, ids);
      return { field, value, meant, isAllowed: field === 'topic' };
    });
  };
  return [
    ...of('role', [role], roles),
    ...of('stance', [stance], stances),
    ...(topics.length > 0 ? of('topic', [topic], topics) : []),
    ...of(
      'link',
      links.map(({ type }) => type),
      types,
    ),
  ];
}

/**
 * Whether `unknownValues` finds a role, stance or topic: quicker, for many annotations. Links
 * aside.
 */
export function hasUnknownValue(
  { role, stance, topic }: { readonly [Field in 'role' | 'stance' | 'topic']: string | undefined },
  { roles, stances, topics }: Vocabulary,
): boolean {
  const isUnknown = (value: string | undefined, known: readonly { readonly id: string }[]) =>
    value !== undefined && !known.some(({ id }) => id === value);
  return (
    isUnknown(role, roles) ||
    isUnknown(stance, stances) ||
    (topics.length > 0 && isUnknown(topic, topics))
  );
}

/** How much of a long text is compared, in UTF-16 units: an id is short. */
const COMPARED = 60;

/**
 * The id that was probably meant by a text: the same in another case, or with up to a third of its
 * letters wrong.
 */
export function likeliest(value: string, ids: readonly string[]): string | undefined {
  if (ids.length === 0 || value.length > COMPARED) return undefined;
  const folded = new Map(ids.map((id) => [id.normalize('NFKC').toLowerCase(), id]));
  const wanted = value.normalize('NFKC').toLowerCase();
  const nearest = closest(wanted, [...folded.keys()]);
  const isNear = distance(wanted, nearest) <= Math.max(wanted.length, nearest.length) / 3;
  return isNear ? folded.get(nearest) : undefined;
}
