import type { EditableColumn } from '../../../core/debate/table/columns';
import { pinyinInitials } from '../../../core/text/names/pinyin';
import { element, setAttribute } from '../element';
import type { Completion } from '../protocol';

/** Where the editor goes when it is done. */
export type Way = 'stay' | 'down' | 'up' | 'right' | 'left';

/** What is edited, and who takes it. */
export interface Edited {
  readonly column: EditableColumn;
  readonly label: string;
  /** What stands in it at first. */
  readonly text: string;
  /** It replaces what was there: typing began it. */
  readonly isTyped: boolean;
  readonly choices: Promise<readonly Completion[]>;
  /** A field that is there already, and has the focus; undefined: one is made. */
  readonly field?: HTMLTextAreaElement | undefined;
  /** @param text undefined: it was given up */
  readonly done: (text: string | undefined, way: Way) => void;
}

/** More completions than one looks through. */
const MOST_SHOWN = 50;

/** A field over a cell, with completions below it. */
export class CellEditor {
  private readonly list = element('ul', {
    class: 'choices',
    attributes: { role: 'listbox', id: 'choices' },
  });
  private input: HTMLInputElement | HTMLTextAreaElement | undefined;
  private edited: Edited | undefined;
  private choices: readonly Completion[] = [];
  private chosen = -1;

  get isOpen(): boolean {
    return this.edited !== undefined;
  }

  /** @param cell over which it stands */
  open(cell: HTMLElement, place: HTMLElement, edited: Edited): void {
    this.close(undefined, 'stay');
    this.edited = edited;
    this.choices = [];
    this.chosen = -1;
    const input = edited.field ?? element(edited.column === 'note' ? 'textarea' : 'input');
    input.className = 'cell-editor';
    for (const [name, value] of Object.entries(attributesOf(edited)))
      setAttribute(input, name, value);
    this.input = input;
    if (edited.field === undefined) {
      input.value = edited.text;
      place.append(input);
    }
    place.append(this.list);
    this.place(cell, place, input);
    input.addEventListener('keydown', (event) => this.press(event as KeyboardEvent));
    input.addEventListener('input', () => this.complete());
    input.addEventListener('blur', () => this.close(input.value, 'stay'));
    // What is being composed would end where the focus or the selection changes.
    if (edited.field === undefined) input.focus();
    if (edited.field !== undefined) this.complete();
    else if (edited.isTyped) input.setSelectionRange(input.value.length, input.value.length);
    else input.select();
    void edited.choices.then((choices) => {
      if (this.edited !== edited) return;
      this.choices = choices;
      this.complete();
    });
  }

  /** Takes what was typed, as if the focus went elsewhere. */
  commit(): void {
    if (this.input !== undefined) this.close(this.input.value, 'stay');
  }

  /** Stands over its cell again, which was moved. */
  follow(cell: HTMLElement, place: HTMLElement): void {
    if (this.input !== undefined) this.place(cell, place, this.input);
  }

  private close(text: string | undefined, way: Way): void {
    const { edited, input } = this;
    if (edited === undefined) return;
    this.edited = this.input = undefined;
    input?.remove();
    this.list.remove();
    // Of a field of one line, the browser does that itself.
    edited.done(edited.column === 'note' ? text : text?.replace(/\s*\n\s*/g, ' '), way);
  }

  private press(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing || this.input === undefined) return;
    const { key, shiftKey } = event;
    if (key === 'Escape') this.close(undefined, 'stay');
    else if (key === 'Tab') this.take(shiftKey ? 'left' : 'right');
    // A note may have several lines.
    else if (key === 'Enter' && (event.altKey || (shiftKey && this.edited?.column === 'note'))) {
      this.input.setRangeText(
        '\n',
        this.input.selectionStart ?? 0,
        this.input.selectionEnd ?? 0,
        'end',
      );
    } else if (key === 'Enter') this.take(shiftKey ? 'up' : 'down');
    else if ((key === 'ArrowDown' || key === 'ArrowUp') && this.shown.length > 0)
      this.choose(this.chosen + (key === 'ArrowDown' ? 1 : -1));
    else return;
    event.preventDefault();
  }

  private take(way: Way): void {
    const choice = this.shown[this.chosen];
    this.close(choice?.text ?? this.input?.value, way);
  }

  /** What fits what was typed. */
  private get shown(): readonly Completion[] {
    const typed = this.input?.value ?? '';
    const isUntouched = typed === this.edited?.text && !this.edited.isTyped;
    const words = fold(typed);
    const fitting = isUntouched
      ? this.choices
      : this.choices.filter((choice) => searched(choice).includes(words));
    return fitting.slice(0, MOST_SHOWN);
  }

  private complete(): void {
    this.chosen = -1;
    const { shown } = this;
    this.list.replaceChildren(
      ...shown.map(({ text, description }, n) =>
        element(
          'li',
          {
            attributes: { role: 'option', id: `choice-${n}` },
            // The field keeps the focus, or it would be over before the click.
            on: {
              pointerdown: (event) => {
                event.preventDefault();
                this.close(text, 'stay');
              },
            },
          },
          element('span', { text }),
          element('span', { class: 'description', text: description }),
        ),
      ),
    );
    this.list.hidden = shown.length === 0;
    if (this.input) setAttribute(this.input, 'aria-expanded', String(shown.length > 0));
    if (this.input) setAttribute(this.input, 'aria-activedescendant', undefined);
  }

  private choose(n: number): void {
    const { length } = this.shown;
    this.chosen = n < -1 ? length - 1 : n >= length ? -1 : n;
    for (const [at, item] of [...this.list.children].entries()) {
      setAttribute(item, 'aria-selected', at === this.chosen ? 'true' : 'false');
      if (at === this.chosen) item.scrollIntoView({ block: 'nearest' });
    }
    const id = this.chosen < 0 ? undefined : `choice-${this.chosen}`;
    if (this.input) setAttribute(this.input, 'aria-activedescendant', id);
  }

  private place(cell: HTMLElement, place: HTMLElement, input: HTMLElement): void {
    const box = cell.getBoundingClientRect();
    const frame = place.getBoundingClientRect();
    const width = Math.max(box.width, 140);
    const left = Math.max(0, Math.min(box.left - frame.left, frame.width - width));
    const top = box.top - frame.top;
    for (const { style } of [input, this.list]) {
      style.left = `${left}px`;
      style.width = `${width}px`;
    }
    input.style.top = `${top}px`;
    input.style.minHeight = `${box.height}px`;
    const isLow = top > frame.height * 0.6;
    this.list.style.top = isLow ? 'auto' : `${top + box.height}px`;
    this.list.style.bottom = isLow ? `${frame.height - top}px` : 'auto';
  }
}

function attributesOf({ column, label }: Edited): Readonly<Record<string, string | undefined>> {
  return {
    role: column === 'note' ? undefined : 'combobox',
    'aria-label': label,
    'aria-description': undefined,
    'aria-controls': 'choices',
    'aria-activedescendant': undefined,
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
  };
}

/** Chinese names go by the letters that their syllables begin with, too. */
function searched({ text, description }: Completion): string {
  return fold(`${text} ${description} ${pinyinInitials(text)}`);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
