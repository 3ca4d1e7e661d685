import type * as vscode from 'vscode';

/**
 * What `update` asks: the file's new bytes, made from its present ones (undefined: there is none);
 * undefined leaves it as it is.
 */
export type FileChange = (
  bytes: Uint8Array | undefined,
) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/**
 * Reads and changes files: directly on a local disk, where that is possible, otherwise through VS
 * Code.
 */
export interface LocalFiles {
  /**
   * The bytes; undefined if there is no such file.
   *
   * @param limit how many bytes at most
   * @throws Error if there are more; they aren't read
   */
  readFile(uri: vscode.Uri, limit?: number): Promise<Uint8Array | undefined>;
  /**
   * Changes or makes a file, while no other program of ours may. Where another program changed it
   * in the meantime, `change` is asked again, with the new bytes.
   *
   * @param limit how many bytes the present file may have
   * @throws Error if there are more; they aren't read
   */
  updateFile(uri: vscode.Uri, change: FileChange, limit?: number): Promise<void>;
  /**
   * Does something about a file while no other program of ours may change it; not to be used inside
   * itself or `update`.
   */
  locked<T>(uri: vscode.Uri, run: () => Promise<T>): Promise<T>;
  /**
   * Looks where a file really is, if it is a link.
   *
   * @throws Error for a link that `updateFile` wouldn't write through
   */
  refuseForeignLink(uri: vscode.Uri): Promise<void>;
  /** Removes what broken-off writings of ours left in a folder. */
  removeLeftovers(folder: vscode.Uri): Promise<void>;
  /**
   * Whether `update` leaves the old or the new content, whatever breaks off in the middle of it.
   */
  isCrashSafe(uri: vscode.Uri): boolean;
  /** Names this window among all that may leave something behind for others. */
  readonly windowName: string;
  /** Whether a window of that name is known to be open still. */
  isWindowOpen(name: string): boolean;
}
