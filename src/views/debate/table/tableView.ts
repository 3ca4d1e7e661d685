import type { TableColumn } from '../../../core/debate/table/columns';
import { element } from '../element';
import type { News } from '../host';
import type { KeptTable } from '../keptState';
import type { Ask, TableInfo } from '../protocol';
import type { PageTools, View } from '../view';
import { ColumnMenu } from './columnMenu';
import { Editing } from './editing';
import { Grid } from './grid';
import { listenToEntry } from './gridEntry';
import { pressKey, type KeyActions } from './gridKeys';
import { Header } from './header';
import { LineCache } from './lineCache';
import { Selecting } from './selecting';
import { Toolbar } from './toolbar';

/** All annotations in rows: the analyst's main screen. */
export class TableView implements View {
  readonly root: HTMLElement;
  private readonly kept: KeptTable;
  private readonly lines: LineCache;
  private readonly header: Header;
  private readonly grid: Grid;
  private readonly toolbar: Toolbar;
  private readonly editing: Editing;
  private readonly selecting: Selecting;
  private info: TableInfo | undefined;
  private isFresh = true;

  constructor(private readonly tools: PageTools) {
    const { kept, say, host, run } = tools;
    this.kept = kept.table;
    this.lines = new LineCache(host, () => this.grid.draw(), run);
    const menu = new ColumnMenu(tools, this.kept, () => this.settingsChanged());
    this.header = new Header(this.kept, say, {
      sort: (column, isAlso) => this.sort(column, isAlso),
      openMenu: (column, at) => menu.open(column, at),
      resized: () => {
        this.grid.layOut();
        tools.keep();
      },
    });
    this.grid = new Grid(this.lines, this.kept, say, this.header.root);
    this.toolbar = new Toolbar(say, this.kept, {
      changed: () => this.settingsChanged(),
      fold: (all) => run(async () => this.take(await host.ask('fold', { all }))),
      find: (words, backwards) => run(() => this.find(words, backwards)),
      copy: (format) => this.copy(format),
      changeSelected: (column, text) => run(() => host.ask('edit', { column, text })),
    });
    this.editing = new Editing(tools, this.grid, this.lines);
    this.selecting = new Selecting(tools, (info) => this.takeSelection(info));
    this.root = element('div', { class: 'table' }, this.toolbar.root, this.grid.root);
    this.listen();
  }

  async show(): Promise<void> {
    const { host, say, tell } = this.tools;
    const { order, groupBy, filters, top, left } = this.kept;
    tell(say('reading'));
    this.header.draw();
    const info = await host.ask('table', {
      order,
      filters,
      ...(groupBy !== undefined && { groupBy }),
    });
    await this.takeInPlace(info, true);
    if (this.isFresh) {
      this.grid.scroller.scrollTo({ top, left });
      this.isFresh = false;
    }
  }

  async update(news: News): Promise<void> {
    if (news.kind === 'table') await this.takeInPlace(news.info);
  }

  focus(): void {
    this.grid.focus();
  }

  /** Shows other rows, and stays with those that were seen and with the active one. */
  private async takeInPlace(info: TableInfo, areOthers = false): Promise<void> {
    const refs = [this.grid.active.line, this.grid.topLine].map((line) => this.grid.refAt(line));
    const rows = refs.filter((ref) => ref !== undefined);
    const { line: before } = this.grid.active;
    const top = this.grid.topLine;
    const { lines } =
      rows.length === 0 ? { lines: [] } : await this.tools.host.ask('where', { rows });
    if (areOthers) this.lines.clear();
    this.take(info);
    const found = refs.map((ref) => (ref === undefined ? null : lines[rows.indexOf(ref)]));
    const [active, anchor] = found;
    if (typeof anchor === 'number' && anchor !== top && top > 0) this.grid.scrollTo(anchor);
    const isMoved =
      typeof active === 'number' && active !== before && this.grid.active.line === before;
    if (isMoved) {
      this.grid.active = { ...this.grid.active, line: active };
      this.grid.redraw();
    }
  }

  private take(info: TableInfo): void {
    this.info = info;
    this.lines.turnTo(info);
    this.grid.show(info);
    this.showCounts();
  }

  private takeSelection(info: TableInfo): void {
    this.info = info;
    this.lines.forget();
    this.grid.draw();
    this.showCounts();
  }

  private showCounts(): void {
    const { say, tell } = this.tools;
    if (this.info === undefined) return;
    const { count, total, selected } = this.info;
    const parts = [
      count === 0 ? say('none') : '',
      say('counts', count, total),
      selected === 0 ? '' : say('selected', selected),
    ];
    this.toolbar.show(selected);
    tell(parts.filter((part) => part !== '').join(' · '));
  }

  private settingsChanged(): void {
    this.tools.keep();
    this.grid.layOut();
    this.tools.run(() => this.show());
  }

