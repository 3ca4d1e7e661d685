import type { CorpusItem } from '../corpus/corpus';
import type { Row } from '../corpus/query/rows';
import type { Steps } from '../text/steps';
import { answersModel } from './answers/answersModel';
import type { DebateContext } from './context';
import { matrixModel } from './matrix/matrixModel';
import type { DebateModel, DebateOptions } from './model';
import { networksModel } from './networks/networksModel';
import { sameStatementModel } from './sameStatement/sameStatementModel';
import { timelineModel } from './timeline/timelineModel';
import { turnsModel } from './turns/turnsModel';

export type { DebateContext, ProposedGroup } from './context';
export type * from './model';
export { DEBATE_VIEWS, MATRIX_COLUMNS, MATRIX_ORDERS } from './model';
export { quoteCards } from './quoteCards';
export { twinTable } from './twinTable';

/**
 * Makes the model of a view, in steps. Whoever stops asking for steps cancels it.
 *
 * @param rows of the context's corpus (as `findRows` gives them), which must not change before the
 *   last step
 */
export function* debateModel<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  context: DebateContext<Item>,
  options: DebateOptions,
): Steps<DebateModel> {
  switch (options.view) {
    case 'matrix':
      return yield* matrixModel(rows, context, options);
    case 'timeline':
      return yield* timelineModel(rows, context, options);
    case 'turns':
      return yield* turnsModel(rows, context);
    case 'answers':
      return yield* answersModel(rows, context, options);
    case 'networks':
      return yield* networksModel(rows, context, options);
    case 'sameStatement':
      return yield* sameStatementModel(rows, context);
  }
}
