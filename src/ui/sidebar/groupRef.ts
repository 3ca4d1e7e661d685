import * as v from 'valibot';
import type { ViewGrouping } from '../../core/corpus/view/viewSettings';

/** What stands for a group where a command is started from its row. */
export interface GroupRef {
  /** What it is grouped by. */
  readonly field: ViewGrouping;
  /** What its annotations have in common; null: none has a value. */
  readonly value: string | null;
}

/** The argument by which a command finds a group. */
export const groupArgument = v.looseObject({
  field: v.exactOptional(v.string()),
  value: v.exactOptional(v.nullable(v.string())),
});
