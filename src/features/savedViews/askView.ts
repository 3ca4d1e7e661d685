import * as vscode from 'vscode';
import { parseFilter } from '../../core/corpus/query/filter';
import type { SavedView } from '../../core/model/types';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import type { Labels } from '../../ui/labels';
import { FilterWords } from '../../ui/sidebar/filterWords';

/** Asks for one of the saved views. */
export async function askView(
  { labels }: { readonly labels: Labels },
  saved: readonly SavedView[],
  title: string,
): Promise<SavedView | undefined> {
  const answer = await askChoice({
    title,
    placeholder: vscode.l10n.t('Choose'),
    choices: saved.map((view) => ({ ...rowOf(labels, view), value: view })),
  });
  return answer === BACK ? undefined : answer;
}

/** Asks for the name under which a view is saved: a new one, or that of one to be replaced. */
export async function askNameToSave(
  { labels }: { readonly labels: Labels },
  saved: readonly SavedView[],
): Promise<string | undefined> {
  const answer = await askChoice<string>({
    title: vscode.l10n.t('Save what the sidebar shows, as a view'),
    placeholder: vscode.l10n.t('Type a name; choose a view to replace it'),
    choices: saved.map((view) => ({ ...rowOf(labels, view), value: view.name })),
    newRow: (typed) =>
      saved.some(({ name }) => name === typed)
        ? undefined
        : {
            label: vscode.l10n.t('Save as: {0}', typed),
            iconPath: new vscode.ThemeIcon('add'),
            value: typed,
          },
  });
  return answer === BACK ? undefined : answer;
}

/** Asks whether a view is to be replaced. */
export async function confirmOverwriting(name: string): Promise<boolean> {
  const choices: Choice<boolean>[] = [
    {
      label: vscode.l10n.t('Replace “{0}”', name),
      iconPath: new vscode.ThemeIcon('save'),
      value: true,
    },
    { label: vscode.l10n.t('Keep it'), iconPath: new vscode.ThemeIcon('close'), value: false },
  ];
  const title = vscode.l10n.t('There is a view of that name already');
  const placeholder = vscode.l10n.t('Choose');
  return (await askChoice({ title, placeholder, choices })) === true;
}

function rowOf(labels: Labels, { name, label, filter }: SavedView): vscode.QuickPickItem {
  const shown = new FilterWords(labels).describe(parseFilter(filter ?? {}).filter ?? {});
  return {
    label: name,
    description: [label, shown].filter(Boolean).join(' · '),
    iconPath: new vscode.ThemeIcon('bookmark'),
  };
}
