import * as vscode from 'vscode';
import { Disposable } from '../../workspace/platform/disposable';
import type { Row } from './row';

/** A tree of rows, each of which knows how it looks and what is below it. */
export abstract class RowTree extends Disposable implements vscode.TreeDataProvider<Row> {
  private readonly changed = this.own(new vscode.EventEmitter<Row[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  /** How many times the rows at the top are being asked for, and whether they changed meanwhile. */
  private asked = 0;
  private isStale = false;

  /** The rows at the top. */
  protected abstract top(): Promise<Row[]>;

  /**
   * Has rows shown anew, all of them if none are given. While those at the top are being asked for,
   * that waits: VS Code would take no answer to what it asked before, ask for nothing more, and go
   * on saying that there is nothing.
   */
  protected refreshRows(rows?: Row[]): void {
    if (this.asked > 0) this.isStale = true;
    else this.changed.fire(rows);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row === undefined) return this.askForTop();
    await row.load?.();
    return row.children();
  }

  private async askForTop(): Promise<Row[]> {
    this.asked++;
    try {
      return await this.top();
    } finally {
      this.asked--;
      if (this.asked === 0 && this.isStale) {
        this.isStale = false;
        // Behind the answer.
        setTimeout(() => this.changed.fire(undefined), 0);
      }
    }
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
}
