import type { Locator, Page } from 'playwright-core';
import type { Element } from './dom';
import { eventually, succeeds } from './eventually';

/** A row of a quick pick. */
export interface QuickRow {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** Heading of the group that starts with this row. */
  readonly separator: string;
  /** Whether Enter would take this row. */
  readonly focused: boolean;
}

/** Rows that stayed so long are all there. */
const SETTLED_MS = 300;
/** For what VS Code does at its own pace while the machine is busy. */
const PATIENCE_MS = 40_000;

/** VS Code's box at the top of the window: quick picks and input boxes. */
export class QuickInput {
  /** The whole box, for what this class does not cover. */
  readonly box: Locator;
  private readonly field: Locator;
  private readonly list: Locator;

  constructor(private readonly page: Page) {
    this.box = page.locator('.quick-input-widget');
    this.field = this.box.locator('input.input');
    this.list = this.box.locator('.monaco-list-row');
  }

  /** Waits for the box; with `title`, for the one with this title. */
  async opened(title?: string | RegExp): Promise<void> {
    await this.field.waitFor();
    if (title !== undefined)
      await this.box.locator('.quick-input-title', { hasText: title }).waitFor();
  }

  /**
   * Opens the box with a key. Presses again if nothing happens: VS Code drops keys while it is busy
   * starting.
   */
  async openWith(key: string): Promise<void> {
    await eventually(
      `${key} to open a box`,
      async () => {
        if (!(await succeeds(this.box.waitFor({ state: 'hidden', timeout: 1000 })))) {
          await this.abandon();
          return false;
        }
        await this.page.keyboard.press(key);
        return succeeds(this.field.waitFor({ timeout: 5000 }));
      },
      PATIENCE_MS,
    );
  }

  /**
   * Opens the box with a key, types, and takes the row with exactly this label. Starts again if the
   * box vanishes before the row is taken, as it does when VS Code moves the focus at that moment.
   */
  async pick(key: string, text: string, label: string): Promise<void> {
    await eventually(
      `the row “${label}” after ${key} and “${text}”`,
      async () => {
        await this.openWith(key);
        if (!(await succeeds(this.field.fill(text, { timeout: 5000 })))) return false;
        if (
          !(await succeeds(this.rowElement(label).waitFor({ timeout: 5000 }))) &&
          (await this.box.isVisible())
        )
          await this.row(label);
        await this.settled();
        return succeeds(this.rowElement(label).click({ timeout: 5000 }));
      },
      PATIENCE_MS,
    );
  }

  /** Waits until no rows come any more: one that comes moves others away from under the mouse. */
  private async settled(): Promise<void> {
    let before = '';
    let since = Date.now();
    await eventually('the rows to stay', async () => {
      const rows = (await this.present()).map(({ label }) => label).join('\n');
      if (rows !== before) since = Date.now();
      before = rows;
      return Date.now() - since > SETTLED_MS;
    });
  }

  /** Waits until no box is open. */
  async closed(): Promise<void> {
    await this.box.waitFor({ state: 'hidden' });
  }

  /** The title above the box; empty if there is none. */
  async title(): Promise<string> {
    return (await this.box.locator('.quick-input-title').textContent()) ?? '';
  }

  /** The grey text in the empty field. */
  async placeholder(): Promise<string> {
    return (await this.field.getAttribute('placeholder')) ?? '';
  }

  /** The text below an input box: its prompt, or what is wrong with the value. */
  async message(): Promise<string> {
    return (await this.box.locator('.quick-input-message').textContent()) ?? '';
  }

  /** What the field holds. */
  async value(): Promise<string> {
    return this.field.inputValue();
  }

  /** The rows that are on screen, once all of them are drawn. */
  async rows(): Promise<QuickRow[]> {
    let before = '';
    return eventually('rows that stay', async () => {
      const rows = await this.present();
      const [earlier, now] = [before, JSON.stringify(rows)];
      before = now;
      return earlier === now ? rows : undefined;
    });
  }

  private async present(): Promise<QuickRow[]> {
    return this.list.evaluateAll((rows) => {
      const text = (row: Element, selector: string): string =>
        [...row.querySelectorAll(selector)]
          .filter((part) => part.getBoundingClientRect().width > 0)
          .map((part) => (part.textContent ?? '').replaceAll('\u00a0', ' '))
          .join('')
          .trim();
      return (rows as unknown as Element[]).map((row) => ({
        label: text(row, '.quick-input-list-row:first-child .label-name'),
        description: text(row, '.quick-input-list-row:first-child .label-description'),
        detail: text(row, '.quick-input-list-label-meta'),
        separator: text(row, '.quick-input-list-separator'),
        focused: row.matches('.focused'),
      }));
    });
  }

  /** Waits until there is a row with this label, and returns it. */
  async row(label: string): Promise<QuickRow> {
    let rows: QuickRow[] = [];
    return eventually(
      () => `the row “${label}”; the rows are: ${rows.map((row) => row.label).join(' | ')}`,
      async () => {
        rows = await this.present();
        return rows.find((row) => row.label === label);
      },
    );
  }

  /** Replaces what the field holds, which filters a quick pick. */
  async type(text: string): Promise<void> {
    await this.field.fill(text);
  }

  /**
   * Takes the row with exactly this label by a click; {@link type} first if it may be off screen.
   */
  async choose(label: string): Promise<void> {
    await this.row(label);
    await this.settled();
    await this.rowElement(label).click();
  }

  /** Enter. */
  async accept(): Promise<void> {
    await this.field.press('Enter');
  }

  /** Escape. */
  async cancel(): Promise<void> {
    await this.field.press('Escape');
  }

  /** Any other key, such as `Tab` or `ArrowDown`. */
  async press(key: string): Promise<void> {
    await this.field.press(key);
  }

  /** Closes a box that is still open from something that went wrong. */
  private async abandon(): Promise<void> {
    await succeeds(this.field.press('Escape', { timeout: 1000 }));
  }

  private rowElement(label: string): Locator {
    const exact = this.page
      .locator('.quick-input-list-row:first-child .label-name')
      .getByText(label, { exact: true });
    return this.list.filter({ has: exact }).first();
  }
}
