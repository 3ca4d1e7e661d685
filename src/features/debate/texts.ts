import * as vscode from 'vscode';
import { TABLE_COLUMNS, type TableColumn } from '../../core/debate/table/columns';
import type { ViewName } from '../../views/debate/protocol';
import type { TextName } from '../../views/debate/texts';
import { columnNames } from './table/tableWords';

/** What the views are called. */
export function viewNames(): Readonly<Record<ViewName, string>> {
  return {
    table: vscode.l10n.t('Table'),
    matrix: vscode.l10n.t('Matrix'),
    timeline: vscode.l10n.t('Timeline'),
    turns: vscode.l10n.t('Turns'),
    answers: vscode.l10n.t('Who answers whom'),
    networks: vscode.l10n.t('Networks'),
    sameStatement: vscode.l10n.t('The same statement'),
  };
}

/** All texts of the page, in the analyst's language. `{0}` stands for what is put in there. */
export function pageTexts(): Readonly<Record<TextName, string>> {
  const names = viewNames();
  const columns = columnNames();
  return {
    ...(Object.fromEntries(
      TABLE_COLUMNS.map((column) => [`column.${column}`, columns[column]]),
    ) as Record<`column.${TableColumn}`, string>),
    ...(Object.fromEntries(
      Object.entries(names).map(([name, text]) => [`view.${name}`, text]),
    ) as Record<`view.${ViewName}`, string>),
    views: vscode.l10n.t('Views of the debate'),
    filter: vscode.l10n.t('Show only'),
    filterHint: vscode.l10n.t('Words of quotations and notes, or conditions such as role:rebuttal'),
    follow: vscode.l10n.t('As the sidebar'),
    followHint: vscode.l10n.t('Show what the sidebar shows'),
    showAll: vscode.l10n.t('Show all annotations'),
    reading: vscode.l10n.t('Reading annotations …'),
    counts: vscode.l10n.t('{0} of {1} {1|annotation|annotations}'),
    selected: vscode.l10n.t('selected: {0}'),
    none: vscode.l10n.t('No annotations are found.'),
    groupBy: vscode.l10n.t('Group by'),
    noGroups: vscode.l10n.t('No groups'),
    foldAll: vscode.l10n.t('Fold all'),
    unfoldAll: vscode.l10n.t('Unfold all'),
    columns: vscode.l10n.t('Columns'),
    find: vscode.l10n.t('Find'),
    notFound: vscode.l10n.t('Nothing found.'),
    wholeQuotes: vscode.l10n.t('Whole quotations'),
    copy: vscode.l10n.t('Copy'),
    copyCells: vscode.l10n.t('Copy for a spreadsheet'),
    copyCsv: vscode.l10n.t('Copy as CSV'),
    copyMarkdown: vscode.l10n.t('Copy as Markdown'),
    copied: vscode.l10n.t('Copied rows: {0}'),
    changeSelected: vscode.l10n.t('Change selected'),
    apply: vscode.l10n.t('Change'),
    close: vscode.l10n.t('Close'),
    sortUp: vscode.l10n.t('Sort ascending'),
    sortDown: vscode.l10n.t('Sort descending'),
    sortAlso: vscode.l10n.t('Then sort by this'),
    noSort: vscode.l10n.t('Don’t sort by this'),
    hide: vscode.l10n.t('Hide column'),
    contains: vscode.l10n.t('Contains'),
    values: vscode.l10n.t('Values'),
    clearFilter: vscode.l10n.t('Clear this filter'),
    columnMenu: vscode.l10n.t('Sort, filter or hide “{0}”'),
    width: vscode.l10n.t('Width of “{0}”'),
    goTo: vscode.l10n.t('Show in the article'),
    quotes: vscode.l10n.t('Quotations'),
    moreQuotes: vscode.l10n.t('The first {0} of {1}'),
    articleDate: vscode.l10n.t('the article’s date'),
    showTable: vscode.l10n.t('As a table'),
    saveSvg: vscode.l10n.t('Save as SVG'),
    savePng: vscode.l10n.t('Save as PNG'),
    saved: vscode.l10n.t('The picture is saved.'),
    setAside: vscode.l10n.t('Set aside…'),
    bringBack: vscode.l10n.t('Take back'),
    acceptSame: vscode.l10n.t('Accept'),
    splitSame: vscode.l10n.t('Take one out…'),
    refuseSame: vscode.l10n.t('Not the same'),
    dateOfData: vscode.l10n.t('as of {0}'),
    columnsAre: vscode.l10n.t('Columns'),
    orderBy: vscode.l10n.t('Order'),
    rowsAre: vscode.l10n.t('Rows'),
    month: vscode.l10n.t('Month'),
    bySize: vscode.l10n.t('Largest first'),
    bySimilarity: vscode.l10n.t('Similar ones together'),
    byName: vscode.l10n.t('By name'),
    network: vscode.l10n.t('Network'),
    congruence: vscode.l10n.t('Congruence: the same stance'),
    conflict: vscode.l10n.t('Conflict: opposite stances'),
    subtract: vscode.l10n.t('Congruence less conflict'),
    twoMode: vscode.l10n.t('Speakers and topics'),
    normalized: vscode.l10n.t('Normalized'),
    notNormalized: vscode.l10n.t('Not normalized'),
    average: vscode.l10n.t('By average activity'),
    jaccard: vscode.l10n.t('Jaccard'),
    cosine: vscode.l10n.t('Cosine'),
    threshold: vscode.l10n.t('Least weight'),
    from: vscode.l10n.t('Since'),
    to: vscode.l10n.t('Until'),
    everybody: vscode.l10n.t('All speakers'),
    back: vscode.l10n.t('Back'),
    zoomIn: vscode.l10n.t('Nearer'),
    zoomOut: vscode.l10n.t('Further'),
    zoomAll: vscode.l10n.t('All the time'),
    keys: vscode.l10n.t(
      'Arrows move, Enter or F2 changes a cell, Ctrl+Enter shows the passage, Space selects.',
    ),
  };
}
