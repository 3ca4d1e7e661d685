import type { Network } from '../network';

/** What spreadsheets take for the beginning of a formula; the wide ones are taken so, too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u;

/**
 * A matrix as CSV (RFC 4180, UTF-8): the first row and the first column are names. A name that a
 * spreadsheet would run as a formula gets an apostrophe before it.
 */
export function printCsv({ rows, columns, matrix }: Network): string {
  const lines = [
    ['', ...columns.map(printName)],
    ...rows.map((name, i) => [printName(name), ...(matrix[i] ?? []).map(String)]),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

function printName(name: string): string {
  const safe = FORMULA.test(name) ? `'${name}` : name;
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
