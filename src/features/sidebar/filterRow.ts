import * as vscode from 'vscode';
import { COMMANDS, ROWS } from '../../contributions';
import { shownText } from '../../core/text/shownText';
import { FilterWords } from '../../ui/sidebar/filterWords';
import { shownNumber } from '../../ui/numbers';
import type { Row, RowSources } from './row';

/** What the sidebar shows only, above all else: a click changes it. */
export class FilterRow implements Row {
  readonly parent = undefined;
  private readonly words: FilterWords;

  constructor(private readonly sources: RowSources) {
    this.words = new FilterWords(sources.labels);
  }

  children(): Row[] {
    return [];
  }

  toItem(): vscode.TreeItem {
    const { view } = this.sources;
    const label = shownText(this.words.describe(view.settings.filter));
    const item = new vscode.TreeItem(label);
    item.id = 'filter';
    item.description = shownNumber(view.groups.count);
    item.iconPath = new vscode.ThemeIcon('filter-filled');
    item.tooltip = vscode.l10n.t('Only these are shown. Click: change the filter');
    item.contextValue = ROWS.filter;
    item.command = { command: COMMANDS.filter, title: vscode.l10n.t('Show Only…') };
    item.accessibilityInformation = { label: vscode.l10n.t('Filter: {0}', label) };
    return item;
  }
}
