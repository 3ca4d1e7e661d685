import type { Utf16Range } from '../text/range';

/**
 * Something wrong in a file, in words for the analyst: what it is, and at which place of the file's
 * own text.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning' | 'information';
  /** Localised; says what is wrong and, where that isn't plain, what to do. */
  readonly message: string;
  /** UTF-16 offsets in the file's text. */
  readonly range: Utf16Range;
}

export type ProblemCode =
  | 'unreadable'
  | 'encoding'
  | 'too-large'
  | 'yaml'
  | 'shape'
  | 'version'
  | 'entry'
  | 'duplicate-id'
  | 'repetition'
  | 'duplicate-name'
  | 'shared-name'
  | 'unknown-key'
  | 'view-value'
  | 'conflict-markers';

/** A request that can't be fulfilled, in words for the analyst. Commands reject with it. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}
