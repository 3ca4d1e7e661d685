import * as vscode from 'vscode';
import { textKind } from '../../core/text/blocks/markdownParser';
import { LineIndex } from '../../core/text/lines';
import { rangesAround } from '../../core/text/sentences/ladder';
import { textOf, toOffset, toVsCodeRange } from '../../workspace/platform/positions';
import type { Registration } from '../services';

/**
 * *Expand Selection* in articles goes by what one reads: clause, sentence, quotation, paragraph.
 * Words between spaces, by which VS Code goes, don't exist in Chinese.
 */
export function register(): Registration {
  return vscode.languages.registerSelectionRangeProvider(
    [{ language: 'markdown' }, { language: 'plaintext' }],
    {
      provideSelectionRanges(document, positions) {
        const text = textOf(document);
        const lines = new LineIndex(text);
        const whole = new vscode.SelectionRange(
          toVsCodeRange(lines, { start: 0, end: text.length }),
        );
        return positions.map((position) =>
          rangesAround(text, toOffset(document, position), textKind(document.languageId))
            .reverse()
            .reduce(
              (parent, range) => new vscode.SelectionRange(toVsCodeRange(lines, range), parent),
              whole,
            ),
        );
      },
    },
  );
}
