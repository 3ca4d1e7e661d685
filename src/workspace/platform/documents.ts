import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { narrowed } from '../../core/placing/changeSet';
import { toArticleText } from '../../core/text/lineEndings';
import { articlePath } from './uris';

/** The editor's document of a file, if it is open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    (document) => !document.isClosed && document.uri.toString() === uri.toString(),
  );
}

/**
 * Whether a document shows a file's text: editors have no byte-order mark, and one kind of line
 * ends.
 */
export function shows(document: vscode.TextDocument, text: string): boolean {
  return toArticleText(text) === toArticleText(document.getText());
}

/** Gives an open document another text, changing no more of it than differs. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const before = document.getText();
  const { start, end, text: inserted } = narrowed(before, { start: 0, end: before.length, text });
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(start), document.positionAt(end)),
    inserted,
  );
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new RefusedError(
      vscode.l10n.t('{0} could not be changed in its editor.', articlePath(document.uri)),
    );
}
