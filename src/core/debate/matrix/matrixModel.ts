import * as l10n from '@vscode/l10n';
import type { CorpusItem } from '../../corpus/corpus';
import type { Row } from '../../corpus/query/rows';
import { counted } from '../../text/counted';
import type { Steps } from '../../text/steps';
import { fitted, Names, oneLine, type DebateContext } from '../context';
import { stancesLegend } from '../legends';
import { leftOutNotices, MOST_COLUMNS, MOST_ROWS, noTopicsNotice, nothingNotice } from '../limits';
import { byName, bySize, keyOf, type Counted } from '../lines';
import type { Line, MatrixCell, MatrixModel, MatrixOptions } from '../model';
import { STANCE_MEANINGS, stanceSigns, stanceWords } from '../stances';
import { countCells, type CountedCell, type CountedCells } from './countCells';
import { similarityOrder } from './similarityOrder';

const ROW_HEIGHT = 34;
/** The heads of columns stand aslant. */
const HEAD_HEIGHT = 110;
const NARROWEST_CELL = 64;
const WIDEST_CELL = 140;
/** How long the head of a column may be, along the slant. */
const HEAD_LENGTH = 130;
const PADDING = 8;

/** Speakers with topics, articles, roles or months: how often they stand together, and how. */
export function* matrixModel<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  context: DebateContext<Item>,
  { columns = 'topic', order = 'size', width }: Omit<MatrixOptions, 'view'>,
): Steps<MatrixModel> {
  const names = new Names(context.vocabulary);
  const counted = yield* countCells(rows, context, columns);
  const allRows = bySize(counted.rowCounts);
  const allColumns = (columns === 'month' ? byName : bySize)(counted.columnCounts);
  let shownRows = allRows.slice(0, MOST_ROWS);
  // Of many months, the last ones: those of today.
  let shownColumns =
    columns === 'month' ? allColumns.slice(-MOST_COLUMNS) : allColumns.slice(0, MOST_COLUMNS);
  yield;
  if (order === 'name') {
    shownRows = byName(shownRows);
    shownColumns = byName(shownColumns);
  } else if (order === 'similarity') {
    shownRows = yield* alike(shownRows, shownColumns, (row, column) =>
      counted.cells.get(row)?.get(column),
    );
    yield;
    if (columns !== 'month')
      shownColumns = yield* alike(shownColumns, shownRows, (column, row) =>
        counted.cells.get(row)?.get(column),
      );
  }
  yield;
  const labelOfColumn = columnLabels(columns, names, context);
  const layout = layOut(width, shownColumns.length);
  const rowLines = shownRows.map(([value, count], n): Line => {
    const label = names.speaker(value);
    const [text, at] = [
      fitted(label, layout.labelWidth - 2 * PADDING),
      HEAD_HEIGHT + n * ROW_HEIGHT,
    ];
    return { key: keyOf('row', value), value, text, label, at, size: ROW_HEIGHT, count };
  });
  const columnLines = shownColumns.map(([value, count], n): Line => {
    const label = labelOfColumn(value);
    const at = layout.labelWidth + n * layout.cellWidth;
    const text = fitted(label, HEAD_LENGTH);
    return { key: keyOf('column', value), value, text, label, at, size: layout.cellWidth, count };
  });
  const cells: MatrixCell[] = [];
  for (const [row, rowLine] of rowLines.entries()) {
    for (const [column, columnLine] of columnLines.entries()) {
      const cell = counted.cells.get(rowLine.value)?.get(columnLine.value);
      if (cell === undefined) continue;
      cells.push({ row, column, ...shownCell(cell, rowLine, columnLine, layout.cellWidth) });
    }
    if (row % ROWS_A_STEP === 0) yield;
  }
  const hasNoTopics = columns === 'topic' && allColumns.every(([value]) => value === undefined);
  return {
    view: 'matrix',
    columnsAre: columns,
    title: matrixTitle(columns),
    description: describe(counted, cells, rowLines, columnLines),
    legend: stancesLegend(cells.flatMap(({ shares }) => shares.map(({ meaning }) => meaning))),
    notices: [
      ...(counted.total === 0 ? [nothingNotice()] : []),
      ...(counted.total > 0 && hasNoTopics ? [noTopicsNotice()] : []),
      ...leftOutNotices(rowLines.length, allRows.length, l10n.t('Speakers')),
      ...leftOutNotices(columnLines.length, allColumns.length, columnsName(columns)),
    ],
    isEmpty: counted.total === 0,
    total: counted.total,
    width: layout.labelWidth + columnLines.length * layout.cellWidth + HEAD_HEIGHT / 2,
    // The last line of the grid is as thick as the others.
    height: HEAD_HEIGHT + rowLines.length * ROW_HEIGHT + 1,
    rows: rowLines,
    columns: columnLines,
    cells,
  };
}

