import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { Editor } from './editor';
import { eventually, succeeds } from './eventually';
import { Notifications } from './notifications';
import { QuickInput } from './quickInput';
import { Tree } from './tree';

/** A tab of an editor. */
export interface Tab {
  readonly name: string;
  readonly active: boolean;
  /** Whether it has unsaved changes. */
  readonly dirty: boolean;
  /** Whether it is a preview, shown in italics, which the next file replaces. */
  readonly preview: boolean;
}

const KEPT_COMPLAINTS = 20;

/**
 * VS Code's window, as a person uses it: what tests do with mouse and keyboard, and what they see.
 */
export class Window {
  readonly quickInput: QuickInput;
  readonly editor: Editor;
  readonly notifications: Notifications;
  /** The last warnings and errors of the page and its extension host, oldest first. */
  readonly complaints: string[] = [];

  constructor(
    /** The page that shows the window, for what this class does not cover. */
    readonly page: Page,
  ) {
    this.quickInput = new QuickInput(page);
    this.editor = new Editor(page, this.quickInput);
    this.notifications = new Notifications(page);
    page.on('console', (message) => {
      if (!['warning', 'error'].includes(message.type())) return;
      this.complaints.push(message.text().slice(0, 300));
      if (this.complaints.length > KEPT_COMPLAINTS) this.complaints.shift();
    });
  }

  /** For reading and writing the clipboard and for other settings of the browser. */
  get context(): BrowserContext {
    return this.page.context();
  }

  /** Waits until the window is ready for use. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .activitybar').waitFor({ timeout: 60_000 });
    await this.page.locator('.monaco-workbench .statusbar').waitFor();
    // Keys work only once keyboard layout and contributions are in; the palette needs both.
    await this.quickInput.openWith('F1');
    await this.quickInput.cancel();
    await this.quickInput.closed();
  }

  /** All that can be read in the window, a line for each. */
  async words(): Promise<string> {
    const text = await this.page.locator('.monaco-workbench').first().innerText();
    return text.replace(/\s*\n\s*/gu, '\n');
  }

  /** Opens a file of the workspace by its name or path, and waits for its text. */
  async openFile(name: string): Promise<void> {
    const base = name.split('/').at(-1) ?? name;
    const tab = this.page.locator(
      `.editor-group-container.active .tab.active[data-resource-name="${base}"]`,
    );
    await eventually(`the tab of “${base}”`, async () => {
      await this.quickInput.pick('Control+P', name, base);
      // A sidecar that is found a moment later moves the row away from under the mouse.
      return succeeds(tab.waitFor({ timeout: 5000 }));
    });
    await this.editor.element.locator('.view-line').first().waitFor();
    await this.parkMouse();
  }

  /** Runs a command from the command palette by its full title, such as `Claims: Annotate`. */
  async command(title: string): Promise<void> {
    await this.quickInput.pick('F1', `>${title}`, title);
    await this.parkMouse();
  }

  /** The titles that the command palette offers for a search. */
  async commandsFor(search: string): Promise<string[]> {
    await this.quickInput.openWith('F1');
    await this.quickInput.type(`>${search}`);
    const first = this.quickInput.box.locator('.monaco-list-row').first();
    await first.waitFor();
    const titles = (await this.quickInput.rows()).map((row) => row.label);
    await this.quickInput.cancel();
    return titles;
  }

  /** Presses a key or a chord, such as `Control+K Control+I`. */
  async press(keys: string): Promise<void> {
    for (const key of keys.split(' ')) await this.page.keyboard.press(key);
  }

