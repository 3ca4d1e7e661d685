import type * as vscode from 'vscode';

/**
 * What comes, changes and goes on the disk below the workspace's folders: one watcher for all who
 * want to know. A folder that is renamed or deleted outside of VS Code is told as one event,
 * without its files.
 */
export type FileEvents = Pick<
  vscode.FileSystemWatcher,
  'onDidCreate' | 'onDidChange' | 'onDidDelete'
>;
