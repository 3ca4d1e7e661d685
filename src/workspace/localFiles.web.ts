import * as vscode from 'vscode';
import type { LocalFiles } from './localFiles';

/** Files as VS Code gives them: all that there is in a browser, and on file systems that aren't local. */
export const localFiles: LocalFiles = {
  async read(uri) {
    try {
      return await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
      throw error;
    }
  },

  async replace(uri, bytes) {
    await vscode.workspace.fs.writeFile(uri, bytes);
  },
};
