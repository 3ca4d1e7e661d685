import * as vscode from 'vscode';
import { findFilesIn } from '../platform/findFiles';
import { isSidecar, SIDECAR_GLOB } from '../platform/uris';

/** The sidecars of all workspace folders. */
export async function findSidecars(token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => findSidecarsIn(uri, token)));
  // A folder of the workspace may lie inside another one.
  return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
}

/** The sidecars in a folder and below it. */
export async function findSidecarsIn(
  folder: vscode.Uri,
  token?: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  // Many hide sidecars from the explorer, as one sees them in the sidebar.
  const wanted = { glob: SIDECAR_GLOB, matches: isSidecar, alsoHidden: true };
  return findFilesIn(folder, wanted, token);
}
