import { element } from './element';

/** How long a notice stays, in milliseconds: what a view tells of itself waits so long. */
const STAYS = 8_000;

/** The line at the page's bottom: what the view in front shows, and for a while what happened. */
export class StatusLine {
  readonly root = element('div', { class: 'status', attributes: { role: 'status' } });
  private told = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Says what the view shows: at once, or behind the notice that is there. */
  tell(message: string): void {
    this.told = message;
    if (this.timer === undefined) this.root.textContent = message;
  }

  /** Says what happened, such as why a change was refused. */
  note(message: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.clear(), STAYS);
    this.root.textContent = message;
  }

  /** Ends a notice before its time. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.root.textContent = this.told;
  }
}
