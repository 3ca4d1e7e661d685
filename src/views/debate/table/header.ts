import type { TableColumn } from '../../../core/debate/table/columns';
import { element, setAttribute } from '../element';
import { NARROWEST, type KeptTable } from '../keptState';
import type { Say } from '../texts';

/** What the heads of columns do. */
export interface HeaderActions {
  /** @param isAlso beside the columns that rows are sorted by already */
  readonly sort: (column: TableColumn, isAlso: boolean) => void;
  readonly openMenu: (column: TableColumn, at: HTMLElement) => void;
  readonly resized: () => void;
}

/** How far a column's edge moves with an arrow key, in pixels. */
const STEP = 10;

/** The heads of the columns: a click sorts, a button opens more, the right edge sets the width. */
export class Header {
  readonly root = element('div', {
    class: 'row header',
    attributes: { role: 'row', 'aria-rowindex': 1 },
  });

  constructor(
    private readonly kept: KeptTable,
    private readonly say: Say,
    private readonly actions: HeaderActions,
  ) {}

  /** Shows columns, order and filters as they are. */
  draw(): void {
    this.root.replaceChildren(...this.kept.columns.map(({ column }, n) => this.head(column, n)));
  }

  private head(column: TableColumn, n: number): HTMLElement {
    const { say, kept, actions } = this;
    const name = say(`column.${column}`);
    const at = kept.order.findIndex((one) => one.column === column);
    const descending = kept.order[at]?.descending;
    const arrow = descending === undefined ? '' : descending ? ' ↓' : ' ↑';
    const rank = kept.order.length > 1 && at >= 0 ? String(at + 1) : '';
    const title = element('button', {
      class: 'column-name',
      text: `${name}${arrow}${rank}`,
      attributes: { type: 'button', title: name, tabindex: -1 },
      on: { click: ({ shiftKey }) => actions.sort(column, shiftKey) },
    });
    const menu = element('button', {
      class: kept.filters[column] === undefined ? 'column-menu' : 'column-menu filtered',
      text: kept.filters[column] === undefined ? '⌄' : '▼',
      attributes: {
        type: 'button',
        'aria-label': say('columnMenu', name),
        'aria-haspopup': 'dialog',
      },
      on: { click: () => actions.openMenu(column, menu) },
    });
    const sorted = descending === undefined ? undefined : descending ? 'descending' : 'ascending';
    return element(
      'div',
      {
        class: 'cell head',
        attributes: { role: 'columnheader', 'aria-colindex': n + 1, 'aria-sort': sorted },
      },
      title,
      menu,
      this.edge(n, name),
    );
  }

  /** The right edge of a head, moved by the mouse or by arrow keys. */
  private edge(n: number, name: string): HTMLElement {
    const edge = element('div', {
      class: 'edge',
      attributes: {
        role: 'separator',
        tabindex: 0,
        'aria-orientation': 'vertical',
        'aria-label': this.say('width', name),
        'aria-valuenow': this.kept.columns[n]?.width,
        'aria-valuemin': NARROWEST,
      },
    });
    edge.addEventListener('keydown', (event) => {
      const by = { ArrowRight: STEP, ArrowLeft: -STEP }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.resize(n, (this.kept.columns[n]?.width ?? 0) + by, edge);
    });
    edge.addEventListener('pointerdown', (down) => {
      down.preventDefault();
      const width = this.kept.columns[n]?.width ?? 0;
      edge.setPointerCapture(down.pointerId);
      edge.onpointermove = ({ clientX }) => this.resize(n, width + clientX - down.clientX, edge);
      edge.onpointerup = () => (edge.onpointermove = null);
    });
    return edge;
  }

  private resize(n: number, width: number, edge: HTMLElement): void {
    const column = this.kept.columns[n];
    if (column === undefined) return;
    column.width = Math.max(NARROWEST, Math.round(width));
    setAttribute(edge, 'aria-valuenow', column.width);
    this.actions.resized();
  }
}
