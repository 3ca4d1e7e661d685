import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { quoteOf } from '../../core/model/quote';
import { textKind } from '../../core/text/blocks/markdownParser';
import { excerpt } from '../../core/text/excerpt';
import type { Utf16Range } from '../../core/text/range';
import { possibleMoves } from '../../core/text/sentences/boundaries';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { linkArgument } from '../../ui/commands';
import type { CommandResult } from '../../workspace/annotations/annotationEditor';
import { openArticleDocument } from '../../workspace/articles/articleDocument';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { moveTitle, wordsAtEdge } from './moveTitle';
import type { BoundaryMover, BoundaryTarget } from './moveBoundaries';
import { movablePassage } from './passageAt';

/**
 * Asks to where a passage is to reach, and shows each answer in the article while it is in focus.
 *
 * @returns the annotation; undefined if it was closed
 */
export async function askBoundary(
  mover: BoundaryMover,
  target: BoundaryTarget,
): Promise<CommandResult | undefined> {
  const found = await mover.find(target);
  if (found === undefined) return undefined;
  const { article, uri, item } = found;
  const passage = movablePassage(found, 'end', target.passage);
  const document = await openArticleDocument(uri);
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const before = editor?.selections ?? [];
  const moves = possibleMoves(article.text, passage.range, textKind(document.languageId));
  const choices: Choice<Utf16Range | 'selection'>[] = moves.map((move) => ({
    label: moveTitle(move),
    description: wordsAtEdge(article.text, move),
    iconPath: new vscode.ThemeIcon(move.edge === 'end' ? 'arrow-right' : 'arrow-left'),
    value: move.range,
  }));
  if (before.some(({ isEmpty }) => !isEmpty))
    choices.push({
      label: vscode.l10n.t('Take the words selected in the editor'),
      iconPath: new vscode.ThemeIcon('selection'),
      value: 'selection',
    });
  const show = (selections: readonly vscode.Selection[]) => {
    if (editor === undefined || selections.length === 0) return;
    editor.selections = selections;
    editor.revealRange(selections[0] as vscode.Selection);
  };
  const answer = await askChoice({
    title: vscode.l10n.t('Boundaries of “{0}”', excerpt(quoteOf(item.annotation), 50)),
    placeholder: vscode.l10n.t('Choose to where the passage reaches; Esc leaves it as it is'),
    choices,
    onFocus: (active) => {
      const value = active?.value;
      if (value === undefined || value === 'selection') return show(before);
      const { start, end } = toVsCodeRange(article.lines, value);
      show([new vscode.Selection(start, end)]);
    },
  });
  show(before);
  if (answer === undefined || answer === BACK) return undefined;
  if (answer !== 'selection') return mover.resizeTo(found, passage, answer);
  const ref = linkArgument({ id: item.annotation.id, uri });
  return vscode.commands.executeCommand<CommandResult>(COMMANDS.reattach, ref);
}
