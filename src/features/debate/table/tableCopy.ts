import * as vscode from 'vscode';
import { RowReader } from '../../../core/corpus/query/rows';
import type { TableColumn } from '../../../core/debate/table/columns';
import { printTable } from '../../../core/debate/table/printTable';
import type { Ask } from '../../../views/debate/protocol';
import type { IndexedAnnotation } from '../../../workspace/annotations/indexChange';
import { inSteps } from '../../../workspace/platform/pace/inSteps';
import { columnNames } from './tableWords';
import type { TableSession } from './tableSession';

/**
 * Copies rows of the table: those that are selected, else the one in focus.
 *
 * @returns how many
 */
export async function copyRows(
  session: TableSession,
  { format, columns, row }: Ask<'copy'>,
): Promise<number> {
  const inFocus = row && session.rowOf(row);
  const rows = session.selection.size > 0 ? await session.selectedRows() : inFocus ? [inFocus] : [];
  const reader = new RowReader<IndexedAnnotation>();
  const cells: string[][] = [];
  await inSteps(
    (function* () {
      for (const one of rows) {
        const shown = session.print(one, reader);
        cells.push(columns.map((column) => shown.cells[column]));
        if (cells.length % 50 === 0) yield;
      }
    })(),
  );
  const names: Readonly<Record<TableColumn, string>> = columnNames();
  const heads = columns.map((column) => names[column]);
  await vscode.env.clipboard.writeText(printTable(format, heads, cells));
  return cells.length;
}
