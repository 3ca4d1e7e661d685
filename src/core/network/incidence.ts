import { compareText } from '../text/compare';
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
 * Counts statements.
 *
 * @param nodes what the rows are; the other is the columns
 */
export function countStatements(
  statements: readonly Statement[],
  nodes: 'speaker' | 'topic',
): Incidence {
  const concepts = nodes === 'speaker' ? 'topic' : 'speaker';
  const rows = sortedNames(statements, nodes);
  const columns = sortedNames(statements, concepts);
  const [rowNumbers, columnNumbers] = [numbersOf(rows), numbersOf(columns)];
  const cells = STANCES.map(() => columns.map((): Map<number, Cell> => new Map()));
  const rowCounts = rows.map(() => 0);
  const columnCounts = columns.map(() => 0);
  for (const statement of statements) {
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

function sortedNames(statements: readonly Statement[], field: 'speaker' | 'topic'): string[] {
  return [...new Set(statements.map((statement) => statement[field]))].sort(compareText);
}

function numbersOf(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, i) => [name, i]));
}
