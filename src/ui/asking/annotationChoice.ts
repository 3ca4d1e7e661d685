import * as vscode from 'vscode';
import { statementDate } from '../../core/model/dates';
import { quoteOf } from '../../core/model/quote';
import { excerpt } from '../../core/text/excerpt';
import type { AnnotationIndex } from '../../workspace/annotations/annotationIndex';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { roleIcon, stanceMark, type Labels } from '../labels';
import type { Choice } from './ask';
import { articleTitle } from '../articles/articleTitle';

/** Of a quotation in a row. */
const QUOTE_COLUMNS = 56;

/**
 * The row of an annotation in a list to choose from: its quotation; role, speaker, stance and date;
 * its article.
 *
 * @param how what it has to do with the others, in front of the facts: `→ rebuts`
 */
export function annotationChoice(
  { index, labels }: { readonly index: AnnotationIndex; readonly labels: Labels },
  item: IndexedAnnotation,
  how?: string,
): Choice<IndexedAnnotation> {
  const { annotation, article } = item;
  const { role, stance } = annotation;
  const facts = [
    how,
    labels.role(role),
    index.corpus.speakerOf(annotation) ?? labels.noSpeaker,
    stance && `${stanceMark(stance)} ${labels.stance(stance)}`,
    statementDate(annotation, index.factsOf(article).published)?.date,
  ];
  return {
    label: excerpt(quoteOf(annotation), QUOTE_COLUMNS),
    description: facts.filter((fact) => fact !== undefined).join(' · '),
    detail: articleTitle(index, item),
    iconPath: new vscode.ThemeIcon(roleIcon(role)),
    value: item,
  };
}
