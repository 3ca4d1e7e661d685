import * as l10n from '@vscode/l10n';
import { isIsoDate } from '../model/dates';
import { RefusedError } from '../model/problem';
import { isPlainData } from '../model/sameValue';
import { annotationSchema } from '../model/schema';
import type { Annotation, CodebookEntry } from '../model/types';
import { checkShape } from '../yaml/checkShape';
import type { Vocabulary } from './vocabulary';

/** Fields that a program gives have no place in a text. */
const NOWHERE = { start: 0, end: 0 };

/**
 * The annotation that some fields make, if all are as the format has them, and roles, stances and
 * link types as the codebook has them; with the speaker's canonical name.
 *
 * @param canonical a speaker's canonical name
 * @param before what the annotation said before: that is let be, also where the codebook lacks it
 * @throws RefusedError that names what is wrong
 */
export function checkAnnotation(
  fields: Record<string, unknown>,
  vocabulary: Vocabulary,
  canonical: (speaker: string) => string,
  before?: Annotation,
): Annotation {
  if (!isPlainData(fields))
    throw new RefusedError(
      l10n.t(
        'Only texts, numbers, true, false, lists and objects of them can be stored, and no key “__proto__”.',
      ),
    );
  const { output, problems } = checkShape(annotationSchema, fields, undefined, 'entry', NOWHERE);
  if (output === undefined)
    throw new RefusedError(problems.map(({ message }) => message).join(' '));
  const { date } = output;
  // What a file says stays readable; nobody writes a day anew that the calendar doesn't have.
  if (date !== undefined && date !== before?.date && !isIsoDate(date))
    throw new RefusedError(l10n.t('“{0}” must be a date: 2024, 2024-07 or 2024-07-04.', 'date'));
  const { roles, stances, links } = vocabulary;
  requireKnown(l10n.t('role'), [output.role], [before?.role], roles);
  requireKnown(l10n.t('stance'), [output.stance], [before?.stance], stances);
  requireKnown(l10n.t('link type'), linkTypes(output), linkTypes(before), links);
  return output.speaker === undefined ? output : { ...output, speaker: canonical(output.speaker) };
}

function linkTypes(annotation: Annotation | undefined): string[] {
  return (annotation?.links ?? []).map(({ type }) => type);
}

function requireKnown(
  what: string,
  values: readonly (string | undefined)[],
  before: readonly (string | undefined)[],
  known: readonly CodebookEntry[],
): void {
  const ids = known.map(({ id }) => id);
  const isNew = (value: string) => !before.includes(value) && !ids.includes(value);
  const unknown = values.find((value) => value !== undefined && isNew(value));
  if (unknown === undefined) return;
  throw new RefusedError(
    l10n.t(
      '“{0}” is no {1} that is known: {2}. The codebook can add others.',
      unknown,
      what,
      ids.join(', '),
    ),
  );
}
