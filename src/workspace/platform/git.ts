import * as vscode from 'vscode';

/**
 * The part of the API of VS Code's own git extension that is used here. No program is started by
 * ours.
 */
interface GitApi {
  getRepository(uri: vscode.Uri): Repository | null;
  readonly repositories: readonly Repository[];
}

export interface Repository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
  /**
   * A file's content in a commit, or in the index: `:1` is what both sides of a conflict come from.
   */
  show(ref: string, path: string): Promise<string>;
}

/**
 * What VS Code's git extension knows; undefined where it is missing, switched off, or not active
 * yet: waiting for it would make the analyst wait.
 */
export function git(): GitApi | undefined {
  try {
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    return extension?.isActive === true ? extension.exports.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What both versions of a file in conflict come from; undefined where git isn't there or doesn't
 * know.
 */
export async function commonVersion(uri: vscode.Uri): Promise<string | undefined> {
  return git()
    ?.getRepository(uri)
    ?.show(':1', uri.fsPath)
    .catch(() => undefined);
}
