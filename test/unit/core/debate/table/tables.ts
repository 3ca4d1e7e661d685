import type { CorpusItem } from '../../../../../src/core/corpus/corpus';
import type { RowContext } from '../../../../../src/core/corpus/query/group';
import type { TableContext } from '../../../../../src/core/debate/table/columnValues';
import type { TableSettings } from '../../../../../src/core/debate/table/columns';
import { TableRows } from '../../../../../src/core/debate/table/tableRows';
import { parseFilter } from '../../../../../src/core/corpus/query/filter';

const { compare } = new Intl.Collator('en', { numeric: true });

/** What a table asks, with articles' paths for their titles and values for their labels. */
export function tableContext(context: RowContext<CorpusItem>): TableContext<CorpusItem> {
  return { ...context, titleOf: () => undefined, compare, labelOf: (_, value) => value };
}

/** A table that is filled. */
export function tableOf(
  context: TableContext<CorpusItem>,
  settings: Partial<TableSettings> = {},
  given: unknown = {},
): TableRows<CorpusItem> {
  const filter = parseFilter(given).filter ?? {};
  const rows = new TableRows(context, filter, { order: [], filters: {}, ...settings });
  Array.from(rows.fill());
  return rows;
}

/** The ids of a table's rows with their articles, in order. */
export function namesOf(rows: TableRows<CorpusItem>): string[] {
  return Array.from(
    rows.from(0),
    ({ article, i }) => `${article.key}:${article.ids[i] ?? ''}:${i}`,
  );
}

/** What stands on its lines: headings with their counts, and the ids of rows. */
export function linesOf(rows: TableRows<CorpusItem>): string[] {
  return Array.from({ length: rows.lines.count }, (_, n) => {
    const line = rows.lines.at(n);
    if (line?.group !== undefined && line.row === undefined)
      return `${line.group.value ?? '–'} (${line.group.count})`;
    const row = rows.rowAt(line?.row ?? -1);
    return row?.article.ids[row.i] ?? '';
  });
}
