import type { Drawn, ModelBase } from './drawn';
import type { QuoteCard } from './quotes';

export interface SameStatementOptions {
  readonly view: 'sameStatement';
}

export interface SameStatementModel extends ModelBase {
  readonly view: 'sameStatement';
  readonly groups: readonly SameStatementGroup[];
}

/** One statement, wherever it stands: its first occurrence, then the others in time. */
export interface SameStatementGroup extends Drawn {
  readonly occurrences: readonly Occurrence[];
  /** How many there are; more than those that are shown. */
  readonly count: number;
  /** That it is but proposed, and how sure that is; undefined: links say it. Localised. */
  readonly proposedText: string | undefined;
}

export interface Occurrence extends Drawn {
  readonly card: QuoteCard;
  /** Its words, with what differs from the first occurrence. */
  readonly pieces: readonly Piece[];
}

/** Words that stand in both, in this one alone, or in the first one alone. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'left-out';
  readonly text: string;
}
