import * as vscode from 'vscode';
import { narrowed } from '../../core/placing/changeSet';
import { toArticleText } from '../../core/text/lineEndings';

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

/**
 * Gives an open document another text, changing no more of it than differs.
 *
 * @returns false if it could not be changed, as where it was changed by others at that moment
 */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<boolean> {
  const before = document.getText();
  const { start, end, text: inserted } = narrowed(before, { start: 0, end: before.length, text });
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(start), document.positionAt(end)),
    inserted,
  );
  return vscode.workspace.applyEdit(edit);
}
