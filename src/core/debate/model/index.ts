/**
 * What the views of a debate show, laid out: everything that is drawn, said to screen readers or
 * printed, without a window. Positions are CSS pixels from the top left corner.
 */
import type { AnswersModel, AnswersOptions } from './answers';
import type { MatrixModel, MatrixOptions } from './matrix';
import type { NetworksModel, NetworksOptions } from './networks';
import type { SameStatementModel, SameStatementOptions } from './sameStatement';
import type { TimelineModel, TimelineOptions } from './timeline';
import type { TurnsModel, TurnsOptions } from './turns';

export * from './drawn';
export * from './matrix';
export * from './timeline';
export * from './quotes';
export * from './turns';
export * from './answers';
export * from './networks';
export * from './sameStatement';

/** The views of a debate beside its table. */
export const DEBATE_VIEWS = [
  'matrix',
  'timeline',
  'turns',
  'answers',
  'networks',
  'sameStatement',
] as const;

export type DebateView = (typeof DEBATE_VIEWS)[number];

export type DebateOptions =
  | MatrixOptions
  | TimelineOptions
  | TurnsOptions
  | AnswersOptions
  | NetworksOptions
  | SameStatementOptions;

export type DebateModel =
  MatrixModel | TimelineModel | TurnsModel | AnswersModel | NetworksModel | SameStatementModel;

/** The model that options of a view make. */
export type ModelOf<Options extends DebateOptions> = Extract<
  DebateModel,
  { readonly view: Options['view'] }
>;

/** The same facts as a picture's, as a table. */
export interface TwinTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TwinRow[];
}

export interface TwinRow {
  readonly key: string;
  /** As many as there are columns; the first one is the row's head. */
  readonly cells: readonly (string | number)[];
  readonly ids: readonly string[];
}
