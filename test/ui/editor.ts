import type { Locator, Page } from 'playwright-core';
import { appearanceOf, type Appearance } from './decorations';
import type { Canvas, Element } from './dom';
import { eventually, succeeds } from './eventually';
import type { QuickInput } from './quickInput';

/**
 * The active text editor. Lines are 1-based; columns are 1-based and in UTF-16 units, as VS Code
 * counts them.
 */
export class Editor {
  /** The editor's element, for what this class does not cover. */
  readonly element: Locator;

  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
  ) {
    this.element = page
      .locator('.editor-group-container.active .editor-instance .monaco-editor')
      .first();
  }

  /** The lines on screen, top to bottom; a wrapped line counts as several. */
  async lines(): Promise<string[]> {
    return this.element
      .locator('.view-lines .view-line')
      .evaluateAll((lines) =>
        (lines as unknown as Element[])
          .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
          .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ')),
      );
  }

  /** Waits until the text on screen contains this; line ends count as nothing. */
  async contains(text: string): Promise<void> {
    let shown: string[] = [];
    await eventually(
      () => `“${text}” in the editor, which shows:\n${shown.join('\n')}`,
      async () => {
        shown = await this.lines();
        return shown.join('').includes(text);
      },
    );
  }

  /** Puts the keyboard focus into the text. */
  async focus(): Promise<void> {
    if (await this.element.locator('.view-lines').count()) {
      await this.page.keyboard.press('Control+1');
      await this.page
        .locator('.editor-group-container.active .monaco-editor.focused')
        .first()
        .waitFor();
    }
  }

  /** Puts the cursor at a place. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.quickInput.openWith('Control+G');
    await this.quickInput.type(`:${line}:${column}`);
    await this.quickInput.accept();
    await this.quickInput.closed();
    await this.status(new RegExp(`Ln ${line}, Col \\d+$`));
  }

  /** Selects from a place on with the keyboard: so many presses of Shift+Right. */
  async selectFrom(line: number, column: number, presses: number): Promise<void> {
    await this.goTo(line, column);
    for (let press = 0; press < presses; press += 1)
      await this.page.keyboard.press('Shift+ArrowRight');
    await this.status(/selected/);
  }

  /**
   * Selects a text within one line, wherever it stands in the document; `occurrence` 1 is the first
   * one.
   */
  async select(text: string, occurrence = 1): Promise<void> {
    await this.find(text, occurrence);
    await this.status(`(${Array.from(text).length} selected)`);
  }

  /**
   * Selects all matches of a regular expression (VS Code's find widget's kind) at once, with
   * several cursors.
   */
  async selectAll(pattern: string, count: number): Promise<void> {
    await this.goTo(1);
    const close = await this.openFind(pattern, true);
    await this.page.keyboard.press('Alt+Enter');
    await close();
    await this.status(new RegExp(`${count} selections`));
  }

  /** Types at the cursor, in place of the selection; any script. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Saves, and waits until the tab shows no unsaved change. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }

  /** Waits until a text is on screen and returns how it looks; scrolls nothing. */
  async appearance(
    text: string,
    passes: (appearance: Appearance) => boolean = () => true,
  ): Promise<Appearance> {
    let last: Appearance | undefined;
    return eventually(
      () => `“${text}” to look as expected; it looks: ${JSON.stringify(last)}`,
      async () => {
        last = await appearanceOf(this.element, text);
        return last && passes(last) ? last : undefined;
      },
    );
  }

  /**
   * Hovers over the middle of a text with the mouse and returns what the hover says once it
   * contains `expected`.
   */
  async hover(text: string, expected: string | RegExp = ''): Promise<string> {
    const { first, last } = await this.appearance(text);
    const sameLine = first.top === last.top;
    const x = sameLine ? (first.left + last.right) / 2 : first.left + first.width / 2;
    const y = first.top + first.height / 2;
    await this.page.mouse.move(x - 3, y);
    await this.page.mouse.move(x, y, { steps: 3 });
    return this.hoverText(expected);
  }

  /**
   * Shows the hover at the cursor with the keyboard and returns what it says once it contains
   * `expected`.
   */
  async hoverAtCursor(expected: string | RegExp = ''): Promise<string> {
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+I');
    return this.hoverText(expected);
  }

  /** The hover that is on screen. */
  hoverBox(expected: string | RegExp = ''): Locator {
    return this.page.locator('.monaco-hover:visible').filter({ hasText: expected }).first();
  }

  /**
   * The colours in the overview ruler, the strip beside the scroll bar, as `r,g,b` with the number
   * of their pixels.
   */
  async overviewRuler(): Promise<Map<string, number>> {
    const colours = await this.element
      .locator('canvas.decorationsOverviewRuler')
      .evaluate((element) => {
        const canvas = element as unknown as Canvas;
        const data =
          canvas.width && canvas.height
            ? canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
            : undefined;
        const counts: Record<string, number> = {};
        for (let at = 0; data && at < data.length; at += 4) {
          if (!data[at + 3]) continue;
          const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
          counts[colour] = (counts[colour] ?? 0) + 1;
        }
        return counts;
      });
    return new Map(Object.entries(colours));
  }

  /** Waits until the status bar's “Ln 1, Col 1 (5 selected)” matches. */
  async status(expected: string | RegExp): Promise<void> {
    await this.page
      .locator('[id="status.editor.selection"]')
      .filter({ hasText: expected })
      .waitFor();
  }

  private async hoverText(expected: string | RegExp): Promise<string> {
    const box = this.hoverBox(expected);
    await box.waitFor();
    return box.innerText();
  }

  private async find(text: string, occurrence: number): Promise<void> {
    await this.goTo(1);
    const close = await this.openFind(text, false);
    for (let at = 1; at < occurrence; at += 1) await this.page.keyboard.press('Enter');
    await close();
  }

  /**
   * Opens the find widget on a text that occurs; returns what closes it, which leaves the matches
   * selected.
   */
  private async openFind(text: string, regularExpression: boolean): Promise<() => Promise<void>> {
    const widget = this.element.locator('.find-widget.visible');
    await eventually('the find widget to open', async () => {
      await this.page.keyboard.press('Control+F');
      return succeeds(widget.waitFor({ timeout: 2000 }));
    });
    const toggle = widget.getByRole('checkbox', { name: /Use Regular Expression/ });
    await eventually('the find widget to take regular expressions or not', async () => {
      if ((await toggle.getAttribute('aria-checked')) === String(regularExpression)) return true;
      await toggle.click();
      return false;
    });
    // Emptied first: the text of the last search, typed again, would not be searched for again.
    await widget.getByRole('textbox', { name: 'Find' }).fill('');
    await widget.getByRole('textbox', { name: 'Find' }).fill(text);
    await widget.locator('.matchesCount', { hasText: /^\d+ of \d+/ }).waitFor();
    return async () => {
      // Not with Escape: pressed a moment too early it does nothing, and pressed twice it drops the
      // selection. The button may be pressed while the widget still moves into its place, and then
      // does nothing.
      await eventually('the find widget to close', async () => {
        await succeeds(widget.getByRole('button', { name: /^Close/ }).click({ timeout: 1_000 }));
        return succeeds(widget.waitFor({ state: 'hidden', timeout: 2_000 }));
      });
    };
  }
}
