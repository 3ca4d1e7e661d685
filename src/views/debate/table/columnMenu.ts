import type { ColumnFilter, TableColumn } from '../../../core/debate/table/columns';
import { button, element } from '../element';
import type { KeptTable } from '../keptState';
import { Popup } from '../popup';
import type { Answer } from '../protocol';
import type { PageTools } from '../view';

type Value = Answer<'values'>['values'][number];

/** More values than one looks through; the field above narrows them. */
const MOST_VALUES = 200;

/** How long after the last key rows follow what is typed, in milliseconds. */
const FOLLOWS_AFTER = 300;

/** What can be done with a column: sorting by it, finding some of its values, hiding it. */
export class ColumnMenu {
  private readonly popup = new Popup('column-popup');
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed the order, a filter or the columns are other ones */
  constructor(
    private readonly tools: PageTools,
    private readonly kept: KeptTable,
    private readonly changed: () => void,
  ) {}

  open(column: TableColumn, at: HTMLElement): void {
    const { say } = this.tools;
    const name = say(`column.${column}`);
    const list = element('div', { class: 'values' });
    this.popup.open(
      name,
      at,
      element('div', { class: 'menu' }, ...this.orders(column)),
      element(
        'label',
        { class: 'field' },
        element('span', { text: say('contains') }),
        this.words(column),
      ),
      list,
      element('div', { class: 'menu' }, ...this.others(column)),
    );
    // Each quotation and note is another one.
    if (column !== 'quote' && column !== 'note')
      this.tools.run(async () => {
        const { values } = await this.tools.host.ask('values', { column });
        list.replaceChildren(
          ...values.slice(0, MOST_VALUES).map((value) => this.check(column, value)),
        );
      });
  }

  private orders(column: TableColumn): HTMLElement[] {
    const { say } = this.tools;
    const { order } = this.kept;
    const sort = (descending: boolean) => () => {
      this.kept.order = [{ column, descending }];
      this.end();
    };
    const also = () => {
      this.kept.order = [
        ...order.filter((one) => one.column !== column),
        { column, descending: false },
      ];
      this.end();
    };
    const not = () => {
      this.kept.order = order.filter((one) => one.column !== column);
      this.end();
    };
    const isSorted = order.some((one) => one.column === column);
    return [
      button(`↑ ${say('sortUp')}`, sort(false), { name: 'entry' }),
      button(`↓ ${say('sortDown')}`, sort(true), { name: 'entry' }),
      ...(order.length > 0 && !isSorted ? [button(say('sortAlso'), also, { name: 'entry' })] : []),
      ...(isSorted ? [button(say('noSort'), not, { name: 'entry' })] : []),
    ];
  }

  private others(column: TableColumn): HTMLElement[] {
    const { say } = this.tools;
    const clear = () => {
      this.setFilter(column, {});
      this.popup.close();
    };
    const hide = () => {
      this.kept.columns = this.kept.columns.filter((one) => one.column !== column);
      this.end();
    };
    return [
      ...(this.kept.filters[column] === undefined
        ? []
        : [button(say('clearFilter'), clear, { name: 'entry' })]),
      ...(this.kept.columns.length > 1 ? [button(say('hide'), hide, { name: 'entry' })] : []),
    ];
  }

  private words(column: TableColumn): HTMLInputElement {
    const input = element('input', { attributes: { type: 'search', spellcheck: 'false' } });
    input.value = this.kept.filters[column]?.text ?? '';
    input.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        const text = input.value.trim() === '' ? undefined : input.value;
        this.setFilter(column, { ...this.kept.filters[column], text });
      }, FOLLOWS_AFTER);
    });
    return input;
  }

  private check(column: TableColumn, { value, label, count }: Value): HTMLElement {
    const box = element('input', { attributes: { type: 'checkbox' } });
    box.checked = this.kept.filters[column]?.values?.includes(value) === true;
    box.addEventListener('change', () => {
      const { values = [], ...rest } = this.kept.filters[column] ?? {};
      const others = values.filter((one) => one !== value);
      const chosen = box.checked ? [...others, value] : others;
      this.setFilter(column, { ...rest, values: chosen.length === 0 ? undefined : chosen });
    });
    const name = element('span', {
      class: 'value-name',
      text: label,
      attributes: { title: label },
    });
    const number = element('span', { class: 'description', text: String(count) });
    return element('label', { class: 'value' }, box, name, number);
  }

  private setFilter(column: TableColumn, { values, text }: ColumnFilter): void {
    const others = Object.entries(this.kept.filters).filter(([one]) => one !== column);
    const filter = { ...(values && { values: [...values] }), ...(text !== undefined && { text }) };
    const isSet = Object.keys(filter).length > 0;
    this.kept.filters = Object.fromEntries(isSet ? [...others, [column, filter]] : others);
    this.changed();
  }

  private end(): void {
    this.popup.close();
    this.changed();
  }
}
