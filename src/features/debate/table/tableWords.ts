import * as vscode from 'vscode';
import type { TableContext } from '../../../core/debate/table/columnValues';
import type { TableColumn } from '../../../core/debate/table/columns';
import type { CellWords } from '../../../core/debate/table/rowCells';
import type { State } from '../../../core/model/types';
import { shownText } from '../../../core/text/shownText';
import { fieldName, linkArrow, stanceMark, stateName, type Labels } from '../../../ui/labels';
import type { IndexedAnnotation } from '../../../workspace/annotations/indexChange';
import type { Services } from '../../services';

/** What the columns are called. */
export function columnNames(): Readonly<Record<TableColumn, string>> {
  return {
    quote: vscode.l10n.t('Quotation'),
    role: fieldName('role'),
    speaker: fieldName('speaker'),
    stance: fieldName('stance'),
    topic: fieldName('topic'),
    date: fieldName('date'),
    tags: fieldName('tags'),
    note: fieldName('note'),
    article: vscode.l10n.t('Article'),
    creator: vscode.l10n.t('Creator'),
    state: vscode.l10n.t('State'),
    links: vscode.l10n.t('Links'),
  };
}

/** What the table asks beside the corpus. */
export function tableContext({
  index,
  labels,
}: Pick<Services, 'index' | 'labels'>): TableContext<IndexedAnnotation> {
  return {
    corpus: index.corpus,
    publishedOf: (article) => index.factsOf(article).published,
    titleOf: (article) => index.factsOf(article).title,
    compare: new Intl.Collator(vscode.env.language, { numeric: true }).compare,
    labelOf: (column, value) => labelOf(labels, column, value),
  };
}

export const CELL_WORDS: CellWords = { stanceMark, linkArrow };

function labelOf(labels: Labels, column: TableColumn, value: string): string {
  switch (column) {
    case 'role':
    case 'stance':
    case 'topic':
      return shownText(labels[column](value));
    case 'state':
      return stateName(value as State) || vscode.l10n.t('found as quoted');
    case 'links':
      return linkLabel(labels, value);
    default:
      return shownText(value);
  }
}

/** A type of links, alone or with where they lead: `rebuts`, `>rebuts`, `<rebuts`. */
function linkLabel(labels: Labels, value: string): string {
  const direction = /^[<>]/.exec(value)?.[0];
  if (direction === undefined) return shownText(labels.link(value));
  return linkArrow(shownText(labels.link(value.slice(1))), direction === '>');
}
