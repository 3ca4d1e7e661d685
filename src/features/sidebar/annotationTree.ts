import * as vscode from 'vscode';
import type { IndexChange, IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { Disposable } from '../../workspace/platform/disposable';
import type { AnnotationRow } from './annotationRow';
import { changedRow, decisionsRow } from './annotationsWorklist';
import type { MoreRow } from './pages';
import type { Row, RowSources, Worklist } from './row';
import { SpeakerGroups } from './speakerGroups';
import { WithoutArticleRow } from './withoutArticleRow';

/** What is read within so many milliseconds is shown in one go. */
const AT_ONCE = 300;

/** The rows of the sidebar: what waits for the analyst on top, then the annotations in groups. */
export class AnnotationTree extends Disposable implements vscode.TreeDataProvider<Row> {
  private readonly changed = this.own(new vscode.EventEmitter<Row[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  private readonly worklists: readonly Worklist[];
  private readonly groups: SpeakerGroups;
  /** The worklists that were shown last. */
  private shown: readonly Worklist[] = [];

  constructor(private readonly sources: RowSources) {
    super();
    this.worklists = [decisionsRow(sources), changedRow(sources), new WithoutArticleRow(sources)];
    this.groups = new SpeakerGroups(sources);
    this.own(sources.index.onDidChange((change) => this.refresh(change)));
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row !== undefined) return row.children();
    await this.beginToRead();
    return [...this.worklistsToShow(), ...this.groups.all()];
  }

  getParent(row: Row): Row | undefined {
    return row.parent;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return row.toItem();
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    const tooltip = row.tooltip?.();
    if (tooltip !== undefined) item.tooltip = tooltip;
    return item;
  }

  /** The row of an annotation, below its group, ready to be shown. */
  rowOf(item: IndexedAnnotation): AnnotationRow {
    const group = this.groups.groupWith(item);
    if (group.include(item)) this.changed.fire([group]);
    return group.rowOf(item);
  }

  /** Hands out the next page of a group. */
  showMore(row: MoreRow): void {
    row.showNext();
    this.changed.fire([row.parent]);
  }

  private refresh(change: IndexChange): void {
    if (change.annotations.length === 0) return;
    const worklists = this.worklistsToShow();
    const isSame =
      worklists.length === this.shown.length && worklists.every((one, i) => one === this.shown[i]);
    this.shown = worklists;
    const groups = this.groups.changedBy(change);
    if (groups === 'all' || !isSame) return this.changed.fire(undefined);
    // In one event, and no row that stays: while a row is made again, VS Code has no command for a
    // click on it (https://github.com/microsoft/vscode/issues/173233).
    this.changed.fire([...worklists.filter((one) => one.hasChanged()), ...groups]);
  }

  /** Has everything be read; waits a moment, so that what is read quickly is shown at once. */
  private async beginToRead(): Promise<void> {
    const { index } = this.sources;
    if (index.isLoaded) return;
    index.startLoading();
    await Promise.race([
      index.loadWorkspace(),
      new Promise((resolve) => setTimeout(resolve, AT_ONCE)),
    ]);
  }

  private worklistsToShow(): Worklist[] {
    return this.worklists.filter(({ isEmpty }) => !isEmpty);
  }
}
