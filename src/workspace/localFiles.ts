import type * as vscode from 'vscode';

/** Reads and replaces files: directly on a local disk, where that is possible, otherwise through VS Code. */
export interface LocalFiles {
  /** The bytes; undefined if there is no such file. */
  read(uri: vscode.Uri): Promise<Uint8Array | undefined>;
  /**
   * Puts `bytes` in the place of the file's content, or makes the file. On a local disk a crash at any moment leaves
   * the old or the new content.
   */
  replace(uri: vscode.Uri, bytes: Uint8Array): Promise<void>;
}
