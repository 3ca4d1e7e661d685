import type { Utf16Range } from '../text/range';

/** Something that a check found in a file. */
export interface Finding {
  /** Which kind it is of, in letters: the same in all languages. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** Localised. */
  readonly message: string;
  /** UTF-16 offsets in the file's own text. */
  readonly range: Utf16Range;
}
