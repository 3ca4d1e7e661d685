import * as vscode from 'vscode';
import { annotationsOf } from '../../core/sidecar/questions';
import { Disposable } from '../platform/disposable';
import { isFile, isFileBeside } from '../platform/isFile';
import { articleOf, isSidecar, sidecarOf } from '../platform/uris';
import type { SidecarStore } from '../sidecars/sidecarStore';
import type { Relocation, SidecarMoves } from './sidecarMoves';

type Renamed = readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[];

/** An article that got another name while its sidecar stayed behind. */
export interface LeftBehind extends Relocation {
  /** The new name had a sidecar already. */
  readonly taken: boolean;
}

/**
 * Articles that are renamed, moved or deleted inside VS Code: sidecars go along, and are never
 * written over.
 */
export class ArticleMoves extends Disposable {
  private readonly left = this.own(new vscode.EventEmitter<LeftBehind>());
  readonly onDidLeaveBehind = this.left.event;
  private readonly deleted = this.own(new vscode.EventEmitter<readonly vscode.Uri[]>());
  /** Articles were deleted, and their annotations are still there. */
  readonly onDidDelete = this.deleted.event;

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly moves: SidecarMoves,
    logError: (error: unknown) => void,
  ) {
    super();
    this.own(
      vscode.workspace.onWillRenameFiles((event) => event.waitUntil(sidecarRenames(event.files))),
    );
    this.own(
      vscode.workspace.onDidRenameFiles(({ files }) => {
        this.follow(files).catch(logError);
      }),
    );
    this.own(
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        this.findLeft(files).catch(logError);
      }),
    );
  }

  /** Has everything that is known of the files under their new names. */
  private async follow(files: Renamed): Promise<void> {
    for (const { oldUri, newUri } of files) {
      if (isSidecar(oldUri)) {
        const from = articleOf(oldUri);
        if (isSidecar(newUri)) await this.moves.relocate({ from, to: articleOf(newUri) });
        else this.sidecars.forget(from);
        continue;
      }
      for (const from of this.knownAt(oldUri)) {
        const to = newUri.with({ path: newUri.path + from.path.slice(oldUri.path.length) });
        const [old, present] = [sidecarOf(from), sidecarOf(to)];
        if (!(await isFileBeside(old, present))) {
          if (
            this.sidecars.get(from) !== undefined ||
            (this.sidecars.get(to) === undefined && (await isFile(present)))
          )
            await this.moves.relocate({ from, to });
        } else if (!(await isFileBeside(from, to))) {
          this.left.fire({ from, to, taken: await isFile(present) });
        }
      }
    }
  }

  /**
   * The articles with annotations that a renamed file or folder stands for; a file also if its
   * sidecar wasn't read yet.
   */
  private knownAt(uri: vscode.Uri): vscode.Uri[] {
    const known = this.sidecars
      .articles()
      .filter(
        ({ scheme, authority, path }) =>
          scheme === uri.scheme && authority === uri.authority && path.startsWith(`${uri.path}/`),
      );
    return [uri, ...known];
  }

  private async findLeft(files: readonly vscode.Uri[]): Promise<void> {
    const left: vscode.Uri[] = [];
    for (const article of files) {
      if (isSidecar(article) || !(await isFile(sidecarOf(article)))) continue;
      const file = await this.sidecars.loadSidecar(article);
      if (annotationsOf(file).length > 0) left.push(article);
    }
    if (left.length > 0) this.deleted.fire(left);
  }
}

/** The renames of sidecars that go with those of articles, so that one undo takes both back. */
async function sidecarRenames(files: Renamed): Promise<vscode.WorkspaceEdit> {
  const given = new Set(files.map(({ oldUri }) => oldUri.toString()));
  const edit = new vscode.WorkspaceEdit();
  for (const { oldUri, newUri } of files) {
    const [source, target] = [sidecarOf(oldUri), sidecarOf(newUri)];
    if (isSidecar(oldUri) || isSidecar(newUri) || given.has(source.toString())) continue;
    // A folder takes along what is in it; a file `a.claims.yaml` beside a folder `a` isn't the
    // folder's.
    if (!(await isFile(source)) || !(await isFile(oldUri)) || (await isFileBeside(target, source)))
      continue;
    edit.renameFile(source, target);
  }
  return edit;
}
