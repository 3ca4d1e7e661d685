import type { MatrixCell, MatrixModel } from '../../../core/debate';
import { Picture, type Open } from './drawing/picture';
import { colorClass, svg } from './drawing/svg';

const BAR_HEIGHT = 5;
const SPACE = 4;

/** Draws speakers with what they speak about; empty cells are seen as a grid. */
export function drawMatrix(document: Document, model: MatrixModel, open: Open): SVGSVGElement {
  const picture = new Picture(document, model, open);
  const { rows, columns } = model;
  const [left, top] = [columns[0]?.at ?? 0, rows[0]?.at ?? 0];
  const right = columns.reduce((end, { at, size }) => Math.max(end, at + size), left);
  const bottom = rows.reduce((end, { at, size }) => Math.max(end, at + size), top);
  const lines = [
    ...[...rows.map(({ at }) => at), bottom].map((y) => `M${left} ${y}H${right}`),
    ...[...columns.map(({ at }) => at), right].map((x) => `M${x} ${top}V${bottom}`),
  ];
  picture.add(
    svg(document, 'path', { class: 'grid', d: lines.join('') }),
    ...rows.map(({ at, size, text, label, count }) =>
      svg(
        document,
        'text',
        { class: 'row-name', x: left - SPACE, y: at + size / 2, 'text-anchor': 'end' },
        svg(document, 'title', {}, `${label} (${count})`),
        text,
      ),
    ),
    ...columns.map(({ at, size, text, label, count }) => {
      const [x, y] = [at + size / 2, top - SPACE];
      return svg(
        document,
        'text',
        { class: 'column-name', x, y, transform: `rotate(-38 ${x} ${y})` },
        svg(document, 'title', {}, `${label} (${count})`),
        text,
      );
    }),
  );
  for (const cell of model.cells) addCell(document, picture, model, cell);
  return picture.root;
}

function addCell(
  document: Document,
  picture: Picture,
  { rows, columns }: MatrixModel,
  cell: MatrixCell,
): void {
  const [row, column] = [rows[cell.row], columns[cell.column]];
  if (row === undefined || column === undefined) return;
  const [x, y] = [column.at, row.at];
  const wide = column.size - 2 * SPACE;
  let from = x + SPACE;
  const bars = cell.shares.map(({ meaning, share }) => {
    const width = Math.max(0.5, share * wide);
    const bar = svg(document, 'rect', {
      class: `bar ${colorClass(meaning)}`,
      x: Math.round(from * 10) / 10,
      y: y + row.size - BAR_HEIGHT - SPACE,
      width: Math.round(width * 10) / 10,
      height: BAR_HEIGHT,
    });
    from += share * wide;
    return bar;
  });
  picture.addReachable(
    cell,
    { x: x + column.size / 2, y: y + row.size / 2 },
    { class: 'cell' },
    svg(document, 'rect', { class: 'ground', x, y, width: column.size, height: row.size }),
    svg(
      document,
      'text',
      { x: x + column.size / 2, y: y + row.size / 2 - SPACE, 'text-anchor': 'middle' },
      cell.text,
    ),
    ...bars,
  );
}
