import type * as vscode from 'vscode';
import { Disposable } from '../../workspace/platform/disposable';
import type { Row } from './row';

/** A tree of rows, each of which knows how it looks and what is below it. */
export abstract class RowTree extends Disposable implements vscode.TreeDataProvider<Row> {
  abstract readonly onDidChangeTreeData: vscode.Event<Row[] | undefined>;

  /** The rows at the top. */
  protected abstract top(): Promise<Row[]>;

  async getChildren(row?: Row): Promise<Row[]> {
    if (row === undefined) return this.top();
    await row.load?.();
    return row.children();
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
