import type { Locator, Page } from 'playwright-core';
import type { Element } from './dom';
import { eventually, succeeds } from './eventually';

/** A row of a tree view, as a person and as a screen reader gets it. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly ariaLabel: string;
  /** 1 for the top rows. */
  readonly level: number;
  /** `undefined` for a row without children. */
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
}

/** A tree view in the side bar. */
export class Tree {
  /** The view's element, for what this class does not cover. */
  readonly element: Locator;

  constructor(
    private readonly page: Page,
    name: string,
  ) {
    this.element = page
      .locator('.pane', { has: page.locator('.pane-header', { hasText: name }) })
      .first();
  }

  /** The rows on screen, top to bottom. */
  async rows(): Promise<TreeRow[]> {
    return this.element.locator('.monaco-list-row[role=treeitem]').evaluateAll((rows) => {
      const text = (row: Element, selector: string): string =>
        [...row.querySelectorAll(selector)].map((part) => part.textContent ?? '').join('');
      return (rows as unknown as Element[])
        .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
        .map((row) => ({
          label: text(row, '.label-name'),
          description: text(row, '.label-description'),
          ariaLabel: row.getAttribute('aria-label') ?? '',
          level: Number(row.getAttribute('aria-level')),
          expanded:
            row.getAttribute('aria-expanded') === null
              ? undefined
              : row.getAttribute('aria-expanded') === 'true',
          selected: row.getAttribute('aria-selected') === 'true',
        }));
    });
  }

  /**
   * Waits until the rows on screen pass, and returns them. VS Code draws rows one by one: those
   * count that were the same a moment before.
   */
  async until(passes: (rows: readonly TreeRow[]) => boolean): Promise<TreeRow[]> {
    let rows: TreeRow[] = [];
    let before = '';
    return eventually(
      () =>
        `other rows than: ${rows.map((row) => `${'  '.repeat(row.level - 1)}${row.label} ${row.description}`).join(' | ')}`,
      async () => {
        rows = await this.rows();
        const [earlier, now] = [before, JSON.stringify(rows)];
        before = now;
        return earlier === now && passes(rows) ? rows : undefined;
      },
    );
  }

  /** Waits for the first row with this label, and returns it. */
  async row(label: string): Promise<TreeRow> {
    const rows = await this.until((all) => all.some((row) => row.label === label));
    return rows.find((row) => row.label === label) as TreeRow;
  }

  /** The element of the first row with this label. */
  rowElement(label: string): Locator {
    const exact = this.page.locator('.label-name').getByText(label, { exact: true });
    return this.element.locator('.monaco-list-row[role=treeitem]').filter({ has: exact }).first();
  }

  /** Opens a row's children, if they are not open. */
  async expand(label: string): Promise<void> {
    await this.setExpanded(label, true);
  }

  /** Closes a row's children, if they are open. */
  async collapse(label: string): Promise<void> {
    await this.setExpanded(label, false);
  }

  /** Clicks a row. */
  async click(label: string): Promise<void> {
    await this.rowElement(label).click();
  }

  /** Opens a row's context menu and returns the titles in it. */
  async contextMenu(label: string): Promise<string[]> {
    await this.rowElement(label).click({ button: 'right' });
    const items = this.page.locator('.monaco-menu .action-item:not(.disabled) .action-label');
    await items.first().waitFor();
    return (await items.allTextContents()).filter(Boolean);
  }

  /** Opens a row's context menu and takes what has this title. */
  async chooseFromContextMenu(label: string, title: string): Promise<void> {
    await this.contextMenu(label);
    const item = this.page.locator('.monaco-menu .action-label').getByText(title, { exact: true });
    // VS Code ignores the mouse until a menu has been open for a moment.
    await eventually(`the menu to take “${title}”`, async () => {
      await succeeds(item.click({ timeout: 1000 }));
      return succeeds(item.waitFor({ state: 'hidden', timeout: 300 }));
    });
  }

  /** Presses a row's inline button, which shows when the mouse is over the row. */
  async pressInline(label: string, title: string): Promise<void> {
    const row = this.rowElement(label);
    await row.hover();
    await row.getByRole('button', { name: title }).click();
  }

  /** Presses a button in the view's title bar. */
  async pressTitleButton(title: string): Promise<void> {
    await this.element.hover();
    const inView = this.element.getByRole('button', { name: title });
    // A container with a single view shows the view's buttons in its own title.
    const inContainer = this.page
      .locator('.sidebar .composite.title')
      .getByRole('button', { name: title });
    await inView.or(inContainer).first().click();
  }

  private async setExpanded(label: string, expanded: boolean): Promise<void> {
    const row = await this.row(label);
    if (row.expanded === expanded) return;
    await this.rowElement(label).locator('.monaco-tl-twistie').click();
    await this.until((rows) =>
      rows.some((now) => now.label === label && now.expanded === expanded),
    );
  }
}
