import * as vscode from 'vscode';
import type { ArticleText } from '../../core/text/articleText';
import { excerpt } from '../../core/text/excerpt';
import type { Utf16Range } from '../../core/text/range';
import { textKind } from '../../core/text/blocks/markdownParser';
import { sentenceAt } from '../../core/text/sentence';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { toOffset } from '../../workspace/platform/positions';

/**
 * On a blank line: says so, and offers the sentence above and the one below.
 *
 * @returns the one that was chosen
 */
export async function askOtherWords(
  editor: vscode.TextEditor,
  { text }: ArticleText,
  message: string,
): Promise<Utf16Range | undefined> {
  const at = toOffset(editor.document, editor.selection.active);
  const kind = textKind(editor.document.languageId);
  const row = (offset: number, icon: string): Choice<Utf16Range>[] => {
    const range = offset < 0 ? { start: 0, end: 0 } : sentenceAt(text, offset, kind);
    const words = excerpt(text.slice(range.start, range.end), 80);
    const iconPath = new vscode.ThemeIcon(icon);
    return words === '' ? [] : [{ label: words, iconPath, alwaysShow: true, value: range }];
  };
  const above = text.slice(0, at).trimEnd().length - 1;
  const below = text.slice(at).search(/\S/);
  const answer = await askChoice({
    title: message,
    placeholder: vscode.l10n.t('Enter annotates the sentence chosen here; Esc goes back'),
    choices: [...row(above, 'arrow-up'), ...(below < 0 ? [] : row(at + below, 'arrow-down'))],
  });
  return answer === BACK ? undefined : answer;
}
