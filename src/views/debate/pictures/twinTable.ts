import type { TwinTable } from '../../../core/debate';
import type { Open } from './drawing/picture';
import { openOnPress } from './drawing/quote';
import { html } from './drawing/svg';

/** Draws the table that tells the same facts as a picture; each row opens its quotes. */
export function drawTwinTable(
  document: Document,
  { caption, columns, rows }: TwinTable,
  open: Open,
): HTMLTableElement {
  const head = html(
    document,
    'tr',
    {},
    ...columns.map((column) => html(document, 'th', { scope: 'col' }, column)),
  );
  const body = rows.map(({ key, cells, ids }) => {
    const [first = '', ...others] = cells.map(String);
    const row = html(
      document,
      'tr',
      { tabindex: 0, 'data-key': key },
      html(document, 'th', { scope: 'row' }, first),
      ...others.map((text, i) =>
        html(
          document,
          'td',
          { class: typeof cells[i + 1] === 'number' ? 'number' : undefined },
          text,
        ),
      ),
    );
    openOnPress(row, () => open(ids, cells.slice(0, 2).join(', '), row));
    return row;
  });
  return html(
    document,
    'table',
    { class: 'twin' },
    html(document, 'caption', {}, caption),
    html(document, 'thead', {}, head),
    html(document, 'tbody', {}, ...body),
  );
}
