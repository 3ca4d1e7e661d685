import * as vscode from 'vscode';
import { Disposable } from '../platform/disposable';
import { Pauses } from '../platform/pace/pauses';
import { articleOf, isSidecar, SIDECAR_GLOB } from '../platform/uris';

/**
 * Tells when articles' sidecars may say something else than before: on the disk, or in the editors
 * that show them.
 */
export class SidecarWatcher extends Disposable {
  private readonly typing = this.own(new Pauses());
  private readonly folderWatchers = new Map<string, vscode.Disposable>();
  private readonly changed = this.own(new vscode.EventEmitter<vscode.Uri>());
  /** The sidecar of an article changed, came or went. */
  readonly onDidChange = this.changed.event;
  private readonly opened = this.own(new vscode.EventEmitter<vscode.Uri>());
  /** An article's sidecar was opened in an editor. */
  readonly onDidOpen = this.opened.event;

  constructor() {
    super();
    this.watch(this.own(vscode.workspace.createFileSystemWatcher(SIDECAR_GLOB)));
    this.own(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isSidecar(document.uri))
          this.typing.after(document.uri, () => this.tell(document.uri));
      }),
    );
    this.own(
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (isSidecar(uri)) this.opened.fire(articleOf(uri));
      }),
    );
    this.own(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.tell(uri)));
  }

  override dispose(): void {
    for (const watcher of this.folderWatchers.values()) watcher.dispose();
    super.dispose();
  }

  /**
   * Watches the folder of an article that lies outside of the workspace, where no other watcher
   * looks.
   */
  watchOutside(article: vscode.Uri): void {
    const folder = vscode.Uri.joinPath(article, '..');
    if (
      vscode.workspace.getWorkspaceFolder(article) !== undefined ||
      this.folderWatchers.has(folder.toString())
    )
      return;
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, '*.claims.yaml'),
    );
    this.watch(watcher);
    this.folderWatchers.set(folder.toString(), watcher);
  }

  private watch(watcher: vscode.FileSystemWatcher): void {
    const tell = (sidecar: vscode.Uri) => this.tell(sidecar);
    watcher.onDidChange(tell);
    watcher.onDidCreate(tell);
    watcher.onDidDelete(tell);
  }

  private tell(sidecar: vscode.Uri): void {
    if (isSidecar(sidecar)) this.changed.fire(articleOf(sidecar));
  }
}
