import * as vscode from 'vscode';
import { ROWS } from '../../contributions';
import { AnnotationRow } from './annotationRow';
import type { Row, RowSources, Worklist } from './row';
import { ShownItems } from './shownItems';

/** “Changed words”: the annotations whose passages were found with other words than they quote. */
export class ChangedRow implements Worklist {
  readonly parent = undefined;
  private readonly shown = new ShownItems();

  constructor(private readonly sources: RowSources) {}

  get isEmpty(): boolean {
    return this.items().length === 0;
  }

  hasChanged(): boolean {
    return this.shown.differFrom(this.items());
  }

  children(): Row[] {
    return this.items().map((item) => new AnnotationRow(this.sources, item, this, 'changed'));
  }

  toItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(
      vscode.l10n.t('Changed words'),
      vscode.TreeItemCollapsibleState.Collapsed,
    );
    item.id = 'changed';
    item.description = String(this.items().length);
    item.iconPath = new vscode.ThemeIcon('diff', new vscode.ThemeColor('list.warningForeground'));
    item.tooltip = vscode.l10n.t(
      'Their passages were found, but other words stand there now than they quote. Review them one after the other: accept the new words, or say that the place is not right.',
    );
    item.contextValue = ROWS.changed;
    return item;
  }

  private items() {
    return this.sources.index.corpus.withChangedWords();
  }
}
