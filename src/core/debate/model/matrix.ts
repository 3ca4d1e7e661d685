import type { Drawn, Line, Meaning, ModelBase, Picture, StanceCounts } from './drawn';

export const MATRIX_COLUMNS = ['topic', 'article', 'role', 'month'] as const;
export const MATRIX_ORDERS = ['size', 'similarity', 'name'] as const;

export interface MatrixOptions {
  readonly view: 'matrix';
  readonly columns?: (typeof MATRIX_COLUMNS)[number];
  readonly order?: (typeof MATRIX_ORDERS)[number];
  readonly width: number;
}

/** Speakers with what they speak about. */
export interface MatrixModel extends ModelBase, Picture {
  readonly view: 'matrix';
  readonly columnsAre: (typeof MATRIX_COLUMNS)[number];
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** Those that aren't empty: by row, then by column. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell extends Drawn {
  /** Numbers of the row and the column. */
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly stances: StanceCounts;
  /** What is drawn of the stances, from left to right: shares from 0 to 1. */
  readonly shares: readonly { readonly meaning: Meaning; readonly share: number }[];
  /** As in `▲ 3 ▼ 1`, cut to what there is space for. */
  readonly text: string;
}
