import type { Utf16Range } from '../text/range';

/** Something that a check found, wherever that is. */
export interface FindingText {
  /** Which kind it is of, in letters: the same in all languages. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** Localised. */
  readonly message: string;
}

/** Something that a check found in a file. */
export interface Finding extends FindingText {
  /** UTF-16 offsets in the file's own text. */
  readonly range: Utf16Range;
}
