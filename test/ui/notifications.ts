import type { Locator, Page } from 'playwright-core';

/** The notifications that pop up in the window's corner. */
export class Notifications {
  private readonly toasts: Locator;

  constructor(private readonly page: Page) {
    this.toasts = page.locator('.notifications-toasts .notification-list-item');
  }

  /** Waits for a notification that contains this, and returns its whole message. */
  async shown(text: string | RegExp): Promise<string> {
    const toast = this.toast(text);
    await toast.waitFor();
    return (await toast.locator('.notification-list-item-message').innerText()).trim();
  }

  /** The titles of a notification's buttons. */
  async buttons(text: string | RegExp): Promise<string[]> {
    await this.shown(text);
    return this.toast(text)
      .locator('.notification-list-item-buttons-container .monaco-button')
      .allInnerTexts();
  }

  /** Presses a notification's button. */
  async press(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text)
      .locator('.notification-list-item-buttons-container')
      .getByText(button, { exact: true })
      .click();
  }

  /** The messages on screen now. */
  async messages(): Promise<string[]> {
    return this.toasts.locator('.notification-list-item-message').allInnerTexts();
  }

  private toast(text: string | RegExp): Locator {
    return this.toasts
      .filter({ has: this.page.locator('.notification-list-item-message', { hasText: text }) })
      .first();
  }
}
