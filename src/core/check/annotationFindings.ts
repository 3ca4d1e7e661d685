import * as l10n from '@vscode/l10n';
import { unknownValues, type UnknownValue } from '../codebook/unknownValues';
import type { Vocabulary } from '../codebook/vocabulary';
import { conflictValues } from '../merge/annotation/settleConflict';
import { quoteOf } from '../model/quote';
import type { Annotation, State } from '../model/types';
import { excerpt } from '../text/excerpt';
import type { Finding } from './finding';

/** What must be known beside an annotation to check it. */
export interface CheckContext {
  readonly vocabulary: Vocabulary;
  /** Whether the codebook has a speaker, by any name. */
  readonly isKnownSpeaker: (speaker: string) => boolean;
  /** Whether there is an annotation with that id, in any article. */
  readonly hasId: (id: string) => boolean;
  /** The paths of the other articles that have an annotation with that id. */
  readonly copiesOf: (id: string) => readonly string[];
}

type Found = Omit<Finding, 'range'>;

/** How much of a quotation is shown, in columns. */
const SHOWN = 60;

/**
 * What is wrong with one annotation.
 *
 * @param state what became of its passages; undefined where its article can't be looked into, which
 *   is said once for all
 */
export function annotationFindings(
  annotation: Annotation,
  state: State | undefined,
  context: CheckContext,
): Found[] {
  return [
    ...placeFindings(annotation, state),
    ...linkFindings(annotation, context),
    ...speakerFindings(annotation, context),
    ...unknownValues(annotation, context.vocabulary).map(unknownFinding),
    ...conflictFindings(annotation),
    ...copyFindings(annotation, context),
  ];
}

function placeFindings(annotation: Annotation, state: State | undefined): Found[] {
  const quote = excerpt(quoteOf(annotation), SHOWN);
  switch (state) {
    case 'orphaned':
      return [
        error(
          'orphaned',
          l10n.t('“{0}” is not found in the article any more. The annotation is kept.', quote),
        ),
      ];
    case 'ambiguous':
      return [
        warning(
          'ambiguous',
          l10n.t(
            '“{0}” stands at several places of the article that are equally good: choose one.',
            quote,
          ),
        ),
      ];
    case 'changed':
      return [
        warning(
          'changed',
          l10n.t(
            '“{0}” was found, but other words stand there now: accept them, or say that the place is not right.',
            quote,
          ),
        ),
      ];
    default:
      return [];
  }
}

function linkFindings({ links = [] }: Annotation, { hasId }: CheckContext): Found[] {
  return links
    .filter(({ target }) => !hasId(target))
    .map(({ type, target }) =>
      error(
        'dangling-link',
        l10n.t('A link “{0}” leads to “{1}”, and there is no such annotation.', type, target),
      ),
    );
}

function speakerFindings(
  { speaker }: Annotation,
  { vocabulary, isKnownSpeaker }: CheckContext,
): Found[] {
  // A codebook without speakers doesn't say who there is.
  if (speaker === undefined || vocabulary.speakers.length === 0 || isKnownSpeaker(speaker))
    return [];
  return [warning('unknown-speaker', l10n.t('The speaker “{0}” is not in the codebook.', speaker))];
}

function unknownFinding({ field, value, meant, isAllowed }: UnknownValue): Found {
  const said = {
    role: l10n.t('The role “{0}” is not in the codebook.', value),
    stance: l10n.t('The stance “{0}” is not in the codebook.', value),
    topic: l10n.t('The topic “{0}” is not in the codebook.', value),
    link: l10n.t('The link type “{0}” is not in the codebook.', value),
  }[field];
  const severity = isAllowed && meant === undefined ? 'information' : 'warning';
  const message = meant === undefined ? said : `${said} ${l10n.t('Did you mean “{0}”?', meant)}`;
  return { code: `unknown-${field}`, severity, message };
}

function conflictFindings(annotation: Annotation): Found[] {
  return conflictValues(annotation).map(({ field, ours, theirs }) =>
    warning(
      'conflict',
      field === 'id'
        ? l10n.t('One version deleted this annotation, the other changed it: decide.')
        : l10n.t(
            'Two versions of “{0}”: “{1}” and “{2}”. Decide which is right.',
            field,
            shown(ours),
            shown(theirs),
          ),
    ),
  );
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return l10n.t('(none)');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function copyFindings({ id }: Annotation, { copiesOf }: CheckContext): Found[] {
  const others = copiesOf(id);
  if (others.length === 0) return [];
  return [
    warning(
      'copied-id',
      l10n.t(
        'The id “{0}” is also used for an annotation of {1}, as after copying an article with its sidecar.',
        id,
        others.join(', '),
      ),
    ),
  ];
}

function error(code: string, message: string): Found {
  return { code, severity: 'error', message };
}

function warning(code: string, message: string): Found {
  return { code, severity: 'warning', message };
}
