import { EDITABLE_COLUMNS, type EditableColumn } from '../../../core/debate/table/columns';
import { NoAnswerError } from '../host';
import type { Ref, TableLine } from '../protocol';
import type { PageTools } from '../view';
import { CellEditor, type Way } from './cellEditor';
import type { Cell, Grid } from './grid';
import type { LineCache } from './lineCache';

const WAYS: Readonly<Record<Way, readonly [lines: number, columns: number]>> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
};

/** Places are fractions of pixels. */
const ROUNDING = 1;

/** A cell that is being changed, and whose annotation that is. */
interface Edited extends Cell {
  readonly of: EditableColumn;
  readonly row: Ref;
  readonly written: string;
}

/** Changes cells of the table in place. */
export class Editing {
  private readonly editor = new CellEditor();
  /** The cell over which the editor stands. */
  private cell: Cell | undefined;

  constructor(
    private readonly tools: PageTools,
    private readonly grid: Grid,
    private readonly lines: LineCache,
  ) {}

  /**
   * Begins to change the active cell, if that can be changed.
   *
   * @param typed what replaces it
   */
  begin(typed?: string): void {
    this.open(typed);
  }

  /**
   * An input method begins to compose in the table's own field: that becomes the editor of the
   * active cell. To another field, the composition wouldn't come along.
   */
  compose(): void {
    this.open('', () => this.grid.takeEntry());
  }

  private open(typed?: string, takeField?: () => HTMLTextAreaElement | undefined): void {
    const { host, say } = this.tools;
    const { active } = this.grid;
    const edited = this.cellAt(active);
    const cell = this.grid.cellElement(active);
    if (edited === undefined || cell === null) return;
    const { of: column, row, written } = edited;
    this.cell = active;
    this.editor.open(cell, this.grid.root, {
      column,
      label: say(`column.${column}`),
      text: typed ?? written,
      isTyped: typed !== undefined,
      choices: host
        .ask('complete', { column, row })
        .then(({ choices }) => choices)
        .catch(() => []),
      done: (text, way) => this.end(edited, text, way),
      field: takeField?.(),
    });
  }

  /**
   * The table was scrolled, perhaps by what was done just before: the editor goes along as long as
   * its cell is seen; then what was typed is taken, and the table has the keys.
   */
  follow(): void {
    if (!this.editor.isOpen || this.cell === undefined) return;
    const { root } = this.grid;
    const cell = this.grid.cellElement(this.cell);
    if (cell !== null && isSeen(cell, root)) {
      this.editor.follow(cell, root);
      return;
    }
    this.editor.commit();
    this.grid.focus();
  }

  /** Writes into a cell, and shows that at once; it is taken back where it is refused. */
  write(text: string, cell: Cell): void {
    const edited = this.cellAt(cell);
    if (edited !== undefined) this.send(edited, text);
  }

  private end(edited: Edited, text: string | undefined, way: Way): void {
    if (text !== undefined && text !== edited.written) this.send(edited, text);
    if (way === 'stay' && text !== undefined) return;
    this.grid.focus();
    const [lines, columns] = WAYS[way];
    const { line, column } = this.grid.active;
    this.grid.activate({ line: line + lines, column: column + columns });
  }

  private send({ of: column, row, line }: Edited, text: string): void {
    const { host, run, say, note } = this.tools;
    this.lines.change(line, (shown) => changedRow(shown, row, column, text));
    this.grid.draw();
    run(async () => {
      try {
        await host.ask('edit', { column, row, text });
      } catch (error) {
        this.lines.forget();
        this.grid.draw();
        if (error instanceof NoAnswerError && error.reason !== null)
          note(`${say(`column.${column}`)}: ${error.reason}`);
      }
    });
  }

  private cellAt(cell: Cell): Edited | undefined {
    const of = EDITABLE_COLUMNS.find((one) => one === this.grid.columns[cell.column]);
    const shown = this.grid.rowAt(cell.line);
    if (of === undefined || shown === undefined) return undefined;
    const { article, id, written, cells } = shown;
    return { ...cell, of, row: { article, id }, written: written[of] ?? cells[of] ?? '' };
  }
}

/** Whether a cell stands, with its whole height, within what is seen of the table. */
function isSeen(cell: HTMLElement, place: HTMLElement): boolean {
  const [inner, outer] = [cell.getBoundingClientRect(), place.getBoundingClientRect()];
  return inner.top >= outer.top - ROUNDING && inner.bottom <= outer.bottom + ROUNDING;
}

/** The row as it will be; the line may be another row's by now. */
function changedRow(shown: TableLine, row: Ref, column: EditableColumn, text: string): TableLine {
  if (shown.kind !== 'row' || shown.id !== row.id || shown.article !== row.article) return shown;
  const written = Object.fromEntries(
    Object.entries(shown.written).filter(([one]) => one !== column),
  );
  return { ...shown, cells: { ...shown.cells, [column]: text }, written };
}
