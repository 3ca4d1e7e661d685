import type { TableColumn } from '../../core/debate/table/columns';
import { counted } from '../../core/text/counted';
import type { ViewName } from './protocol';

/** The texts of the page beside the names of views and columns. */
type PlainText =
  | 'views'
  | 'filter'
  | 'filterHint'
  | 'follow'
  | 'followHint'
  | 'showAll'
  | 'reading'
  | 'counts'
  | 'selected'
  | 'none'
  | 'groupBy'
  | 'noGroups'
  | 'foldAll'
  | 'unfoldAll'
  | 'columns'
  | 'find'
  | 'notFound'
  | 'wholeQuotes'
  | 'copy'
  | 'copyCells'
  | 'copyCsv'
  | 'copyMarkdown'
  | 'copied'
  | 'changeSelected'
  | 'apply'
  | 'close'
  | 'sortUp'
  | 'sortDown'
  | 'sortAlso'
  | 'noSort'
  | 'hide'
  | 'contains'
  | 'values'
  | 'clearFilter'
  | 'columnMenu'
  | 'width'
  | 'goTo'
  | 'quotes'
  | 'moreQuotes'
  | 'articleDate'
  | 'showTable'
  | 'saveSvg'
  | 'savePng'
  | 'saved'
  | 'setAside'
  | 'bringBack'
  | 'acceptSame'
  | 'splitSame'
  | 'refuseSame'
  | 'dateOfData'
  | 'keys'
  | 'columnsAre'
  | 'orderBy'
  | 'rowsAre'
  | 'month'
  | 'bySize'
  | 'bySimilarity'
  | 'byName'
  | 'network'
  | 'congruence'
  | 'conflict'
  | 'subtract'
  | 'twoMode'
  | 'normalized'
  | 'notNormalized'
  | 'average'
  | 'jaccard'
  | 'cosine'
  | 'threshold'
  | 'from'
  | 'to'
  | 'everybody'
  | 'back'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomAll';

/** The names of all texts of the page: the extension sends each in the analyst's language. */
export type TextName = PlainText | `view.${ViewName}` | `column.${TableColumn}`;

/** Puts values into a text's places `{0}`, `{1}`. */
export type Say = (name: TextName, ...values: readonly (string | number)[]) => string;

/** Says the texts that the extension sent. */
export function sayWith(texts: Readonly<Record<string, string>>): Say {
  return (name, ...values) => counted(texts[name] ?? name, ...values);
}
