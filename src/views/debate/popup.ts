import { element } from './element';

/** How far from the window's edge it stays, in pixels. */
const MARGIN = 8;

/** What opens beside something, and closes with Esc or a click elsewhere; one at a time. */
export class Popup {
  private readonly dialog: HTMLDialogElement;
  /** What had the focus before. */
  private back: Element | null = null;

  constructor(name: string) {
    this.dialog = element('dialog', { class: `popup ${name}` });
    document.body.append(this.dialog);
    this.dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      this.close();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (target instanceof Node && !this.dialog.contains(target)) this.close(false);
    });
  }

  get isOpen(): boolean {
    return this.dialog.open;
  }

  /**
   * @param label what screen readers call it
   * @param at what it opens beside
   */
  open(label: string, at: Element, ...children: readonly Node[]): void {
    if (!this.isOpen) this.back = document.activeElement;
    this.dialog.setAttribute('aria-label', label);
    this.dialog.replaceChildren(...children);
    if (!this.isOpen) this.dialog.show();
    this.place(at.getBoundingClientRect());
    const first =
      this.dialog.querySelector('input, select, button:not(.icon)') ??
      this.dialog.querySelector('button');
    if (first instanceof HTMLElement) first.focus();
  }

  close(isFocusGivenBack = true): void {
    if (!this.isOpen) return;
    this.dialog.close();
    const { back } = this;
    if (isFocusGivenBack && (back instanceof HTMLElement || back instanceof SVGElement))
      back.focus();
  }

  /** Below what it belongs to, or where there is room. */
  private place({ left, bottom, top }: DOMRect): void {
    const { style, offsetWidth, offsetHeight } = this.dialog;
    const { innerWidth, innerHeight } = window;
    const y = innerHeight - bottom >= offsetHeight + MARGIN ? bottom : top - offsetHeight;
    const most = innerHeight - offsetHeight - MARGIN;
    style.left = `${Math.max(0, Math.min(left, innerWidth - offsetWidth - MARGIN))}px`;
    style.top = `${Math.max(0, Math.min(Math.max(0, y), most))}px`;
  }
}
