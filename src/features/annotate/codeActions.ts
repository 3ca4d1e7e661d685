import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from '../../contributions';
import { isArticle } from '../../workspace/platform/uris';

/**
 * Offers the roles in the editor's light bulb: for a selection always, at a bare cursor only if the
 * analyst asks.
 */
export class AnnotateActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite],
  };

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const asked = context.triggerKind === vscode.CodeActionTriggerKind.Invoke;
    if (!isArticle(document) || (range.isEmpty && !asked)) return [];
    const action = (title: string, command: CommandId): vscode.CodeAction => {
      const made = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
      made.command = { command, title };
      return made;
    };
    return [
      action(vscode.l10n.t('Annotate as claim'), COMMANDS.annotateAsClaim),
      action(vscode.l10n.t('Annotate as evidence'), COMMANDS.annotateAsEvidence),
      action(vscode.l10n.t('Annotate as rebuttal'), COMMANDS.annotateAsRebuttal),
    ];
  }
}
