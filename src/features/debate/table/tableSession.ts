import * as vscode from 'vscode';
import { RowReader, type Row } from '../../../core/corpus/query/rows';
import { foldForSearch } from '../../../core/corpus/searchAnnotations';
import { countValues } from '../../../core/debate/table/countValues';
import { TableRows } from '../../../core/debate/table/tableRows';
import { RowPrinter } from '../../../core/debate/table/rowCells';
import type { TableContext } from '../../../core/debate/table/columnValues';
import type { TableColumn, TableSettings } from '../../../core/debate/table/columns';
import type { Filter } from '../../../core/corpus/query/filter';
import type { Answer, Ask, Ref, TableInfo, TableLine } from '../../../views/debate/protocol';
import type { IndexChange, IndexedAnnotation } from '../../../workspace/annotations/indexChange';
import { inSteps } from '../../../workspace/platform/pace/inSteps';
import type { Services } from '../../services';
import { SupersededError } from '../answers';
import { groupLine, rowLine } from './shownLine';
import { refOf, TableSelection } from './tableSelection';
import { CELL_WORDS, tableContext } from './tableWords';

/** So many articles are looked at again in one go; more are read anew, in steps. */
const FEW = 50;

/** How many rows are gone through before others may have their turn. */
const ROWS_A_STEP = 1_000;

type Shown = Row<IndexedAnnotation>;

/** The table of one tab: its rows stay here, and the page asks for those that it shows. */
export class TableSession {
  readonly selection = new TableSelection();
  private readonly context: TableContext<IndexedAnnotation>;
  private readonly printer: RowPrinter<IndexedAnnotation>;
  private rows: TableRows<IndexedAnnotation> | undefined;
  private settings: TableSettings = { order: [], filters: {} };
  private version = 0;
  private filling = 0;
  /** Rows are being read: a change may be of an article that was read already. */
  private isFilling = false;

  constructor(
    private readonly services: Pick<Services, 'codebooks' | 'index' | 'labels'>,
    private readonly filter: () => Filter,
  ) {
    this.context = tableContext(services);
    this.printer = new RowPrinter(this.context, CELL_WORDS);
  }

  /** Shows other rows, or in another order. */
  async show(settings: TableSettings): Promise<TableInfo> {
    this.settings = settings;
    await this.refill();
    return this.info;
  }

  /**
   * Takes a change of the index over.
   *
   * @returns whether the page is to be told
   */
  async takeOver({ articles }: IndexChange): Promise<boolean> {
    const { rows } = this;
    if (rows === undefined && !this.isFilling) return false;
    const isMany = articles === 'all' || articles.size > FEW;
    if (isMany || rows === undefined || this.isFilling || rows.dependsOnOthers) await this.refill();
    else {
      rows.update(articles);
      this.version += 1;
    }
    return true;
  }

  /** Reads everything anew, in steps; given up once that is asked for again. */
  async refill(): Promise<void> {
    const turn = (this.filling += 1);
    const goOn = () => {
      if (turn !== this.filling) throw new SupersededError();
    };
    await this.services.codebooks.loadCodebooks();
    await this.services.index.loadWorkspace();
    goOn();
    const rows = new TableRows(this.context, this.filter(), this.settings);
    if (this.rows?.settings.groupBy === this.settings.groupBy && this.rows) rows.foldAs(this.rows);
    this.isFilling = true;
    try {
      await inSteps(
        (function* () {
          for (const step of rows.fill()) {
            goOn();
            yield step;
          }
        })(),
      );
    } finally {
      // Whoever asked later goes on.
      if (turn === this.filling) this.isFilling = false;
    }
    goOn();
    this.rows = rows;
    this.version += 1;
  }

  get info(): TableInfo {
    return {
      version: this.version,
      lines: this.rows?.lines.count ?? 0,
      count: this.rows?.count ?? 0,
      total: this.services.index.corpus.size,
      selected: this.selection.size,
    };
  }

  lines({ version, from, count }: Ask<'lines'>): Answer<'lines'> {
    if (version !== this.version) throw new SupersededError();
    const reader = new RowReader<IndexedAnnotation>();
    const lines: TableLine[] = [];
    for (let line = from; line < from + count; line++) {
      const shown = this.shownLine(line, reader);
      if (shown === undefined) break;
      lines.push(shown);
    }
    return { version, lines };
  }

  where({ rows }: Ask<'where'>): Answer<'where'> {
    return { version: this.version, lines: rows.map((row) => this.lineOf(row)) };
  }

  fold({ line, all }: Ask<'fold'>): TableInfo {
    const group = line === undefined ? undefined : this.rows?.lines.at(line)?.group;
    if (group !== undefined) this.rows?.toggle(group.value);
    else if (all !== undefined) this.rows?.foldAll(all);
    this.version += 1;
    return this.info;
  }

