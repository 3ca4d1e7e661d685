import { printCsvCell } from './csvCell';
import type { Network } from '../network';

/**
 * A matrix as CSV (RFC 4180, UTF-8): the first row and the first column are names. A name that a
 * spreadsheet would run as a formula gets an apostrophe before it.
 */
export function printCsv({ rows, columns, matrix }: Network): string {
  const lines = [
    ['', ...columns.map(printCsvCell)],
    ...rows.map((name, i) => [printCsvCell(name), ...(matrix[i] ?? []).map(String)]),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}
