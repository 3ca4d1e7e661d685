import type * as vscode from 'vscode';
import type { ArticleText } from '../../core/text/articleText';
import type { Utf16Range } from '../../core/text/range';

/** A passage that is about to be tagged. */
export interface PassageAtHand {
  readonly document: vscode.TextDocument;
  readonly article: ArticleText;
  /** UTF-16 units, in reading order. */
  readonly ranges: readonly Utf16Range[];
}
