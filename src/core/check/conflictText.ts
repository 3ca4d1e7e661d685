import * as l10n from '@vscode/l10n';
import type { ConflictValues } from '../merge/annotation/settleConflict';
import { quoteOf } from '../model/quote';
import type { Passage } from '../model/types';
import { excerpt } from '../text/excerpt';

/** How fields, and their values that are text, are called. */
export interface FieldWords {
  readonly field: (field: string) => string;
  readonly value: (field: string, value: string) => string;
}

/** As they are written in the file. */
export const AS_WRITTEN: FieldWords = { field: (field) => field, value: (_field, value) => value };

/** A field in two versions, in words. */
export interface ConflictText {
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

/** How much of a value is shown, in columns. */
const SHOWN = 60;

/** A conflict in words; values that aren't text are shown as they are written in the file. */
export function conflictText(
  { field, ours, theirs }: ConflictValues,
  words: FieldWords,
): ConflictText {
  const shown = (value: unknown): string => {
    if (value === undefined || value === null) return l10n.t('(none)');
    if (typeof value === 'string') return words.value(field, value);
    return field === 'passages' && Array.isArray(value)
      ? quoteOf({ passages: value as Passage[] })
      : JSON.stringify(value);
  };
  return {
    field: words.field(field),
    ours: excerpt(shown(ours), SHOWN),
    theirs: excerpt(shown(theirs), SHOWN),
  };
}
