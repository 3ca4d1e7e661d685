import * as vscode from 'vscode';
import { COLORS } from '../../contributions';
import type { ArticleText } from '../../core/text/articleText';
import type { Utf16Range } from '../../core/text/range';
import { Disposable } from '../../workspace/platform/disposable';
import { toVsCodeRange } from '../../workspace/platform/positions';

/** Marks in the article the words that say who says a passage, while it is asked for. */
export class CueMark extends Disposable {
  private readonly look = this.own(
    vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor(COLORS.cueBackground),
      border: '1px solid',
      borderColor: new vscode.ThemeColor(COLORS.cue),
      overviewRulerColor: new vscode.ThemeColor(COLORS.cue),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  private editor: vscode.TextEditor | undefined;

  /**
   * Marks some words, and scrolls to them where passage and words can be seen together.
   *
   * @param passage what is annotated
   */
  show(
    document: vscode.TextDocument,
    { lines }: ArticleText,
    cue: Utf16Range,
    passage: Utf16Range,
  ) {
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
    if (editor !== this.editor) this.hide();
    this.editor = editor;
    if (editor === undefined) return;
    const range = toVsCodeRange(lines, cue);
    editor.setDecorations(this.look, [range]);
    if (editor.visibleRanges.some((seen) => seen.contains(range))) return;
    const both = range.union(toVsCodeRange(lines, passage));
    const height = editor.visibleRanges.reduce(
      (sum, { start, end }) => sum + end.line - start.line,
      0,
    );
    if (both.end.line - both.start.line < height - 1) editor.revealRange(both);
  }

  hide(): void {
    this.editor?.setDecorations(this.look, []);
    this.editor = undefined;
  }
}
