import type { TableColumn } from '../../../core/debate/table/columns';
import { element } from '../element';
import type { TableLine, TableRow } from '../protocol';
import type { Say } from '../texts';

/** The id of a cell's element: what the grid says is active. */
export function cellId(line: number, column: number): string {
  return `cell-${line}-${column}`;
}

/** How a line is drawn. */
export interface LineLook {
  readonly columns: readonly TableColumn[];
  readonly say: Say;
  /** The number of the column that is active, on the active line. */
  readonly activeColumn: number | undefined;
}

/** A line of the table as an element: its row, its group's heading, or nothing known yet. */
export function drawLine(line: number, shown: TableLine | undefined, look: LineLook): HTMLElement {
  const attributes = {
    role: 'row',
    // The columns' heads are the first row.
    'aria-rowindex': line + 2,
    'aria-selected': shown?.kind === 'row' ? String(shown.isSelected) : undefined,
    'aria-busy': shown === undefined ? 'true' : undefined,
  };
  const row = element('div', { class: 'row', attributes });
  row.dataset['line'] = String(line);
  if (shown?.kind === 'group') row.append(groupCell(line, shown, look));
  else if (shown?.kind === 'row')
    look.columns.forEach((column, n) => row.append(drawCell(line, n, column, shown, look)));
  if (shown?.kind === 'group') row.classList.add('group');
  if (look.activeColumn !== undefined) row.classList.add('active');
  return row;
}

function groupCell(
  line: number,
  { label, count, isFolded }: Extract<TableLine, { kind: 'group' }>,
  { columns, activeColumn }: LineLook,
): HTMLElement {
  return element('div', {
    class: `cell ${activeColumn === undefined ? '' : 'active'}`,
    text: `${isFolded ? '▸' : '▾'} ${label} (${count})`,
    attributes: {
      role: 'gridcell',
      id: cellId(line, 0),
      'aria-colindex': 1,
      'aria-colspan': columns.length,
      'aria-expanded': String(!isFolded),
    },
  });
}

function drawCell(
  line: number,
  n: number,
  column: TableColumn,
  { cells, isArticleDate }: TableRow,
  { activeColumn, say }: LineLook,
): HTMLElement {
  const text = cells[column] ?? '';
  const isFromArticle = column === 'date' && isArticleDate && text !== '';
  const cell = element('div', {
    class: `cell ${column} ${activeColumn === n ? 'active' : ''}`,
    text: isFromArticle ? `(${text})` : text,
    attributes: {
      role: 'gridcell',
      id: cellId(line, n),
      'aria-colindex': n + 1,
      'aria-label': isFromArticle ? `${text}, ${say('articleDate')}` : undefined,
      title: text === '' ? undefined : text,
    },
  });
  cell.dataset['column'] = String(n);
  return cell;
}
