import * as vscode from 'vscode';
import { isSidecar, SIDECAR_GLOB } from './uris';

/** File systems that VS Code can search. On others `findFiles` may wait for ever for a search provider. */
const SEARCHABLE: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/** Folders that hold no articles, and very many files. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** The sidecars of all workspace folders. */
export async function findSidecars(token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => findSidecarsIn(uri, token)));
  // A folder of the workspace may lie inside another one.
  return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
}

/** The sidecars in a folder and below it. */
export async function findSidecarsIn(folder: vscode.Uri, token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  if (!SEARCHABLE.has(folder.scheme)) return walk(folder, token);
  return vscode.workspace.findFiles(new vscode.RelativePattern(folder, SIDECAR_GLOB), undefined, undefined, token);
}

async function walk(folder: vscode.Uri, token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  if (token?.isCancellationRequested === true) return [];
  // A folder that can't be read hides its own sidecars only.
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
  const found = await Promise.all(entries.map(async ([name, type]) => {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory) return SKIPPED.has(name) ? [] : walk(uri, token);
    return isSidecar(uri) ? [uri] : [];
  }));
  return found.flat();
}
