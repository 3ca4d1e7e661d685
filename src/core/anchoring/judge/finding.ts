import type { Utf16Range } from '../types';

/** A weighed place with its features. */
export interface WeighedPlace {
  readonly range: Utf16Range;
  readonly features: readonly number[];
}

/**
 * What was found of a passage: it stands word for word with its context, or perhaps at one of
 * several places.
 */
export interface PassageFinding {
  readonly verbatim: Utf16Range | undefined;
  readonly places: readonly WeighedPlace[];
}
