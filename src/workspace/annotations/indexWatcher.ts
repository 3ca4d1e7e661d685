import * as vscode from 'vscode';
import type { OpenArticles } from '../articles/openArticles';
import { Disposable } from '../platform/disposable';
import type { FileEvents } from '../platform/fileEvents';
import { isFolder } from '../platform/isFile';
import { isPassing, isSidecar } from '../platform/uris';
import type { SidecarStore } from '../sidecars/sidecarStore';
import type { AnnotationIndex } from './annotationIndex';

/** How long it is waited for more that came or went, in milliseconds. */
const JOINED = 100;
/** If more came at once, it isn't asked of each whether it is a folder. */
const FEW = 50;

/**
 * Tells the index when articles come, change or go, and when folders do: those are told as one
 * event, without what is in them.
 */
export class IndexWatcher extends Disposable {
  private readonly came = new Map<string, vscode.Uri>();
  private readonly went = new Map<string, vscode.Uri>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly index: AnnotationIndex,
    private readonly sidecars: SidecarStore,
    open: OpenArticles,
    files: FileEvents,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    // Watchers miss things, such as what is in new folders within new folders: whoever comes back
    // from another program shall find what it did.
    this.own(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) index.lookSoon();
      }),
    );
    this.own(files.onDidChange((uri) => index.lookInto(uri.toString())));
    this.own(files.onDidCreate((uri) => this.notice(this.came, uri)));
    this.own(files.onDidDelete((uri) => this.notice(this.went, uri)));
    this.own(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        for (const article of sidecars.articles()) {
          const isOutside = vscode.workspace.getWorkspaceFolder(article) === undefined;
          if (isOutside && open.get(article) === undefined) sidecars.forget(article);
        }
        index.dropOutside();
        index.lookSoon();
      }),
    );
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private notice(noticed: Map<string, vscode.Uri>, uri: vscode.Uri): void {
    // Sidecars are watched by themselves.
    if (isSidecar(uri) || isPassing(uri)) return;
    this.index.lookInto(uri.toString());
    noticed.set(uri.toString(), uri);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.lookForFolders().catch(this.logError);
    }, JOINED);
  }

  private async lookForFolders(): Promise<void> {
    const [came, went] = [[...this.came.values()], [...this.went.keys()]];
    this.came.clear();
    this.went.clear();
    if (went.length > 0 && this.hasBelow(went)) {
      for (const folder of went) this.sidecars.refreshBelow(folder);
      this.index.lookSoon();
      return;
    }
    const folders =
      came.length > FEW ? came.map(() => true) : await Promise.all(came.map(isFolder));
    if (folders.includes(true)) this.index.lookSoon();
  }

  /** Whether articles with annotations lie, as far as is known, below one of these. */
  private hasBelow(gone: readonly string[]): boolean {
    const folders = new Set<string>();
    for (const key of this.index.keys()) {
      let end = key.lastIndexOf('/');
      while (end > 0 && !folders.has(key.slice(0, end))) {
        folders.add(key.slice(0, end));
        end = key.lastIndexOf('/', end - 1);
      }
    }
    return gone.some((one) => folders.has(one));
  }
}
