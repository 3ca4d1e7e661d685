import { element, setAttribute } from './element';
import type { ViewName } from './protocol';
import type { Say } from './texts';

/** The row of buttons that choose a view. */
export class Tabs {
  readonly root: HTMLElement;
  private readonly buttons: ReadonlyMap<ViewName, HTMLButtonElement>;

  constructor(
    private readonly names: readonly ViewName[],
    say: Say,
    private readonly choose: (name: ViewName) => void,
  ) {
    this.buttons = new Map(
      names.map((name) => [
        name,
        element('button', {
          text: say(`view.${name}`),
          attributes: { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'view' },
          on: { click: () => choose(name) },
        }),
      ]),
    );
    this.root = element(
      'div',
      {
        class: 'tabs',
        attributes: { role: 'tablist', 'aria-label': say('views') },
        on: { keydown: (event) => this.press(event) },
      },
      ...this.buttons.values(),
    );
  }

  /** Shows which view is chosen. */
  show(name: ViewName): void {
    for (const [one, button] of this.buttons) {
      setAttribute(button, 'aria-selected', one === name ? 'true' : 'false');
      setAttribute(button, 'tabindex', one === name ? 0 : -1);
    }
  }

  private press(event: KeyboardEvent): void {
    const at = this.names.findIndex((name) => this.buttons.get(name) === document.activeElement);
    const last = this.names.length - 1;
    const to = new Map([
      ['ArrowRight', at === last ? 0 : at + 1],
      ['ArrowLeft', at === 0 ? last : at - 1],
      ['Home', 0],
      ['End', last],
    ]).get(event.key);
    const name = this.names[to ?? -1];
    if (name === undefined) return;
    event.preventDefault();
    this.choose(name);
    this.buttons.get(name)?.focus();
  }
}