  /** Shows a view container by the name in the activity bar. */
  async showContainer(name: string): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name });
    await tab.waitFor();
    const title = this.page.locator('.sidebar .composite.title', { hasText: name });
    // A click hides what is shown already: after a reload, that may be a moment later.
    await eventually(`the view container ${name}`, async () => {
      if (await title.isVisible()) return true;
      await tab.click();
      return succeeds(title.waitFor({ timeout: 2_000 }));
    });
    await this.parkMouse();
  }

  /** A tree view that is on screen, by the name in its title. */
  tree(name: string): Tree {
    return new Tree(this.page, name);
  }

  /** The names of the files and folders that the explorer shows. */
  async explorerRows(): Promise<string[]> {
    const rows = this.page.locator('.explorer-folders-view .monaco-list-row[role=treeitem]');
    await rows.first().waitFor();
    return rows.locator('.label-name').allTextContents();
  }

  /**
   * Renames a file in the explorer, as with F2; agrees where VS Code asks whether extensions may
   * take part.
   */
  async renameInExplorer(name: string, newName: string): Promise<void> {
    const box = this.page.locator('.explorer-folders-view .monaco-inputbox input');
    await eventually(`${name} to be renamed in the explorer`, async () => {
      await this.selectInExplorer(name);
      await this.press('F2');
      return succeeds(box.waitFor({ timeout: 1_000 }));
    });
    await box.fill(newName);
    await box.press('Enter');
    await this.agreeUntil(this.explorerRow(newName));
  }

  /**
   * Takes the last change of files back, as with Ctrl+Z in the explorer, which brings back a file
   * of this name.
   */
  async undoInExplorer(name: string): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list').focus();
    await this.press('Control+Z');
    await this.agreeUntil(this.explorerRow(name));
  }

  private explorerRow(name: string): Locator {
    const exact = this.page.locator('.label-name').getByText(name, { exact: true });
    return this.page
      .locator('.explorer-folders-view .monaco-list-row[role=treeitem]')
      .filter({ has: exact });
  }

  /** Clicks until the right row is selected: rows move while files come and go. */
  private async selectInExplorer(name: string): Promise<void> {
    await this.press('Control+Shift+E');
    await eventually(`the explorer to select ${name}`, async () => {
      await succeeds(this.explorerRow(name).click({ timeout: 1_000 }));
      return (
        (await this.explorerRow(name).and(this.page.locator('.selected.focused')).count()) === 1
      );
    });
  }

  /** Waits for something, and agrees to what VS Code asks before it. */
  private async agreeUntil(there: Locator): Promise<void> {
    const button = this.page
      .locator('.monaco-dialog-box')
      .getByRole('button', { name: /^(OK|Undo|Yes)/ })
      .first();
    await eventually('a file of that name in the explorer', async () => {
      if ((await button.count()) > 0) await succeeds(button.click({ timeout: 1_000 }));
      return (await there.count()) > 0;
    });
  }

  /** The open editors of the active group, left to right. */
  async tabs(): Promise<Tab[]> {
    const tabs = await this.page
      .locator('.editor-group-container.active .tabs-container .tab')
      .all();
    return Promise.all(
      tabs.map(async (tab) => {
        const classes = ((await tab.getAttribute('class')) ?? '').split(/\s+/);
        const italic = await tab.locator('.monaco-icon-label.italic').count();
        return {
          name: (await tab.getAttribute('data-resource-name')) ?? '',
          active: classes.includes('active'),
          dirty: classes.includes('dirty'),
          preview: italic > 0,
        };
      }),
    );
  }

  /**
   * Waits until the Problems panel shows so many rows or rows that pass, and returns their texts.
   */
  async problems(passes: (rows: readonly string[]) => boolean): Promise<string[]> {
    await this.command('Problems: Focus on Problems View');
    const panel = this.page.locator('.markers-panel');
    await panel.waitFor();
    let rows: string[] = [];
    return eventually(
      () => `other problems than: ${rows.join(' | ')}`,
      async () => {
        rows = (await panel.locator('.monaco-list-row').allInnerTexts()).map((row) =>
          row.replace(/\s+/g, ' ').trim(),
        );
        return passes(rows) ? rows : undefined;
      },
    );
  }

  /**
   * Goes from the row of Problems that contains `problem` to its place, and takes the quick fix
   * that contains `title`.
   */
  async quickFix(problem: string, title: string): Promise<void> {
    await this.problems((rows) => rows.some((row) => row.includes(problem)));
    await this.page
      .locator('.markers-panel .monaco-list-row')
      .filter({ hasText: problem })
      .first()
      .dblclick();
    await this.page
      .locator('.editor-group-container.active .monaco-editor.focused')
      .first()
      .waitFor();
    const fix = this.page.locator('.action-widget').getByText(title).first();
    // VS Code drops the request for the menu when the light bulb's own request, 250 ms after the
    // cursor moved, comes before the answer.
    await eventually(`the quick fix “${title}”`, async () => {
      await this.press('Control+.');
      return succeeds(fix.waitFor({ timeout: 2_000 }));
    });
    await fix.click();
  }

  /** The button of a dialog in the middle of the window. */
  dialogButton(title: string): Locator {
    return this.page.locator('.monaco-dialog-box').getByRole('button', { name: title });
  }

  /** The colours in force: `vs`, `vs-dark`, `hc-black` or `hc-light`. */
  async themeKind(): Promise<string> {
    const classes =
      (await this.page.locator('.monaco-workbench').first().getAttribute('class')) ?? '';
    return /\b(vs-dark|hc-black|hc-light|vs)(?=\s|$)/.exec(classes)?.[1] ?? '';
  }

  /**
   * Moves the mouse to where nothing reacts to it, so that no tooltip and no hover comes in the
   * way.
   */
  async parkMouse(): Promise<void> {
    const size = this.page.viewportSize() ?? { width: 800, height: 600 };
    await this.page.mouse.move(size.width / 2, size.height - 2);
  }

  /** Takes a picture of the window. */
  async screenshot(path: string): Promise<void> {
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }
}
