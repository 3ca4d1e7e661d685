import type { Utf16Range } from '../text/range';

export type { Utf16Range };

/**
 * What is stored of a passage: the W3C TextQuoteSelector (`exact`, `prefix`, `suffix`) and
 * TextPositionSelector (`start`, `end`, in UTF-16 code units). The quote with its context decides;
 * the positions are hints that may be wrong, NaN or 0 for "missing".
 */
export interface Selector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

/** A place where a passage may stand. */
export interface Candidate {
  readonly range: Utf16Range;
  /** Estimated probability, 0 to 1, that this is the passage. */
  readonly confidence: number;
}

/**
 * Where a passage is now.
 *
 * - `anchored`: the words at `range` are exactly `exact`.
 * - `changed`: found, with other words (even if only white space or case differ).
 * - `ambiguous`: several places are about equally good; `candidates` has them, best first.
 * - `orphaned`: not found; `candidates` has weak candidates, if any, best first.
 *
 * `confidence` is the estimated probability (0 to 1) that `range`, or else the best candidate, is
 * right.
 */
export type Anchoring =
  | { readonly state: 'anchored'; readonly range: Utf16Range; readonly confidence: number }
  | { readonly state: 'changed'; readonly range: Utf16Range; readonly confidence: number }
  | {
      readonly state: 'ambiguous';
      readonly candidates: readonly Candidate[];
      readonly confidence: number;
    }
  | {
      readonly state: 'orphaned';
      readonly candidates: readonly Candidate[];
      readonly confidence: number;
    };
