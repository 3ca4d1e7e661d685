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

/** How often an editor is tried to be brought in line with a file that others go on writing. */
const ATTEMPTS = 20;

/**
 * Saves a change made in an editor that was clean. Where another program wrote the file at that
 * moment, VS Code refuses to, and will go on refusing; but not where the editor shows what the disk
 * has already (`FileService.doValidateWriteFile` in its source). So the editor is given that, and
 * saved: it is clean again, and the change can be made anew.
 *
 * @param before what stood on the disk when the change was made
 * @param read what stands there now; undefined: nothing, or it can't be read
 * @returns false: it isn't saved, and is left to the analyst; undefined: it isn't made any more
 */
export async function saveOrFollow(
  document: vscode.TextDocument,
  before: string | undefined,
  read: () => Promise<string | undefined>,
): Promise<boolean | undefined> {
  let { version } = document;
  if (await document.save()) return true;
  let outcome: false | undefined = false;
  let known = before === undefined ? undefined : toArticleText(before);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const present = await read();
    const disk = present === undefined ? undefined : toArticleText(present);
    // If nobody wrote it, VS Code has another reason, and will have it again.
    if (disk === undefined || disk === known) return outcome;
    known = disk;
    // What the analyst typed meanwhile stays.
    if (document.version !== version || !(await replaceText(document, disk))) return outcome;
    ({ version } = document);
    outcome = undefined;
    if (await document.save()) return outcome;
  }
  return outcome;
}
