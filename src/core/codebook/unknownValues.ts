import { closest, distance } from 'fastest-levenshtein';
import type { Annotation } from '../model/types';
import type { SpeakerNames } from './speakerNames';
import type { Vocabulary } from './vocabulary';

/** A value that the codebook doesn't have. */
export interface UnknownValue {
  readonly field: 'speaker' | 'role' | 'stance' | 'topic' | 'link';
  readonly value: string;
  /** The one that was probably meant. */
  readonly meant: string | undefined;
}

/**
 * The speaker, role, stance, topic and link types of an annotation that neither the codebook nor
 * the default set has; speakers and topics only where the codebook lists any. With the same letters
 * in another case, or up to a third of them wrong, a known one was probably meant; which speaker,
 * `SpeakerNames` says.
 */
export function unknownValues(
  { speaker, role, stance, topic, links = [] }: Annotation,
  { roles, stances, topics, links: types, names }: Vocabulary,
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
      return { field, value, meant };
    });
  };
  return [
    ...unknownSpeaker(speaker, names),
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

function unknownSpeaker(speaker: string | undefined, names: SpeakerNames): UnknownValue[] {
  return speaker === undefined || names.has(speaker)
    ? []
    : [{ field: 'speaker', value: speaker, meant: names.meant(speaker) }];
}

/**
 * Whether `unknownValues` finds a role, stance or topic, or a speaker by whom a listed one was
 * probably meant: quicker, for many annotations. Links aside.
 */
export function hasUnknownValue(
  {
    speaker,
    role,
    stance,
    topic,
  }: { readonly [Field in 'speaker' | 'role' | 'stance' | 'topic']: string | undefined },
  { roles, stances, topics, names }: Vocabulary,
): boolean {
  const isUnknown = (value: string | undefined, known: readonly { readonly id: string }[]) =>
    value !== undefined && !known.some(({ id }) => id === value);
  return (
    isUnknown(role, roles) ||
    isUnknown(stance, stances) ||
    (topics.length > 0 && isUnknown(topic, topics)) ||
    (speaker !== undefined && names.meant(speaker) !== undefined)
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
