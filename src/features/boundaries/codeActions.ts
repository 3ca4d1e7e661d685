import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from '../../contributions';
import { textKind } from '../../core/text/blocks/markdownParser';
import { possibleMoves } from '../../core/text/sentences/boundaries';
import { linkArgument } from '../../ui/commands';
import { toVsCodeRange } from '../../workspace/platform/positions';
import { isArticle } from '../../workspace/platform/uris';
import type { BoundaryServices } from './moveBoundaries';
import { moveTitle, wordsAtEdge } from './moveTitle';
import { passageIndex } from './passageAt';

/**
 * Offers the boundaries of the annotation at the cursor in the editor's light bulb, if the analyst
 * asks; for a selection that overlaps it, to take that as its boundaries.
 */
export class BoundaryActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite],
  };

  constructor(private readonly services: BoundaryServices) {}

  provideCodeActions(
    document: vscode.TextDocument,
    selection: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const asked = context.triggerKind === vscode.CodeActionTriggerKind.Invoke;
    const isHere = vscode.window.activeTextEditor?.document === document;
    if (!isArticle(document) || !isHere || (selection.isEmpty && !asked)) return [];
    const { open, target } = this.services;
    const [item] = target.atCursor();
    const live = open.get(document.uri);
    const placed = live?.placed.find(({ annotation }) => annotation.id === item?.annotation.id);
    if (item === undefined || live === undefined || placed === undefined) return [];
    const ref = linkArgument({ id: item.annotation.id, uri: document.uri });
    const action = (title: string, command: CommandId, argument: object): vscode.CodeAction => {
      const made = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
      made.command = { command, title, arguments: [argument] };
      return made;
    };
    const index = passageIndex({ placed, uri: document.uri }, 'end');
    const { state, range } = placed.passages[index] ?? {};
    const present = range && toVsCodeRange(live.article.lines, range);
    const isOther = !selection.isEmpty && present?.isEqual(selection) !== true;
    const taking = isOther
      ? [action(vscode.l10n.t('Take the selection as boundaries'), COMMANDS.reattach, ref)]
      : [];
    if (!asked || state !== 'anchored' || range === undefined) return taking;
    const { text } = live.article;
    const moves = possibleMoves(text, range, textKind(document.languageId)).map((move) => {
      const { edge, step, by } = move;
      const title = vscode.l10n.t('{0}: {1}', moveTitle(move), wordsAtEdge(text, move));
      return action(title, COMMANDS.moveBoundary, { ...ref, passage: index, edge, step, by });
    });
    return [...taking, ...moves];
  }
}
