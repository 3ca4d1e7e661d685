import * as vscode from 'vscode';
import { ROWS } from '../../../contributions';
import { spokenCount } from '../../../ui/labels';
import { shownNumber } from '../../../ui/numbers';
import { Pages } from '../pages';
import type { Row } from '../row';

/** How a list of findings looks. */
export interface FindingsLook {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly tooltip?: string;
}

/** One kind of findings, or those that were set aside, with how many there are. */
export class FindingsRow<One> implements Row {
  readonly parent = undefined;
  private readonly pages: Pages<One>;

  constructor(
    private readonly look: FindingsLook,
    private readonly found: readonly One[],
    makeRow: (one: One, parent: Row) => Row,
  ) {
    this.pages = new Pages<One>(this, `findings:${look.id}`, (one) => makeRow(one, this));
  }

  get count(): number {
    return this.found.length;
  }

  children(): Row[] {
    return this.pages.rows(this.found, this.count);
  }

  toItem(): vscode.TreeItem {
    const { id, name, icon, tooltip } = this.look;
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `findings:${id}`;
    item.description = shownNumber(this.count);
    item.iconPath = new vscode.ThemeIcon(icon);
    if (tooltip !== undefined) item.tooltip = tooltip;
    item.contextValue = ROWS.findings;
    item.accessibilityInformation = { label: spokenCount(name, this.count) };
    return item;
  }
}
