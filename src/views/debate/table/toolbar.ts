import {
  EDITABLE_COLUMNS,
  GROUPED_COLUMNS,
  TABLE_COLUMNS,
  type EditableColumn,
  type GroupedColumn,
  type TableColumn,
} from '../../../core/debate/table/columns';
import { button, element, setAttribute } from '../element';
import { widthOf, type KeptTable } from '../keptState';
import { Popup } from '../popup';
import type { Ask } from '../protocol';
import type { Say } from '../texts';

/** What the buttons above the table do. */
export interface ToolbarActions {
  /** Groups, columns or the height of lines are other ones. */
  readonly changed: () => void;
  readonly fold: (all: boolean) => void;
  readonly find: (words: string, backwards: boolean) => void;
  readonly copy: (format: Ask<'copy'>['format']) => void;
  readonly changeSelected: (column: EditableColumn, text: string) => void;
}

/** The buttons above the table. */
export class Toolbar {
  readonly root: HTMLElement;
  private readonly popup = new Popup('tools-popup');
  private readonly finder: HTMLInputElement;
  private readonly change: HTMLButtonElement;
  private readonly folding: readonly HTMLButtonElement[];

  constructor(
    private readonly say: Say,
    private readonly kept: KeptTable,
    private readonly actions: ToolbarActions,
  ) {
    this.finder = this.makeFinder();
    const columns = button(say('columns'), () => this.openColumns(columns));
    const copy = button(say('copy'), () => this.openCopy(copy));
    this.change = button(say('changeSelected'), () => this.openChange());
    this.folding = [
      button(say('foldAll'), () => actions.fold(true)),
      button(say('unfoldAll'), () => actions.fold(false)),
    ];
    this.root = element(
      'div',
      { class: 'toolbar', attributes: { role: 'toolbar', 'aria-label': say('view.table') } },
      this.finder,
      this.makeGrouping(),
      ...this.folding,
      this.makeWhole(),
      columns,
      copy,
      this.change,
    );
    this.showFolding();
  }

  /** Takes over how many rows are selected. */
  show(selected: number): void {
    setAttribute(this.change, 'disabled', selected === 0);
  }

  focusFinder(): void {
    this.finder.focus();
    this.finder.select();
  }

  private makeFinder(): HTMLInputElement {
    const { say, actions } = this;
    const finder = element('input', {
      class: 'finder',
      attributes: { type: 'search', placeholder: say('find'), 'aria-label': say('find') },
    });
    finder.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      actions.find(finder.value, event.shiftKey);
    });
    return finder;
  }

  private makeGrouping(): HTMLElement {
    const { say, kept } = this;
    const select = element(
      'select',
      { attributes: { 'aria-label': say('groupBy'), title: say('groupBy') } },
      element('option', { text: say('noGroups'), attributes: { value: '' } }),
      ...GROUPED_COLUMNS.map((column) =>
        element('option', {
          text: `${say('groupBy')}: ${say(`column.${column}`)}`,
          attributes: { value: column },
        }),
      ),
    );
    select.value = kept.groupBy ?? '';
    select.addEventListener('change', () => {
      const column = GROUPED_COLUMNS.find((one) => one === select.value);
      this.groupBy(column);
    });
    return select;
  }

  private groupBy(column: GroupedColumn | undefined): void {
    if (column === undefined) delete this.kept.groupBy;
    else this.kept.groupBy = column;
    this.showFolding();
    this.actions.changed();
  }

  private showFolding(): void {
    for (const one of this.folding) one.hidden = this.kept.groupBy === undefined;
  }

  private makeWhole(): HTMLElement {
    const { say, kept, actions } = this;
    const whole = button(say('wholeQuotes'), () => {
      kept.isWhole = !kept.isWhole;
      setAttribute(whole, 'aria-pressed', String(kept.isWhole));
      actions.changed();
    });
    setAttribute(whole, 'aria-pressed', String(kept.isWhole));
    return whole;
  }

  private openColumns(at: HTMLElement): void {
    const { say, kept, actions } = this;
    const boxes = TABLE_COLUMNS.map((column) => {
      const box = element('input', { attributes: { type: 'checkbox' } });
      box.checked = kept.columns.some((one) => one.column === column);
      box.addEventListener('change', () => {
        kept.columns = withColumn(kept, column, box.checked);
        actions.changed();
      });
      const name = element('span', { text: say(`column.${column}`) });
      return element('label', { class: 'value' }, box, name);
    });
    this.popup.open(say('columns'), at, ...boxes);
  }

  private openCopy(at: HTMLElement): void {
    const { say, actions } = this;
    const entry = (text: string, format: Ask<'copy'>['format']) =>
      button(
        text,
        () => {
          this.popup.close();
          actions.copy(format);
        },
        { name: 'entry' },
      );
    this.popup.open(
      say('copy'),
      at,
      entry(say('copyCells'), 'tsv'),
      entry(say('copyCsv'), 'csv'),
      entry(say('copyMarkdown'), 'markdown'),
    );
  }

  private openChange(): void {
    const { say, actions } = this;
    const select = element(
      'select',
      {},
      ...EDITABLE_COLUMNS.map((column) =>
        element('option', { text: say(`column.${column}`), attributes: { value: column } }),
      ),
    );
    const input = element('input', { attributes: { type: 'text', 'aria-label': say('values') } });
    const apply = () => {
      const column = EDITABLE_COLUMNS.find((one) => one === select.value);
      this.popup.close();
      if (column !== undefined) actions.changeSelected(column, input.value);
    };
    input.addEventListener('keydown', ({ key, isComposing }) => {
      if (key === 'Enter' && !isComposing) apply();
    });
    const fields = element('div', { class: 'change' }, select, input, button(say('apply'), apply));
    this.popup.open(say('changeSelected'), this.change, fields);
  }
}

/** The columns with one more, at its usual place, or one less. */
function withColumn(
  { columns }: KeptTable,
  column: TableColumn,
  isShown: boolean,
): KeptTable['columns'] {
  if (!isShown)
    return columns.length > 1 ? columns.filter((one) => one.column !== column) : columns;
  const rank = TABLE_COLUMNS.indexOf(column);
  const at = columns.findIndex((one) => TABLE_COLUMNS.indexOf(one.column) > rank);
  const made = { column, width: widthOf(column) };
  return at < 0 ? [...columns, made] : columns.toSpliced(at, 0, made);
}
