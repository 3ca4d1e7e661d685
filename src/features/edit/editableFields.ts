import { speakerUse } from '../../core/corpus/speakerUse';
import { compareText } from '../../core/text/compare';
import { excerpt } from '../../core/text/excerpt';
import { fieldName, stanceMark } from '../../ui/labels';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Services } from '../services';
import { askDate, askNote, askTags, askValue, type Value } from './askValue';

/** What the present values, and those to choose from, are asked from. */
export type FieldSources = Pick<Services, 'codebooks' | 'index' | 'labels'>;

/** A field that can be changed by hand. */
export interface EditableField {
  readonly key: string;
  readonly label: string;
  /** What it says now, for the screen. */
  readonly value: string;
  /** Asks for a new value: null removes it, undefined leaves it as it is. */
  readonly ask: () => Promise<unknown>;
}

/** The fields of an annotation that can be changed by hand, in the order of the list. */
export function fieldsOf(
  { codebooks, labels, index }: FieldSources,
  { annotation, article }: IndexedAnnotation,
): EditableField[] {
  const { vocabulary } = codebooks;
  const { role, speaker, stance, topic, date, note, tags } = annotation;
  const field = (key: string, value: string, askNew: EditableField['ask']): EditableField => ({
    key,
    label: fieldName(key),
    value,
    ask: askNew,
  });
  const speakers = (): Value[] => {
    const used = speakerUse(index.corpus, { article }).map((use) => use.speaker);
    const known = vocabulary.speakers.map(({ name }) => name);
    return unique([...used, ...known]).map((name) => ({ value: name, label: name }));
  };
  const topics = (): Value[] => {
    const known = vocabulary.topics.map(({ id }) => id);
    const used = index.corpus.topicsInUse().sort(compareText);
    return unique([...known, ...used]).map((id) => ({ value: id, label: labels.topic(id) }));
  };
  const roles = vocabulary.roles.map(({ id }) => ({ value: id, label: labels.role(id) }));
  const stances = vocabulary.stances.map(({ id }) => ({ value: id, label: labels.stance(id) }));
  const shownStance = stance === undefined ? '' : `${stanceMark(stance)} ${labels.stance(stance)}`;
  const open = { canBeOpen: true };
  const openOrNew = { canBeOpen: true, canBeNew: true };
  return [
    field('role', labels.role(role), () => askValue('role', roles, role)),
    field('speaker', speaker ?? '', () => askValue('speaker', speakers(), speaker, openOrNew)),
    field('stance', shownStance, () => askValue('stance', stances, stance, open)),
    field('topic', topic === undefined ? '' : labels.topic(topic), () =>
      askValue('topic', topics(), topic, openOrNew),
    ),
    field('date', date ?? '', () => askDate(date)),
    field('note', excerpt(note ?? '', 60), () => askNote(note)),
    field('tags', tags?.join(', ') ?? '', () => askTags(tags)),
  ];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
