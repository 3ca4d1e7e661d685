import * as vscode from 'vscode';
import { ROWS, type RowKind } from '../../contributions';
import type { Waiting } from '../../core/corpus/waiting';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { AnnotationRow } from './annotationRow';
import { FEW, Pages } from './pages';
import type { Row, RowSources, Worklist } from './row';
import { ShownVersion } from './shownVersion';

interface Look {
  /** What VS Code, and the rows below, know it by. */
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly icon: string;
  readonly kind: RowKind;
  readonly isOpen: boolean;
}

/** A list of annotations that wait for the analyst. */
class AnnotationsWorklist implements Worklist {
  readonly parent = undefined;
  private readonly shown = new ShownVersion();
  private readonly pages: Pages<IndexedAnnotation>;

  constructor(
    private readonly sources: RowSources,
    private readonly look: Look,
    private readonly waiting: () => Waiting<IndexedAnnotation>,
  ) {
    this.pages = new Pages(
      this,
      look.id,
      (item: IndexedAnnotation) => new AnnotationRow(sources, item, this, { listId: look.id }),
    );
  }

  get isEmpty(): boolean {
    return this.waiting().count === 0;
  }

  hasChanged(): boolean {
    return this.shown.isOther(this.waiting().version);
  }

  children(): Row[] {
    const waiting = this.waiting();
    return this.pages.rows(waiting.items(), waiting.count);
  }

  toItem(): vscode.TreeItem {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const { id, label, tooltip, icon, kind, isOpen } = this.look;
    const { reading, checking } = this.sources.index.progress;
    const mayGrow = reading !== undefined || checking?.isLong === true;
    const isFew = this.waiting().count <= FEW && !mayGrow;
    const item = new vscode.TreeItem(label, isOpen && isFew ? Expanded : Collapsed);
    item.id = id;
    item.description = String(this.waiting().count);
    item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor('list.warningForeground'));
    item.tooltip = tooltip;
    item.contextValue = kind;
    return item;
  }
}

/** “To be decided”: the annotations that the program has no place for, or two versions of. */
export function decisionsRow(sources: RowSources): Worklist {
  const look = {
    id: 'decisions',
    label: vscode.l10n.t('To be decided'),
    tooltip: vscode.l10n.t(
      'Their words are not found in the article any more, or at several places that are equally good; or there are two versions of a field. They are kept: choose their place, attach them to a selection, decide between the versions, or delete them.',
    ),
    icon: 'warning',
    kind: ROWS.decisions,
    isOpen: true,
  };
  return new AnnotationsWorklist(sources, look, () => sources.index.corpus.undecided);
}

/** “Changed words”: the annotations whose passages were found with other words than they quote. */
export function changedRow(sources: RowSources): Worklist {
  const look = {
    id: 'changed',
    label: vscode.l10n.t('Changed words'),
    tooltip: vscode.l10n.t(
      'Their passages were found, but other words stand there now than they quote. Review them one after the other: accept the new words, or say that the place is not right.',
    ),
    icon: 'diff',
    kind: ROWS.changed,
    isOpen: false,
  };
  return new AnnotationsWorklist(sources, look, () => sources.index.corpus.changed);
}
