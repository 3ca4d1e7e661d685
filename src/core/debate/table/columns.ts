/** The columns of the table of all annotations, in the order in which they stand at first. */
export const TABLE_COLUMNS = [
  'quote',
  'role',
  'speaker',
  'stance',
  'topic',
  'date',
  'tags',
  'note',
  'article',
  'creator',
  'state',
  'links',
] as const;

export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** The columns that are changed in place. */
export const EDITABLE_COLUMNS = [
  'speaker',
  'stance',
  'topic',
  'date',
  'tags',
  'note',
] as const satisfies readonly TableColumn[];

export type EditableColumn = (typeof EDITABLE_COLUMNS)[number];

/** The columns by whose values rows can be grouped: each row has one of few. */
export const GROUPED_COLUMNS = [
  'role',
  'speaker',
  'stance',
  'topic',
  'date',
  'article',
  'creator',
  'state',
] as const satisfies readonly TableColumn[];

export type GroupedColumn = (typeof GROUPED_COLUMNS)[number];

/** One of the columns that rows are sorted by. */
export interface ColumnOrder {
  readonly column: TableColumn;
  readonly descending: boolean;
}

/** What a column's rows must have: both must hold, where both are given. */
export interface ColumnFilter {
  /** One of these values; null: none at all. */
  readonly values?: readonly (string | null)[] | undefined;
  /** Words that stand in what the column shows, whatever their case and width. */
  readonly text?: string | undefined;
}

/** Which rows a table shows, and in which order. */
export interface TableSettings {
  /** The first counts most; none: articles by path, each in reading order. */
  readonly order: readonly ColumnOrder[];
  readonly groupBy?: GroupedColumn | undefined;
  readonly filters: Readonly<Partial<Record<TableColumn, ColumnFilter>>>;
}