  private sort(column: TableColumn, isAlso: boolean): void {
    const { order } = this.kept;
    const known = order.find((one) => one.column === column);
    // Up, down, not at all.
    const next =
      known === undefined
        ? [{ column, descending: false }]
        : known.descending
          ? []
          : [{ column, descending: true }];
    this.kept.order = isAlso ? [...order.filter((one) => one.column !== column), ...next] : next;
    this.settingsChanged();
  }

  private listen(): void {
    const { root, scroller } = this.grid;
    root.addEventListener('keydown', (event) => {
      if (!this.grid.isTarget(event.target) || !pressKey(event, this.keys)) return;
      event.preventDefault();
      // VS Code would do what the key means there, too: Ctrl+Z undoes typing in the filter.
      event.stopPropagation();
    });
    listenToEntry(this.grid, {
      compose: () => this.editing.compose(),
      edit: (typed) => this.editing.begin(typed),
    });
    // Without words that are selected, the whole page is what copying is about.
    document.addEventListener('copy', (event) => {
      if (!this.grid.hasFocus) return;
      event.preventDefault();
      this.copy('tsv');
    });
    scroller.addEventListener('click', (event) => this.click(event));
    scroller.addEventListener('dblclick', () => this.editing.begin());
    scroller.addEventListener('scroll', () => {
      this.editing.follow();
      this.tools.keep();
    });
  }

  private click(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>('.row:not(.header)');
    if (row === null) return;
    const line = Number(row.dataset['line']);
    const cell = event.target.closest<HTMLElement>('.cell');
    const column = Number(cell?.dataset['column'] ?? this.grid.active.column);
    const { line: from } = this.grid.active;
    this.grid.activate({ line, column });
    this.grid.focus();
    if (event.shiftKey) this.selecting.range(from, line);
    else if (event.ctrlKey || event.metaKey) this.selecting.toggle(line);
    else if (row.classList.contains('group')) this.fold(line);
    else if (this.grid.columns[column] === 'quote' && event.detail === 1) this.goTo(true);
  }

  private readonly keys: KeyActions = {
    move: (lines, columns, isSelecting) => {
      const { line, column } = this.grid.active;
      this.grid.activate({ line: line + lines, column: column + columns });
      if (isSelecting) this.selecting.range(line, this.grid.active.line);
      else this.selecting.leave();
    },
    moveTo: (line, column) => {
      const { active, lineCount, columns } = this.grid;
      this.grid.activate({
        line: line === 'same' ? active.line : line === 'first' ? 0 : lineCount - 1,
        column: column === 'same' ? active.column : column === 'first' ? 0 : columns.length - 1,
      });
    },
    movePage: (pages, isSelecting) => this.keys.move(pages * this.grid.page, 0, isSelecting),
    edit: (typed) => this.editing.begin(typed),
    clear: () => this.editing.write('', this.grid.active),
    open: () => {
      const { line, column } = this.grid.active;
      if (this.lines.at(line)?.kind === 'group') this.fold(line);
      else if (this.grid.columns[column] === 'quote') this.goTo(false);
      else this.editing.begin();
    },
    goTo: () => this.goTo(false),
    toggle: () => this.selecting.toggle(this.grid.active.line),
    selectAll: () => this.selecting.all(),
    selectNone: () => this.selecting.none(this.info?.selected ?? 0),
    fold: (isFolded) => {
      const shown = this.lines.at(this.grid.active.line);
      if (shown?.kind !== 'group' || shown.isFolded === isFolded) return false;
      this.fold(this.grid.active.line);
      return true;
    },
    step: (columns) => {
      const { line, column } = this.grid.active;
      const to = column + columns;
      if (to < 0 || to >= this.grid.columns.length) return false;
      this.grid.activate({ line, column: to });
      return true;
    },
    find: () => this.toolbar.focusFinder(),
    history: (direction) => this.tools.run(() => this.tools.host.ask('history', { direction })),
  };

  private goTo(keepFocus: boolean): void {
    const ref = this.grid.refAt(this.grid.active.line);
    if (ref !== undefined) this.tools.run(() => this.tools.host.ask('goTo', { ...ref, keepFocus }));
  }

  private fold(line: number): void {
    this.tools.run(async () => this.take(await this.tools.host.ask('fold', { line })));
  }

  private copy(format: Ask<'copy'>['format']): void {
    const { host, run, say, note } = this.tools;
    const row = this.grid.refAt(this.grid.active.line);
    run(async () => {
      const columns = [...this.grid.columns];
      const { count } = await host.ask('copy', { format, columns, ...(row && { row }) });
      note(say('copied', count));
    });
  }

  private async find(text: string, backwards: boolean): Promise<void> {
    const { host, say, note } = this.tools;
    const { line: after, column } = this.grid.active;
    const { line } = await host.ask('find', { text, after, backwards });
    if (line === null) note(say('notFound'));
    else this.grid.activate({ line, column });
  }
}
