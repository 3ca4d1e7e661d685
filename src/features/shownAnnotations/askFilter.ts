import * as vscode from 'vscode';
import type { Filter } from '../../core/corpus/query/filter';
import { parseTypedFilter, printTypedFilter } from '../../core/corpus/query/typedFilter';
import { keepOrder, withoutIconsIn, type Choice } from '../../ui/asking/ask';
import type { FilterWords } from '../../ui/sidebar/filterWords';
import { facetRows, FacetValues, type FacetRow, type FacetSources } from './facetRows';

/** How long after the last key the sidebar follows what is typed, in milliseconds. */
const FOLLOWS_AFTER = 250;

/**
 * Asks what the sidebar shows; it follows while one types. A row adds one more condition, Enter on
 * the first one takes what is typed.
 *
 * @param show shows what a filter finds
 * @returns the filter; undefined if it was closed with Esc
 */
export function askFilter(
  sources: FacetSources,
  words: FilterWords,
  present: Filter,
  show: (filter: Filter) => void,
): Promise<Filter | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<Choice<FacetRow>>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = (answer: Filter | undefined) => {
      clearTimeout(timer);
      resolve(answer);
      pick.dispose();
    };
    const values = new FacetValues(sources);
    const read = () => parseTypedFilter(pick.value, words.keys);
    const refresh = () => {
      const { filter, errors } = read();
      pick.items = [
        { ...firstRow(filter, errors, words), value: 'take' as const, alwaysShow: true },
        ...facetRows(values, words, pick.value).map((row) => ({
          ...withoutIconsIn(row),
          alwaysShow: true,
        })),
      ];
      pick.activeItems = pick.items.slice(0, 1);
      clearTimeout(timer);
      if (filter !== undefined) timer = setTimeout(() => show(filter), FOLLOWS_AFTER);
    };
    pick.title = vscode.l10n.t('Show only');
    pick.placeholder = vscode.l10n.t(
      'Words of quotations and notes, or conditions such as role:rebuttal',
    );
    pick.ignoreFocusOut = true;
    keepOrder(pick);
    pick.value = printTypedFilter(present);
    pick.onDidChangeValue(refresh);
    pick.onDidAccept(() => {
      const chosen = pick.activeItems[0]?.value ?? 'take';
      if (chosen === 'take') {
        const { filter } = read();
        if (filter !== undefined) finish(filter);
        return;
      }
      pick.value = chosen.typed;
      refresh();
    });
    pick.onDidHide(() => finish(undefined));
    refresh();
    pick.show();
  });
}

function firstRow(
  filter: Filter | undefined,
  errors: readonly string[],
  words: FilterWords,
): vscode.QuickPickItem {
  if (filter === undefined)
    return { label: errors.join(' '), iconPath: new vscode.ThemeIcon('warning') };
  const isEmpty = Object.keys(filter).length === 0;
  return {
    label: isEmpty ? vscode.l10n.t('Show everything') : words.describe(filter),
    iconPath: new vscode.ThemeIcon(isEmpty ? 'list-flat' : 'filter'),
    description: isEmpty ? '' : vscode.l10n.t('Enter: show these'),
  };
}