/** So many rows of cells are made between two yields. */
const ROWS_A_STEP = 20;

/** Lines in an order in which neighbours are alike; what is not set stays last. */
function* alike(
  lines: readonly Counted[],
  across: readonly Counted[],
  cellAt: (value: string | undefined, other: string | undefined) => CountedCell | undefined,
): Steps<Counted[]> {
  const set = lines.filter(([value]) => value !== undefined);
  const vectors = set.map(([value]) => {
    const vector = new Float64Array(across.length * 3);
    for (const [n, [other]] of across.entries()) {
      const stances = cellAt(value, other)?.stances;
      if (stances === undefined) continue;
      const { favor, against, neutral, otherStance, uncoded } = stances;
      vector.set([favor, against, neutral + otherStance + uncoded], n * 3);
    }
    return vector;
  });
  yield;
  const ordered = (yield* similarityOrder(vectors)).flatMap((i) => set.slice(i, i + 1));
  return [...ordered, ...lines.filter(([value]) => value === undefined)];
}

function layOut(width: number, columns: number) {
  const labelWidth = Math.round(Math.min(220, Math.max(90, width * 0.22)));
  const space = (width - labelWidth - HEAD_HEIGHT / 2) / Math.max(1, columns);
  const cellWidth = Math.floor(Math.min(WIDEST_CELL, Math.max(NARROWEST_CELL, space)));
  return { labelWidth, cellWidth };
}

function shownCell(
  { stances, ids }: CountedCell,
  row: Line,
  column: Line,
  width: number,
): Omit<MatrixCell, 'row' | 'column'> {
  const count = ids.length;
  const signs = stanceSigns(stances);
  // In the worst case a sign and its digits are as wide as Han characters.
  const isWide = signs.length * 7.5 > width - PADDING;
  return {
    key: keyOf('cell', row.value, column.value),
    label: l10n.t('{0}, {1}: {2} ({3})', row.label, column.label, count, stanceWords(stances)),
    ids,
    count,
    stances,
    shares: STANCE_MEANINGS.filter((meaning) => stances[meaning] > 0).map((meaning) => ({
      meaning,
      share: stances[meaning] / count,
    })),
    text: isWide ? String(count) : signs,
  };
}

function columnLabels<Item extends CorpusItem>(
  columns: MatrixModel['columnsAre'],
  names: Names,
  { corpus, titleOf }: DebateContext<Item>,
): (value: string | undefined) => string {
  switch (columns) {
    case 'topic':
      return (value) => names.topic(value);
    case 'role':
      return (value) => names.role(value ?? '');
    case 'month':
      return (value) => value ?? l10n.t('No date');
    case 'article': {
      const titles = new Map<string, string>();
      for (const key of corpus.articleKeys()) {
        const path = corpus.pathOf(key) ?? key;
        titles.set(path, oneLine(titleOf(key) ?? '') || path);
      }
      return (path) => titles.get(path ?? '') ?? oneLine(path ?? '');
    }
  }
}

function matrixTitle(columns: MatrixModel['columnsAre']): string {
  switch (columns) {
    case 'topic':
      return l10n.t('Speakers by topic');
    case 'article':
      return l10n.t('Speakers by article');
    case 'role':
      return l10n.t('Speakers by role');
    case 'month':
      return l10n.t('Speakers by month');
  }
}

function columnsName(columns: MatrixModel['columnsAre']): string {
  switch (columns) {
    case 'topic':
      return l10n.t('Topics');
    case 'article':
      return l10n.t('Articles');
    case 'role':
      return l10n.t('Roles');
    case 'month':
      return l10n.t('Months');
  }
}

function describe(
  { total }: CountedCells,
  cells: readonly MatrixCell[],
  rows: readonly Line[],
  columns: readonly Line[],
): string {
  const [largest] = [...cells].sort((a, b) => b.count - a.count);
  const sizes = counted(
    l10n.t(
      '{0} {0|annotation|annotations} in {1} {1|row|rows} and {2} {2|column|columns}; {3} {3|cell is|cells are} filled.',
    ),
    ...[total, rows.length, columns.length, cells.length],
  );
  return largest === undefined ? sizes : `${sizes} ${l10n.t('The largest: {0}', largest.label)}`;
}
