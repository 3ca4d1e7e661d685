import * as vscode from 'vscode';
import type { OpenArticles } from '../articles/openArticles';
import { Disposable } from '../platform/disposable';
import type { FileEvents } from '../platform/fileEvents';
import { isFolder } from '../platform/isFile';
import { foldersOf, isPassing, isSidecar } from '../platform/uris';
import type { SidecarStore } from '../sidecars/sidecarStore';
import type { AnnotationIndex } from './annotationIndex';

/** How long it is waited for more that came or went, in milliseconds. */
const JOINED = 100;
/** If more came, changed or went at once, it is looked at all: watchers miss things then. */
const FEW = 50;

/**
 * Tells the index when articles come, change or go, and when folders do: those are told as one
 * event, without what is in them.
 */
export class IndexWatcher extends Disposable {
  private readonly came = new Map<string, vscode.Uri>();
  private readonly went = new Map<string, vscode.Uri>();
  private changes = 0;
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
    this.own(files.onDidChange((uri) => this.notice(undefined, uri)));
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

  private notice(noticed: Map<string, vscode.Uri> | undefined, uri: vscode.Uri): void {
    // Sidecars are watched by themselves.
    if (isSidecar(uri) || isPassing(uri)) return;
    this.index.lookInto(uri.toString());
    noticed?.set(uri.toString(), uri);
    this.changes += 1;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.lookForFolders().catch(this.logError);
    }, JOINED);
  }

  private async lookForFolders(): Promise<void> {
    const [came, went] = [[...this.came.values()], [...this.went.keys()]];
    const isMany = this.changes > FEW;
    this.came.clear();
    this.went.clear();
    this.changes = 0;
    if (isMany) this.index.lookTwice();
    // What is on its way may lie below, too: it is read by now, but not known yet.
    if (went.length > 0 && (this.index.isReading || this.hasBelow(went))) {
      this.sidecars.refreshBelow(new Set(went));
      this.index.lookSoon();
    } else if (!isMany && (await Promise.all(came.map(isFolder))).includes(true))
      this.index.lookSoon();
  }

  /** Whether articles with annotations lie, as far as is known, below one of these. */
  private hasBelow(gone: readonly string[]): boolean {
    const folders = new Set(this.index.keys().flatMap(foldersOf));
    return gone.some((one) => folders.has(one));
  }
}
