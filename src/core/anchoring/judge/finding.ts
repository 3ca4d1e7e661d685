import type { Utf16Range } from '../types';

/** What stands where a passage is expected, while it also stands elsewhere with its context. */
export interface Rival {
  /** The features of the words that stand there; undefined if they were deleted. */
  readonly features: readonly number[] | undefined;
  /** By these log odds it is rather the passage's place. */
  readonly lead: number;
}

/** A weighed place with its features. */
export interface WeighedPlace {
  readonly range: Utf16Range;
  readonly features: readonly number[];
  /** The place is no more probable than this one. */
  readonly rival?: Rival | undefined;
}

/**
 * What was found of a passage: it stands word for word with its context, or perhaps at one of
 * several places.
 */
export interface PassageFinding {
  readonly verbatim: Utf16Range | undefined;
  readonly places: readonly WeighedPlace[];
}
