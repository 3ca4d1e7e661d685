import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from '../../contributions';
import { conflictValues } from '../../core/merge/annotation/settleConflict';
import type { SidecarEntry } from '../../core/sidecar/sidecarFile';
import { LineIndex } from '../../core/text/lines';
import { linkArgument } from '../../ui/commands';
import { conflictText } from '../../ui/labels';
import { articleOf } from '../../workspace/platform/uris';
import type { ProblemSources } from './entryProblems';
import { valueFixes } from './valueFixes';

/** What can be done about a row of Problems. */
export function fixesFor(
  diagnostic: vscode.Diagnostic,
  document: vscode.TextDocument,
  services: ProblemSources,
): vscode.CodeAction[] {
  const uri = articleOf(document.uri);
  const whole = { uri: uri.toString(), byHand: true };
  const action = (title: string, command: CommandId, argument: object) => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.command = { command, title, arguments: [argument] };
    made.diagnostics = [diagnostic];
    return made;
  };
  const entry = entryAt(document, diagnostic.range.start.line, services);
  const one = entry?.id === undefined ? undefined : linkArgument({ id: entry.id, uri });
  switch (diagnostic.code) {
    case 'orphaned':
    case 'ambiguous':
      return one === undefined
        ? []
        : [
            action(vscode.l10n.t('Choose its place in the article…'), COMMANDS.choosePlace, one),
            action(
              vscode.l10n.t('Attach it to the words selected in the article'),
              COMMANDS.reattach,
              one,
            ),
            action(vscode.l10n.t('Delete it'), COMMANDS.delete, one),
          ];
    case 'changed':
      return one === undefined
        ? []
        : [
            action(vscode.l10n.t('Show it in the article'), COMMANDS.goTo, one),
            action(vscode.l10n.t('Accept the present words'), COMMANDS.acceptChange, one),
            action(
              vscode.l10n.t('Not this place: keep the annotation without one'),
              COMMANDS.detach,
              one,
            ),
          ];
    case 'conflict':
      return one === undefined || entry?.annotation === undefined
        ? []
        : conflictValues(entry.annotation).flatMap((conflict, number) => {
            const { field, ours, theirs } = conflictText(services.labels, conflict);
            const title = (value: string) =>
              conflict.field === 'id' ? value : vscode.l10n.t('{0}: take “{1}”', field, value);
            return [
              action(title(ours), COMMANDS.decide, { ...one, conflict: number, take: 'ours' }),
              action(title(theirs), COMMANDS.decide, { ...one, conflict: number, take: 'theirs' }),
            ];
          });
    case 'conflict-markers':
      return [
        action(
          vscode.l10n.t('Merge both versions, annotation by annotation'),
          COMMANDS.mergeConflicts,
          whole,
        ),
      ];
    case 'copied-id':
    case 'duplicate-id':
      return [
        action(
          vscode.l10n.t('Give the copy in this file new ids; its own links follow'),
          COMMANDS.renewIds,
          whole,
        ),
      ];
    case 'missing-article':
      return [
        action(vscode.l10n.t('Find its article…'), COMMANDS.findArticle, whole),
        action(vscode.l10n.t('Delete the annotations…'), COMMANDS.deleteAnnotations, whole),
      ];
    case 'unknown-speaker':
    case 'unknown-role':
    case 'unknown-stance':
    case 'unknown-topic':
    case 'unknown-link': {
      if (entry?.annotation === undefined) return [];
      const { code, message } = diagnostic;
      const { vocabulary } = services.codebooks;
      const { annotation } = entry;
      return valueFixes(code, message, { annotation, uri }, vocabulary).map((fix) =>
        action(fix.title, fix.command, fix.argument),
      );
    }
    case 'unsaved':
      return [action(vscode.l10n.t('Try to write it again'), COMMANDS.retryUnsaved, whole)];
    default:
      return [];
  }
}

/** The entry whose lines begin at `line`. */
function entryAt(
  document: vscode.TextDocument,
  line: number,
  { sidecars }: ProblemSources,
): SidecarEntry | undefined {
  const file = sidecars.get(articleOf(document.uri));
  const lines = file && new LineIndex(file.text);
  return file?.entries.find(({ block }) => lines?.at(block.start).line === line + 1);
}
