import * as vscode from 'vscode';

/**
 * Whether there is a file. One that can't be looked at, because of its permissions or a lost
 * connection, counts as there.
 */
export async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) === 0;
  } catch (error) {
    return !(
      error instanceof vscode.FileSystemError &&
      (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
    );
  }
}

export async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false,
  );
}

/**
 * Whether there is a file of just this name: on file systems that ignore case, a file stands under
 * other names too.
 *
 * @param other a name that the file may have instead; only if it differs by nothing but case, the
 *   folder is read
 */
export async function isFileBeside(uri: vscode.Uri, other: vscode.Uri): Promise<boolean> {
  if (!(await isFile(uri)) || uri.path.toLowerCase() !== other.path.toLowerCase())
    return isFile(uri);
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, '..'));
  return entries.some(([name]) => uri.path.endsWith(`/${name}`));
}
