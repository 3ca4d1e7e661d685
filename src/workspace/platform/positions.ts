import * as vscode from 'vscode';
import type { Replacement } from '../../core/placing/changeSet';
import { toArticleText } from '../../core/text/lineEndings';
import type { LineIndex } from '../../core/text/lines';
import type { Utf16Range } from '../../core/text/range';

/**
 * Between VS Code's places and ours. Inside VS Code a document may have CRLF line ends; an
 * article's text, as sidecars count it, has LF. An offset differs by one for each line before it.
 */

/** The article's text that a document shows. */
export function textOf(document: vscode.TextDocument): string {
  return toArticleText(document.getText());
}

/** The length of that text, in UTF-16 units, without putting it together. */
export function lengthOf(document: vscode.TextDocument): number {
  return toOffset(document, new vscode.Position(document.lineCount, 0));
}

/** UTF-16 offset of a position in the article's text. */
export function toOffset(document: vscode.TextDocument, position: vscode.Position): number {
  const offset = document.offsetAt(position);
  return document.eol === vscode.EndOfLine.CRLF
    ? offset - document.validatePosition(position).line
    : offset;
}

export function toRange(document: vscode.TextDocument, range: vscode.Range): Utf16Range {
  return { start: toOffset(document, range.start), end: toOffset(document, range.end) };
}

/** VS Code's range of a stretch of an article's text; `lines` are that text's. */
export function toVsCodeRange(lines: LineIndex, { start, end }: Utf16Range): vscode.Range {
  return new vscode.Range(toPosition(lines, start), toPosition(lines, end));
}

export function toPosition(lines: LineIndex, offset: number): vscode.Position {
  const { line, column } = lines.at(offset);
  return new vscode.Position(line - 1, column - 1);
}

/**
 * A change of a document in terms of the article's text before it. `eol` are the line ends before
 * it.
 */
export function toReplacement(
  change: vscode.TextDocumentContentChangeEvent,
  eol: vscode.EndOfLine,
): Replacement {
  const extra = (line: number) => (eol === vscode.EndOfLine.CRLF ? line : 0);
  const start = change.rangeOffset - extra(change.range.start.line);
  const end = change.rangeOffset + change.rangeLength - extra(change.range.end.line);
  return { start, end, text: change.text.replace(/\r\n?/g, '\n') };
}
