import * as vscode from 'vscode';
import { COLORS } from '../../contributions';
import { Disposable } from '../../workspace/platform/disposable';
import { toVsCodeRange } from '../../workspace/platform/positions';
import type { PassageAtHand } from './passageAtHand';

/**
 * Shows in the article which words are about to be tagged, as if they were selected: at a bare
 * cursor it is a quotation or a sentence.
 */
export class PassageMark extends Disposable {
  private readonly look = this.own(
    vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor(COLORS.atHandBackground),
      outline: '1px solid',
      outlineColor: new vscode.ThemeColor(COLORS.atHand),
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );

  /** Shows a passage until something is answered. */
  async during<T>({ document, article, ranges }: PassageAtHand, ask: () => Promise<T>): Promise<T> {
    const shown = ranges.map((range) => toVsCodeRange(article.lines, range));
    const editors = vscode.window.visibleTextEditors.filter((one) => one.document === document);
    for (const editor of editors) {
      const isSelected = (range: vscode.Range) =>
        editor.selections.some((selection) => selection.contains(range));
      editor.setDecorations(
        this.look,
        shown.filter((range) => !isSelected(range)),
      );
    }
    try {
      return await ask();
    } finally {
      for (const editor of editors) editor.setDecorations(this.look, []);
    }
  }
}
