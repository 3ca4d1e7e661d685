import * as vscode from 'vscode';
import { shownNumber } from '../../ui/numbers';
import type { Row } from './row';

/** How many rows are handed out at a time: VS Code takes thousands at once, but slowly. */
const PAGE = 500;
/** So many rows are shown without being asked for: more would push the others out of sight. */
export const FEW = 30;

/** Hands out the rows below one row, or at the top, in pages. */
export class Pages<Item> {
  private limit = PAGE;

  constructor(
    private readonly parent: Row | undefined,
    private readonly listId: string,
    private readonly makeRow: (item: Item) => Row,
  ) {}

  /**
   * The rows of the pages that were asked for, and one that asks for the next page where there is
   * more.
   *
   * @param items read as far as they are shown
   * @param count how many there are
   */
  rows(items: Iterable<Item>, count: number): Row[] {
    const rows: Row[] = [];
    if (count > 0)
      for (const item of items) {
        rows.push(this.makeRow(item));
        if (rows.length >= this.limit) break;
      }
    const left = count - rows.length;
    if (rows.length < this.limit || left <= 0) return rows;
    return [...rows, new MoreRow(this.parent, `${this.listId}:more:${this.limit}`, left, this)];
  }

  showNext(): void {
    this.limit += PAGE;
  }

  /**
   * Makes sure that the row number `i` is handed out.
   *
   * @returns whether it wasn't so far
   */
  include(i: number): boolean {
    if (i < this.limit) return false;
    this.limit = (Math.floor(i / PAGE) + 1) * PAGE;
    return true;
  }
}

/** “500 more …”, below the rows of a group that has more. */
export class MoreRow implements Row {
  constructor(
    readonly parent: Row | undefined,
    private readonly id: string,
    private readonly left: number,
    private readonly pages: { showNext(): void },
  ) {}

  /** Has the next page be handed out. */
  showNext(): void {
    this.pages.showNext();
  }

  children(): Row[] {
    return [];
  }

  toItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(
      vscode.l10n.t('{0} more …', shownNumber(Math.min(PAGE, this.left))),
    );
    item.id = this.id;
    item.description = this.left > PAGE ? vscode.l10n.t('of {0}', this.left) : '';
    item.iconPath = new vscode.ThemeIcon('ellipsis');
    item.tooltip = vscode.l10n.t('Show more annotations of this group');
    return item;
  }
}
