import * as vscode from 'vscode';

/** The part of the API of VS Code's own git extension that is used here. */
interface GitApi {
  getRepository(uri: vscode.Uri): Repository | null;
}

interface Repository {
  /** A file's content in a commit, or in the index: `:1` is what both sides of a conflict come from. */
  show(ref: string, path: string): Promise<string>;
}

/** What both versions of a file in conflict come from; undefined where git isn't there or doesn't know. */
export async function commonVersion(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    if (extension?.isActive !== true) return undefined;
    return await extension.exports.getAPI(1).getRepository(uri)?.show(':1', uri.fsPath);
  } catch {
    return undefined;
  }
}
