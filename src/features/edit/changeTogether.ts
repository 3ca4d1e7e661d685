import * as vscode from 'vscode';
import type { Annotation } from '../../core/model/types';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { tellBulk, withProgress } from '../../ui/bulk';
import type { BulkOptions, BulkResult } from '../../workspace/annotations/bulkEditor';
import type { AnnotationRef, IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Services } from '../services';
import { askTags } from './askValue';
import { fieldsOf, type FieldSources } from './editableFields';

export type BulkServices = FieldSources & Pick<Services, 'bulk' | 'history' | 'logError'>;

/** Fields with their new values, the same for all or made from what each says. */
type Changes =
  Readonly<Record<string, unknown>> | ((present: Annotation) => Readonly<Record<string, unknown>>);

/** What a command on several annotations returns. */
export type Together = Pick<BulkResult, 'annotations' | 'articles'> | undefined;

/** Changes a field of several annotations as one step; asks which, if that isn't given. */
export async function changeTogether(
  services: BulkServices,
  items: readonly IndexedAnnotation[],
  given?: Changes,
): Promise<Together> {
  const changes = given ?? (await askChanges(services, items));
  if (changes === undefined) return undefined;
  return runTogether(services, items, (refs, options) =>
    services.bulk.changeFields(refs, changes, options),
  );
}

/** Removes several annotations as one step. */
export function deleteTogether(
  services: BulkServices,
  items: readonly IndexedAnnotation[],
): Promise<Together> {
  return runTogether(services, items, (refs, options) => services.bulk.remove(refs, options));
}

async function runTogether(
  services: BulkServices,
  items: readonly IndexedAnnotation[],
  run: (refs: readonly AnnotationRef[], options: BulkOptions) => Promise<BulkResult>,
): Promise<Together> {
  const refs = items.map(({ uri, annotation: { id } }) => ({ uri, id }));
  const articles = new Set(items.map(({ article }) => article)).size;
  const title = vscode.l10n.t('Changing annotations …');
  const result = await withProgress(true, title, articles, (options) => run(refs, options));
  tellBulk(services, result);
  return { annotations: result.annotations, articles: result.articles };
}

async function askChanges(
  services: BulkServices,
  items: readonly IndexedAnnotation[],
): Promise<Changes | undefined> {
  await services.codebooks.loadCodebooks();
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  const addTags: Choice<() => Promise<Changes | undefined>> = {
    label: vscode.l10n.t('Add tags'),
    iconPath: new vscode.ThemeIcon('add'),
    value: async () => {
      const tags = await askTags();
      if (tags === undefined || tags === null) return undefined;
      return ({ tags: own = [] }) => ({ tags: [...new Set([...own, ...tags])] });
    },
  };
  const rows = fieldsOf(services, first, others).map(
    ({ label, ask }): Choice<() => Promise<Changes | undefined>> => ({ label, value: ask }),
  );
  const ask = await askChoice({
    title: vscode.l10n.t('{0} annotations', items.length),
    placeholder: vscode.l10n.t('What do you want to change in all of them?'),
    choices: [...rows, addTags],
  });
  return ask === undefined || ask === BACK ? undefined : ask();
}
