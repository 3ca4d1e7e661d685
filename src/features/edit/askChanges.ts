import * as vscode from 'vscode';
import { quoteOf } from '../../core/model/quote';
import { excerpt } from '../../core/text/excerpt';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Services } from '../services';
import { fieldsOf, type EditableField, type FieldSources } from './editableFields';

export type EditServices = FieldSources & Pick<Services, 'editor'>;

/**
 * Lets the analyst change one field after the other, each written at once, until he closes the
 * list.
 *
 * @returns the annotation as it was last written; undefined if nothing was changed
 */
export async function askChanges(
  services: EditServices,
  { uri, annotation: { id } }: IndexedAnnotation,
): Promise<unknown> {
  await services.codebooks.loadCodebooks();
  let result: unknown;
  let last: string | undefined;
  for (;;) {
    const item = await services.index.findAnnotation(id, uri);
    const rows = fieldsOf(services, item).map((field): Choice<EditableField> => ({
      label: field.label,
      description: field.value,
      value: field,
    }));
    const field = await askChoice({
      title: excerpt(quoteOf(item.annotation), 60),
      placeholder: vscode.l10n.t('What do you want to change? Esc when you are done.'),
      choices: rows,
      active: rows.find(({ value }) => value.key === last),
    });
    if (field === undefined || field === BACK) return result;
    last = field.key;
    const changes = await field.ask();
    if (changes === undefined) continue;
    const shown = item.annotation;
    result = await services.editor.changeFields(uri, id, changes, { shown });
  }
}
