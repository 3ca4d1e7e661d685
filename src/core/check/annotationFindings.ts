import * as l10n from '@vscode/l10n';
import { unknownValues, type UnknownValue } from '../codebook/unknownValues';
import type { Vocabulary } from '../codebook/vocabulary';
import { conflictValues, type ConflictValues } from '../merge/annotation/settleConflict';
import { quoteOf } from '../model/quote';
import type { Annotation, State } from '../model/types';
import { excerpt } from '../text/excerpt';
import { conflictText, type FieldWords } from './conflictText';
import type { FindingText } from './finding';

/** What must be known beside an annotation to check it. */
export interface CheckContext {
  readonly vocabulary: Vocabulary;
  /** Whether there is an annotation with that id, in any article. */
  readonly hasId: (id: string) => boolean;
  /** The paths of the other articles that have an annotation with that id. */
  readonly copiesOf: (id: string) => readonly string[];
  /** How fields and values are called where versions of them differ. */
  readonly words: FieldWords;
}

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
): FindingText[] {
  return [
    ...conflictValues(annotation).map((one) => conflictFinding(one, context.words)),
    ...placeFindings(annotation, state),
    ...linkFindings(annotation, context),
    ...unknownValues(annotation, context.vocabulary).map(unknownFinding),
    ...copyFindings(annotation, context),
  ];
}

function conflictFinding(conflict: ConflictValues, words: FieldWords): FindingText {
  const { field, ours, theirs } = conflictText(conflict, words);
  return warning(
    'conflict',
    conflict.field === 'id'
      ? l10n.t('One version deleted this annotation, the other changed it: decide.')
      : l10n.t(
          'Two versions of “{0}”: “{1}” and “{2}”. Decide which is right.',
          field,
          ours,
          theirs,
        ),
  );
}

function placeFindings(annotation: Annotation, state: State | undefined): FindingText[] {
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

function linkFindings({ links = [] }: Annotation, { hasId }: CheckContext): FindingText[] {
  return links
    .filter(({ target }) => !hasId(target))
    .map(({ type, target }) =>
      error(
        'dangling-link',
        l10n.t('A link “{0}” leads to “{1}”, and there is no such annotation.', type, target),
      ),
    );
}

function unknownFinding({ field, value, meant }: UnknownValue): FindingText {
  const said = {
    speaker: l10n.t('The speaker “{0}” is not in the codebook.', value),
    role: l10n.t('The role “{0}” is not in the codebook.', value),
    stance: l10n.t('The stance “{0}” is not in the codebook.', value),
    topic: l10n.t('The topic “{0}” is not in the codebook.', value),
    link: l10n.t('The link type “{0}” is not in the codebook.', value),
  }[field];
  // The format lets a topic be any text.
  const severity = field === 'topic' && meant === undefined ? 'information' : 'warning';
  const message = meant === undefined ? said : `${said} ${l10n.t('Did you mean “{0}”?', meant)}`;
  return { code: `unknown-${field}`, severity, message };
}

function copyFindings({ id }: Annotation, { copiesOf }: CheckContext): FindingText[] {
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

function error(code: string, message: string): FindingText {
  return { code, severity: 'error', message };
}

function warning(code: string, message: string): FindingText {
  return { code, severity: 'warning', message };
}
