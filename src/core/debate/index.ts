import type { CorpusItem } from '../corpus/corpus';
import type { Row } from '../corpus/query/rows';
import type { Steps } from '../text/steps';
import type { DebateContext } from './context';
import type { DebateModel, DebateOptions } from './model';

export type { DebateContext } from './context';
export type * from './model';
export { DEBATE_VIEWS, MATRIX_COLUMNS, MATRIX_ORDERS } from './model';

/**
 * Makes the model of a view of some annotations (`findRows` gives them), in steps: `debateModel`.
 * The rows' corpus must not change before the last step; whoever stops asking cancels it.
 */
export type DebateModelMaker = <Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  context: DebateContext<Item>,
  options: DebateOptions,
) => Steps<DebateModel>;
