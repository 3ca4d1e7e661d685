import * as vscode from 'vscode';
import { ROWS } from '../../contributions';
import { AnnotationRow } from './annotationRow';
import type { Row, RowSources, Worklist } from './row';
import { ShownItems } from './shownItems';

/** “To be decided”: the annotations that the program has no place for, or two versions of. */
export class DecisionsRow implements Worklist {
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
    return this.items().map((item) => new AnnotationRow(this.sources, item, this, 'decisions'));
  }

  toItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(
      vscode.l10n.t('To be decided'),
      vscode.TreeItemCollapsibleState.Expanded,
    );
    item.id = 'decisions';
    item.description = String(this.items().length);
    item.iconPath = new vscode.ThemeIcon(
      'warning',
      new vscode.ThemeColor('list.warningForeground'),
    );
    item.tooltip = vscode.l10n.t(
      'Their words are not found in the article any more, or at several places that are equally good; or there are two versions of a field. They are kept: choose their place, attach them to a selection, decide between the versions, or delete them.',
    );
    item.contextValue = ROWS.decisions;
    return item;
  }

  private items() {
    return this.sources.index.corpus.needingDecision();
  }
}
