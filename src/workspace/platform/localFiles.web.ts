import * as vscode from 'vscode';
import type { LocalFiles } from './localFiles';

/**
 * Files as VS Code gives them: all that there is in a browser, and on file systems that aren't
 * local.
 */
export const localFiles: LocalFiles = {
  async readFile(uri, limit = Infinity) {
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > limit)
        throw new Error(vscode.l10n.t('larger than {0} MB', Math.floor(limit / 1024 / 1024)));
      return await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound')
        return undefined;
      throw error;
    }
  },

  async updateFile(uri, change, limit) {
    await this.locked(uri, async () => {
      const bytes = await change(await this.readFile(uri, limit));
      if (bytes !== undefined) await vscode.workspace.fs.writeFile(uri, bytes);
    });
  },

  /**
   * Tabs of one browser share the Web Locks API (https://w3c.github.io/web-locks/); where it is
   * missing there is one window.
   */
  async locked(uri, run) {
    const locks = (globalThis as { navigator?: { locks?: WebLocks } }).navigator?.locks;
    return locks === undefined ? run() : locks.request(`claim-annotator:${uri.toString()}`, run);
  },

  /** Links are the file system's own affair here. */
  refuseForeignLink: () => Promise.resolve(),

  /** Nothing is written beside a file here. */
  removeLeftovers: () => Promise.resolve(),

  /** VS Code empties a file before it writes it. */
  isCrashSafe: () => false,

  windowName: crypto.randomUUID(),

  /** Nothing tells. */
  isWindowOpen: () => false,
};

interface WebLocks {
  request<T>(name: string, run: () => Promise<T>): Promise<T>;
}
