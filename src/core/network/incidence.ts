import { RowPace } from '../corpus/findings/found';
import { compareText } from '../text/compare';
import type { Steps } from '../text/steps';
import type { Statement } from './statement';

/** How often each row is with each concept, by stance: x_ijk of the formulas. */
export interface Incidence {
  /** Sorted by code point. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** A row's statements with a stance (0 against, 1 favor) about a column: `cells[k][j]`. */
  readonly cells: readonly (readonly Cell[][])[];
  /** How many statements each row has, and each column. */
  readonly rowCounts: readonly number[];
  readonly columnCounts: readonly number[];
}

/** How often a row is with some column and stance; never 0 times. */
export interface Cell {
  readonly row: number;
  count: number;
}

/** The two stances; their numbers are k of the formulas. */
const STANCES = ['against', 'favor'] as const;

/**
 * Counts statements, in steps.
 *
 * @param nodes what the rows are; the other is the columns
 */
export function* countInSteps(
  statements: readonly Statement[],
  nodes: 'speaker' | 'topic',
): Steps<Incidence> {
  const pace = new RowPace();
  const concepts = nodes === 'speaker' ? 'topic' : 'speaker';
  const names = { speaker: new Set<string>(), topic: new Set<string>() };
  for (const { speaker, topic } of statements) {
    if (pace.isDue(1)) yield;
    names.speaker.add(speaker);
    names.topic.add(topic);
  }
  yield;
  const rows = [...names[nodes]].sort(compareText);
  const columns = [...names[concepts]].sort(compareText);
  const [rowNumbers, columnNumbers] = [numbersOf(rows), numbersOf(columns)];
  const cells = STANCES.map(() => columns.map((): Map<number, Cell> => new Map()));
  const rowCounts = rows.map(() => 0);
  const columnCounts = columns.map(() => 0);
  for (const statement of statements) {
    if (pace.isDue(1)) yield;
    const row = rowNumbers.get(statement[nodes]) ?? 0;
    const column = columnNumbers.get(statement[concepts]) ?? 0;
    const inColumn = cells[STANCES.indexOf(statement.stance)]?.[column];
    const cell = inColumn?.get(row);
    if (cell === undefined) inColumn?.set(row, { row, count: 1 });
    else cell.count += 1;
    rowCounts[row] = (rowCounts[row] ?? 0) + 1;
    columnCounts[column] = (columnCounts[column] ?? 0) + 1;
  }
  return {
    rows,
    columns,
    cells: cells.map((ofStance) => ofStance.map((inColumn) => [...inColumn.values()])),
    rowCounts,
    columnCounts,
  };
}

/**
 * A part of an incidence: some rows, and some columns. What all of a row's or column's statements
 * are counted for, such as normalization, stays as it was: the weights are those of the whole.
 *
 * @param keptColumns undefined: all
 */
export function keepPart(
  { rows, columns, cells, rowCounts, columnCounts }: Incidence,
  keptRows: ReadonlySet<string>,
  keptColumns?: ReadonlySet<string>,
): Incidence {
  const isKept = (j: number) => keptColumns?.has(columns[j] ?? '') !== false;
  const numbers = new Map<number, number>();
  rows.forEach((name, i) => {
    if (keptRows.has(name)) numbers.set(i, numbers.size);
  });
  const keepCells = (inColumn: readonly Cell[]) =>
    inColumn.flatMap(({ row, count }): Cell[] => {
      const number = numbers.get(row);
      return number === undefined ? [] : [{ row: number, count }];
    });
  return {
    rows: rows.filter((name) => keptRows.has(name)),
    columns: columns.filter((_, j) => isKept(j)),
    cells: cells.map((ofStance) => ofStance.filter((_, j) => isKept(j)).map(keepCells)),
    rowCounts: rowCounts.filter((_, i) => numbers.has(i)),
    columnCounts: columnCounts.filter((_, j) => isKept(j)),
  };
}

function numbersOf(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, i) => [name, i]));
}