  /** Selects rows by their lines; a heading stands for all rows of its group. */
  async select({ how, from, to }: Ask<'select'>): Promise<TableInfo> {
    const { selection } = this;
    if (how !== 'toggle' && how !== 'add') selection.clear();
    if (how === 'none') return this.info;
    const rows =
      how === 'all' ? this.allRows() : this.rowsOnLines(Math.min(from, to), Math.max(from, to));
    await inSteps(
      (function* () {
        let done = 0;
        for (const row of rows) {
          if (how === 'toggle') selection.toggle(row);
          else selection.add(row);
          if ((done += 1) % ROWS_A_STEP === 0) yield;
        }
      })(),
    );
    return this.info;
  }

  /** The next row, after a line, that shows some words; looked for in steps. */
  async find({ text, after, backwards }: Ask<'find'>): Promise<Answer<'find'>> {
    const { rows, printer } = this;
    const words = foldForSearch(text).trim();
    if (rows === undefined || words === '') return { line: null };
    const { count } = rows.lines;
    const reader = new RowReader<IndexedAnnotation>();
    const line = await inSteps(
      (function* () {
        for (let n = 1; n <= count; n++) {
          const at = (((after + (backwards ? -n : n)) % count) + count) % count;
          const row = rows.rowAt(rows.lines.at(at)?.row ?? -1);
          if (row === undefined) continue;
          const { cells } = printer.show(row, reader.itemOf(row).annotation);
          if (foldForSearch(Object.values(cells).join('\n')).includes(words)) return at;
          if (n % 50 === 0) yield;
        }
        return null;
      })(),
    );
    return { line };
  }

  /** The selected rows in their order; those that the filter leaves out aren't among them. */
  async selectedRows(): Promise<Shown[]> {
    const { selection } = this;
    const rows = this.allRows();
    return inSteps(
      (function* () {
        const found: Shown[] = [];
        let done = 0;
        for (const row of rows) {
          if (selection.has(row)) found.push(row);
          if ((done += 1) % ROWS_A_STEP === 0) yield;
        }
        return found;
      })(),
    );
  }

  /** What stands for them. */
  async selectedRefs(): Promise<Ref[]> {
    return (await this.selectedRows()).map(refOf);
  }

  /** The values of a column that the tab's filter finds, whatever the columns' own filters. */
  async values(column: TableColumn): Promise<Answer<'values'>> {
    const counted = await inSteps(countValues(this.context, this.filter(), column));
    const { labelOf, compare } = this.context;
    const values = [...counted].map(([value, count]) => ({
      value,
      label: value === null ? vscode.l10n.t('not set') : labelOf(column, value),
      count,
    }));
    return { values: values.sort((a, b) => b.count - a.count || compare(a.label, b.label)) };
  }

  /** An annotation's row; undefined if it isn't shown. */
  rowOf({ article, id }: Ref): Shown | undefined {
    return this.rows?.rowAt(this.rows.numberOf(article, id) ?? -1);
  }

  /** What a row shows. */
  print(row: Shown, reader: RowReader<IndexedAnnotation>) {
    return this.printer.show(row, reader.itemOf(row).annotation);
  }

  private *allRows(): Generator<Shown, void> {
    if (this.rows !== undefined) yield* this.rows.from(0);
  }

  private shownLine(line: number, reader: RowReader<IndexedAnnotation>): TableLine | undefined {
    const { rows, context, settings } = this;
    const at = rows?.lines.at(line);
    if (rows === undefined || at === undefined) return undefined;
    const row = rows.rowAt(at.row ?? at.group.first);
    if (row === undefined) return undefined;
    if (at.row === undefined) return groupLine(at.group, settings.groupBy, row, context);
    const { annotation } = reader.itemOf(row);
    const isSelected = this.selection.has(row);
    return rowLine(
      this.printer.show(row, annotation),
      annotation,
      this.services.labels,
      isSelected,
    );
  }

  private lineOf({ article, id }: Ref): number | null {
    const { rows } = this;
    const number = rows?.numberOf(article, id);
    return rows === undefined || number === undefined ? null : rows.lines.lineOf(number);
  }

  private *rowsOnLines(first: number, last: number): Generator<Shown, void> {
    const { rows } = this;
    for (let line = first; line <= last && rows !== undefined; line++) {
      const at = rows.lines.at(line);
      if (at === undefined) return;
      const [from, count] = at.row === undefined ? [at.group.first, at.group.count] : [at.row, 1];
      for (let n = from; n < from + count; n++) {
        const row = rows.rowAt(n);
        if (row !== undefined) yield row;
      }
    }
  }
}
