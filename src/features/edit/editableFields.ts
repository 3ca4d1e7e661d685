import { excerpt } from '../../core/text/excerpt';
import { fieldName, stanceMark } from '../../ui/labels';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Services } from '../services';
import { askNewTopic } from '../../ui/codebook/askNewTopic';
import { askDate } from '../../ui/asking/askDate';
import { FieldValues } from '../../ui/asking/fieldValues';
import { askCue, askQuoteType, askReportedBy } from './askAttribution';
import { askNote, askTags, askValue } from './askValue';

/** What the present values, and those to choose from, are asked from. */
export type FieldSources = Pick<
  Services,
  'codebookEditor' | 'codebooks' | 'index' | 'labels' | 'reader'
>;

/** A field that can be changed by hand. */
export interface EditableField {
  readonly key: string;
  readonly label: string;
  /** What it says now, for the screen. */
  readonly value: string;
  /** Asks for a new value: the fields to change, null removes one; undefined: none. */
  readonly ask: () => Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** The fields of an annotation that can be changed by hand, in the order of the list. */
export function fieldsOf(
  sources: FieldSources,
  item: IndexedAnnotation,
  others: readonly IndexedAnnotation[] = [],
): EditableField[] {
  const { labels } = sources;
  const { annotation, article } = item;
  const values = new FieldValues(sources);
  const { role, speaker, stance, topic, date, note, tags } = annotation;
  const { reportedBy, quoteType, cue } = annotation;
  const field = (key: string, value: string, askNew: () => Promise<unknown>): EditableField => ({
    key,
    label: fieldName(key),
    value,
    ask: async () => {
      const answer = await askNew();
      return answer === undefined ? undefined : { [key]: answer };
    },
  });
  const dateField: EditableField = {
    key: 'date',
    label: fieldName('date'),
    value: date ?? '',
    ask: () => askDate(sources, [item, ...others]),
  };
  const shownStance = stance === undefined ? '' : `${stanceMark(stance)} ${labels.stance(stance)}`;
  const open = { canBeOpen: true };
  const openOrNew = { canBeOpen: true, canBeNew: true };
  return [
    field('role', labels.role(role), () => askValue('role', values.roles(), role)),
    field('speaker', speaker ?? '', () =>
      askValue('speaker', values.speakers(article), speaker, openOrNew),
    ),
    field('stance', shownStance, () => askValue('stance', values.stances(), stance, open)),
    field('topic', topic === undefined ? '' : labels.topic(topic), async () => {
      const known = values.topics();
      const answer = await askValue('topic', known, topic, openOrNew);
      const isNew = typeof answer === 'string' && !known.some(({ value }) => value === answer);
      return isNew ? askNewTopic(sources.codebookEditor, answer, item.uri) : answer;
    }),
    dateField,
    field('note', excerpt(note ?? '', 60), () => askNote(note)),
    field('tags', tags?.join(', ') ?? '', () => askTags(tags)),
    field('reportedBy', reportedBy?.join(' ← ') ?? '', () => askReportedBy(sources, item)),
    field('quoteType', quoteType === undefined ? '' : labels.quoteType(quoteType), () =>
      askQuoteType(sources, item),
    ),
    field('cue', cue ?? '', () => askCue(sources, item)),
  ];
}
