import type { Network } from '../network';

/** What the command `network` returns, a line for each row of the matrix. */
export function printJson({ rows, columns, matrix }: Network): string {
  const lines = matrix.map((row) => `    ${JSON.stringify(row)}`);
  const printed = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return [
    '{',
    `  "rows": ${JSON.stringify(rows)},`,
    `  "columns": ${JSON.stringify(columns)},`,
    `  "matrix": ${printed}`,
    '}\n',
  ].join('\n');
}
