import type { PrintedNetwork } from './printNetwork';

/** A matrix in the DL format of UCINET, as a full matrix. */
export function printDl({ rows, columns, matrix, rowKind, columnKind }: PrintedNetwork): string {
  const names =
    rowKind === columnKind
      ? [`dl n = ${rows.length}, format = fullmatrix`, 'labels:', ...rows.map(printName)]
      : [
          `dl nr = ${rows.length}, nc = ${columns.length}, format = fullmatrix`,
          'row labels:',
          ...rows.map(printName),
          'column labels:',
          ...columns.map(printName),
        ];
  const lines = [...names, 'data:', ...matrix.map((row) => row.join(' '))];
  return lines.map((line) => `${line}\n`).join('');
}

/** The format has no way to write a quotation mark or a line break within a name. */
function printName(name: string): string {
  return `"${name.replaceAll('"', "'").replace(/\s+/gu, ' ')}"`;
}
