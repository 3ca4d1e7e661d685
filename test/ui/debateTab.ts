import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

/** The tab with the views of the debate, as a person uses it. */
export class DebateTab {
  readonly frame: FrameLocator;
  readonly grid: Locator;

  constructor(private readonly page: Page) {
    this.frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    this.grid = this.frame.locator('.grid');
  }

  /** The line below, which says how many annotations are shown, and what is wrong. */
  get status(): Locator {
    return this.frame.locator('.status');
  }

  /** Waits until the status line says something. */
  async says(words: string | RegExp): Promise<void> {
    await this.status.filter({ hasText: words }).waitFor();
  }

  /** Waits until the page is there after a reload: VS Code shows webviews last of all. */
  async restored(): Promise<void> {
    await this.frame.locator('#tab-table').waitFor({ timeout: 45_000 });
  }

  /** The texts of a column's cells that are drawn, from top to bottom. */
  async column(name: string): Promise<string[]> {
    const cells = this.frame.locator(`.sizer .row .cell.${name}`);
    const rows = await cells.evaluateAll((all) =>
      (all as unknown as CellElement[]).map((cell) => ({
        line: Number(cell.parentElement.dataset['line']),
        text: cell.textContent,
      })),
    );
    return rows.sort((a, b) => a.line - b.line).map(({ text }) => text);
  }

  /** Waits until a column's cells are as they should be. */
  async until(name: string, passes: (cells: readonly string[]) => boolean): Promise<string[]> {
    let cells: string[] = [];
    return eventually(
      () => `other cells than: ${cells.join(' | ')}`,
      async () => {
        cells = await this.column(name);
        return passes(cells) ? cells : undefined;
      },
    );
  }

  /** Puts the keyboard into the first cell of a column. */
  async enter(column: string): Promise<void> {
    await this.frame.locator(`.sizer .row .cell.${column}`).first().click();
    await this.press('Control+Home');
    const heads = await this.frame.locator('.head .column-name').allTextContents();
    const at = heads.findIndex((head) => head.toLowerCase().startsWith(column));
    for (let n = 0; n < at; n += 1) await this.press('ArrowRight');
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }
}

interface CellElement {
  readonly textContent: string;
  readonly parentElement: { readonly dataset: Readonly<Record<string, string>> };
}
