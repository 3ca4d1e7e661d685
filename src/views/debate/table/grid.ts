import type { TableColumn } from '../../../core/debate/table/columns';
import { element, setAttribute } from '../element';
import type { KeptTable } from '../keptState';
import type { Ref, TableInfo, TableLine, TableRow } from '../protocol';
import type { Say } from '../texts';
import { cellId, drawLine } from './gridRow';
import type { LineCache } from './lineCache';

/** The height of a line, in pixels; the style sheet knows them too. */
const LINE = 26;
const WHOLE_LINE = 76;
/** Lines that are drawn above and below those that are seen. */
const BEYOND = 8;

/** A cell of the table. */
export interface Cell {
  readonly line: number;
  readonly column: number;
}

/**
 * The lines of the table that are seen, and the cell that is active. Lines all have one height:
 * what is seen follows from how far it is scrolled.
 */
export class Grid {
  readonly root: HTMLElement;
  readonly scroller = element('div', { class: 'scroller' });
  private readonly sizer = element('div', { class: 'sizer', attributes: { role: 'rowgroup' } });
  private readonly drawn = new Map<number, { element: HTMLElement; of: TableLine | undefined }>();
  private count = 0;
  private isAsked = false;
  private entry: HTMLTextAreaElement | undefined;
  active: Cell = { line: 0, column: 0 };

  constructor(
    private readonly lines: LineCache,
    private readonly kept: KeptTable,
    private readonly say: Say,
    header: HTMLElement,
  ) {
    this.scroller.append(header, this.sizer);
    this.root = element(
      'div',
      {
        class: 'grid',
        attributes: {
          role: 'grid',
          id: 'grid',
          'aria-multiselectable': 'true',
          'aria-label': say('view.table'),
        },
      },
      this.scroller,
    );
    this.makeEntry();
    this.scroller.addEventListener('scroll', () => this.drawSoon());
    new ResizeObserver(() => this.drawSoon()).observe(this.scroller);
  }

  /** Gives the table the keys. */
  focus(): void {
    this.entry?.focus();
  }

  get hasFocus(): boolean {
    return this.entry !== undefined && document.activeElement === this.entry;
  }

  /** Whether something happened to the table itself, not to a field in it. */
  isTarget(target: EventTarget | null): boolean {
    return target !== null && target === this.entry;
  }

  /**
   * Hands over the field that has the focus, in which an input method composes; the table gets
   * another one.
   */
  takeEntry(): HTMLTextAreaElement | undefined {
    const { entry } = this;
    this.makeEntry();
    return entry;
  }

  /**
   * The field that has the focus while the table has it: input methods compose in fields alone. It
   * isn't seen; screen readers hear of the cell that is active.
   */
  private makeEntry(): void {
    const { say } = this;
    this.entry = element('textarea', {
      class: 'entry',
      attributes: {
        rows: 1,
        'aria-label': say('view.table'),
        'aria-description': say('keys'),
        'aria-controls': 'grid',
        autocomplete: 'off',
        spellcheck: 'false',
      },
    });
    this.root.append(this.entry);
    this.tellActive();
  }

  get columns(): readonly TableColumn[] {
    return this.kept.columns.map(({ column }) => column);
  }

  /** How many lines fit. */
  get page(): number {
    return Math.max(1, Math.floor((this.scroller.clientHeight - LINE) / this.lineHeight) - 1);
  }

  get lineCount(): number {
    return this.count;
  }

  /** Takes over how many lines there are. */
  show({ lines }: TableInfo): void {
    this.count = lines;
    this.layOut();
  }

  /** Columns or the height of lines are other ones. */
  layOut(): void {
    const { style } = this.root;
    style.setProperty('--columns', this.kept.columns.map(({ width }) => `${width}px`).join(' '));
    this.root.classList.toggle('whole', this.kept.isWhole);
    this.sizer.style.height = `${this.count * this.lineHeight}px`;
    setAttribute(this.root, 'aria-rowcount', this.count + 1);
    setAttribute(this.root, 'aria-colcount', this.columns.length);
    this.active = this.within(this.active);
    this.redraw();
  }

