import { button, element, setAttribute } from './element';
import type { FilterState } from './protocol';
import type { Say } from './texts';

/** How long after the last key it is shown what was typed, in milliseconds. */
const FOLLOWS_AFTER = 300;

/** What the page is about: what is typed here, or what the sidebar shows. */
export class FilterBar {
  readonly root: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly follow: HTMLInputElement;
  private readonly trouble = element('span', { class: 'trouble', attributes: { role: 'alert' } });
  private readonly clear: HTMLButtonElement;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param choose takes over what was chosen */
  constructor(
    say: Say,
    private readonly choose: (filter: Pick<FilterState, 'follows' | 'typed'>) => void,
  ) {
    this.input = element('input', {
      class: 'filter',
      attributes: {
        type: 'search',
        placeholder: say('filterHint'),
        'aria-label': say('filter'),
        spellcheck: 'false',
      },
      on: {
        input: () => {
          clearTimeout(this.timer);
          this.timer = setTimeout(() => this.chooseTyped(), FOLLOWS_AFTER);
        },
      },
    });
    this.follow = element('input', {
      attributes: { type: 'checkbox' },
      on: {
        change: () => choose({ follows: this.follow.checked, typed: this.input.value }),
      },
    });
    const label = element(
      'label',
      { class: 'follow', attributes: { title: say('followHint') } },
      this.follow,
      element('span', { text: say('follow') }),
    );
    this.clear = button('×', () => this.clearAll(), { title: say('showAll'), name: 'icon' });
    setAttribute(this.clear, 'aria-label', say('showAll'));
    this.root = element(
      'div',
      { class: 'filter-bar' },
      this.input,
      this.clear,
      label,
      this.trouble,
    );
  }

  /** Shows the filter as it is; what is being typed stays. */
  show({ follows, typed, errors }: FilterState): void {
    this.follow.checked = follows;
    if (document.activeElement !== this.input || follows) this.input.value = typed;
    this.clear.hidden = typed === '';
    this.trouble.textContent = errors.join(' ');
    setAttribute(this.input, 'aria-invalid', errors.length > 0 ? 'true' : undefined);
  }

  private clearAll(): void {
    clearTimeout(this.timer);
    this.input.value = '';
    this.choose({ follows: false, typed: '' });
    this.input.focus();
  }

  private chooseTyped(): void {
    this.choose({ follows: false, typed: this.input.value });
  }
}
