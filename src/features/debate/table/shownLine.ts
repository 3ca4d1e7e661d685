import * as vscode from 'vscode';
import type { Row } from '../../../core/corpus/query/rows';
import type { TableContext } from '../../../core/debate/table/columnValues';
import type { EditableColumn, GroupedColumn } from '../../../core/debate/table/columns';
import type { RowGroup } from '../../../core/debate/table/rowGroups';
import type { ShownRow } from '../../../core/debate/table/rowCells';
import type { Annotation } from '../../../core/model/types';
import { shownText } from '../../../core/text/shownText';
import type { Labels } from '../../../ui/labels';
import type { TableLine, TableRow } from '../../../views/debate/protocol';
import type { IndexedAnnotation } from '../../../workspace/annotations/indexChange';

/** A row as the page gets it. */
export function rowLine(
  shown: ShownRow,
  annotation: Annotation,
  labels: Labels,
  isSelected: boolean,
): TableRow {
  const written = writtenIn(annotation, labels);
  const differing = Object.entries(written).filter(
    ([column, text]) => shown.cells[column as EditableColumn] !== text,
  );
  return {
    kind: 'row',
    ...shown,
    written: Object.fromEntries(differing),
    isSelected,
  };
}

/** What stands in the editor of a cell at first. */
function writtenIn(
  { speaker, stance, topic, date, tags, note }: Annotation,
  labels: Labels,
): Readonly<Record<EditableColumn, string>> {
  return {
    speaker: speaker ?? '',
    stance: stance === undefined ? '' : labels.stance(stance),
    topic: topic === undefined ? '' : labels.topic(topic),
    date: date ?? '',
    tags: tags?.join(', ') ?? '',
    note: note ?? '',
  };
}

/**
 * The heading of a group.
 *
 * @param first its first row
 */
export function groupLine(
  { value, count, isFolded }: RowGroup,
  groupBy: GroupedColumn | undefined,
  first: Row<IndexedAnnotation>,
  { labelOf, titleOf }: TableContext<IndexedAnnotation>,
): TableLine {
  const label =
    groupBy === undefined || value === undefined
      ? vscode.l10n.t('not set')
      : groupBy === 'article'
        ? shownText(titleOf(first.article.key) ?? value)
        : labelOf(groupBy, value);
  return { kind: 'group', label, count, isFolded };
}