  /** Draws everything anew. */
  redraw(): void {
    for (const { element: row } of this.drawn.values()) row.remove();
    this.drawn.clear();
    this.draw();
  }

  /** Draws what is seen and isn't drawn yet, or is another one by now. */
  draw(): void {
    const { scrollTop, clientHeight } = this.scroller;
    const first = Math.max(0, Math.floor(scrollTop / this.lineHeight) - BEYOND);
    const last = Math.min(
      this.count - 1,
      Math.ceil((scrollTop + clientHeight) / this.lineHeight) + BEYOND,
    );
    for (const [line, { element: row }] of this.drawn)
      if (line < first || line > last) {
        row.remove();
        this.drawn.delete(line);
      }
    for (let line = first; line <= last; line++) this.drawAt(line);
    this.tellActive();
  }

  private tellActive(): void {
    const { line, column } = this.active;
    const isGroup = this.lines.at(line)?.kind === 'group';
    const id = this.count === 0 ? undefined : cellId(line, isGroup ? 0 : column);
    if (this.entry !== undefined) setAttribute(this.entry, 'aria-activedescendant', id);
  }

  /** Makes a cell the active one, and brings it into sight. */
  activate(cell: Cell): void {
    const before = this.active;
    this.active = this.within(cell);
    for (const { line } of [before, this.active]) this.forgetLine(line);
    this.reveal();
    this.draw();
  }

  /** The row on a line; undefined for a heading, and while it isn't known. */
  rowAt(line: number): TableRow | undefined {
    const shown = this.lines.at(line);
    return shown?.kind === 'row' ? shown : undefined;
  }

  /** What stands for the annotation on a line. */
  refAt(line: number): Ref | undefined {
    const row = this.rowAt(line);
    return row && { article: row.article, id: row.id };
  }

  /** The element of a cell, where it is drawn. */
  cellElement({ line, column }: Cell): HTMLElement | null {
    return this.root.querySelector(`#${cellId(line, column)}`);
  }

  /** The line that is seen at the top. */
  get topLine(): number {
    return Math.round(this.scroller.scrollTop / this.lineHeight);
  }

  /** Scrolls so far that a line stands at the top. */
  scrollTo(line: number): void {
    this.scroller.scrollTop = line * this.lineHeight;
  }

  private get lineHeight(): number {
    return this.kept.isWhole ? WHOLE_LINE : LINE;
  }

  private within({ line, column }: Cell): Cell {
    return {
      line: Math.max(0, Math.min(line, this.count - 1)),
      column: Math.max(0, Math.min(column, this.columns.length - 1)),
    };
  }

  private reveal(): void {
    const { scroller, lineHeight } = this;
    const top = this.active.line * lineHeight;
    const height = scroller.clientHeight - LINE;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + lineHeight > scroller.scrollTop + height)
      scroller.scrollTop = top + lineHeight - height;
    const widths = this.kept.columns.map(({ width }) => width);
    const left = widths.slice(0, this.active.column).reduce((sum, width) => sum + width, 0);
    const width = widths[this.active.column] ?? 0;
    if (left < scroller.scrollLeft) scroller.scrollLeft = left;
    else if (left + width > scroller.scrollLeft + scroller.clientWidth)
      scroller.scrollLeft = Math.min(left, left + width - scroller.clientWidth);
  }

  private forgetLine(line: number): void {
    this.drawn.get(line)?.element.remove();
    this.drawn.delete(line);
  }

  private drawAt(line: number): void {
    const shown = this.lines.at(line);
    const known = this.drawn.get(line);
    if (known !== undefined && known.of === shown) return;
    const { columns, say, active } = this;
    const activeColumn = active.line === line ? active.column : undefined;
    const row = drawLine(line, shown, { columns, say, activeColumn });
    row.style.transform = `translateY(${line * this.lineHeight}px)`;
    if (known === undefined) this.sizer.append(row);
    else known.element.replaceWith(row);
    this.drawn.set(line, { element: row, of: shown });
  }

  private drawSoon(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    requestAnimationFrame(() => {
      this.isAsked = false;
      this.draw();
      this.kept.top = this.scroller.scrollTop;
      this.kept.left = this.scroller.scrollLeft;
    });
  }
}
