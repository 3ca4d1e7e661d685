import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';

/** The id of this extension, under which VS Code says where it lies. */
const EXTENSION = 'claim-annotator.claim-annotator';
const NAME = 'claim-annotator-example';
/** So many copies in one folder, and nobody wants one more. */
const MOST = 100;

/**
 * Copies the example that comes with the extension.
 *
 * @param parent where its folder shall be
 * @returns its folder; never one that was there
 * @throws RefusedError where it can't be copied
 */
export async function copyExample(parent: vscode.Uri): Promise<vscode.Uri> {
  const extension = vscode.extensions.getExtension(EXTENSION);
  if (extension === undefined) throw new Error(`${EXTENSION} isn't there.`);
  const source = vscode.Uri.joinPath(extension.extensionUri, 'examples');
  const folder = await freeFolder(parent);
  try {
    await vscode.workspace.fs.copy(source, folder, { overwrite: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RefusedError(vscode.l10n.t('The example can’t be copied: {0}', reason), {
      cause: error,
    });
  }
  return folder;
}

/** A folder's name that isn't taken. */
async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; number <= MOST; number += 1) {
    const folder = vscode.Uri.joinPath(parent, number === 1 ? NAME : `${NAME}-${number}`);
    const isTaken = await vscode.workspace.fs.stat(folder).then(
      () => true,
      () => false,
    );
    if (!isTaken) return folder;
  }
  throw new RefusedError(vscode.l10n.t('There are {0} copies of the example already.', MOST));
}
