import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { moveAnnotations, startsIn, undoMove } from '../../core/placing/moveAnnotations';
import { annotationsOf } from '../../core/sidecar/questions';
import type { SidecarFile } from '../../core/sidecar/sidecarFile';
import type { ArticleReader } from '../articles/articleReader';
import { Disposable } from '../platform/disposable';
import { openDocument } from '../platform/documents';
import { inSteps } from '../platform/pace/inSteps';
import { isFile } from '../platform/isFile';
import type { LocalFiles } from '../platform/localFiles';
import { articlePath, isCodebook, isSidecar, sidecarOf } from '../platform/uris';
import type { SidecarStore } from '../sidecars/sidecarStore';

/** An article's new place. */
export interface Relocation {
  readonly from: vscode.Uri;
  readonly to: vscode.Uri;
}

/** Annotations that were moved to another article. */
export interface Move extends Relocation {
  /** How many. */
  readonly moved: number;
  undo(): Promise<void>;
}

/** Gives sidecars to other articles, and takes them away. Nothing is ever written over. */
export class SidecarMoves extends Disposable {
  private readonly relocated = this.own(new vscode.EventEmitter<Relocation>());
  /**
   * An article's annotations belong to another file name now: because the file was renamed, or they
   * were moved.
   */
  readonly onDidRelocate = this.relocated.event;

  constructor(
    private readonly disk: LocalFiles,
    private readonly sidecars: SidecarStore,
    private readonly reader: ArticleReader,
  ) {
    super();
  }

  /**
   * Moves all annotations of an article to another one: its sidecar is renamed; where the other
   * article has one, they are brought into that, each at its reading place.
   *
   * @throws RefusedError if there are none, or they can't all be moved; then nothing is changed
   */
  async moveAllTo(from: vscode.Uri, to: vscode.Uri): Promise<Move> {
    const file = await this.sidecars.loadSidecar(from);
    if (file === undefined)
      throw new RefusedError(vscode.l10n.t('{0} has no annotations.', articlePath(from)));
    if (from.toString() === to.toString())
      throw new RefusedError(
        vscode.l10n.t('The annotations belong to {0} already.', articlePath(to)),
      );
    if (isSidecar(to) || isCodebook(to) || !(await isFile(to)))
      throw new RefusedError(vscode.l10n.t('There is no article {0}.', articlePath(to)));
    const moved = annotationsOf(file).length;
    const undo = (await isFile(sidecarOf(to)))
      ? await this.mergeInto(from, to, file)
      : await this.renameSidecar(from, to);
    return { from, to, moved, undo };
  }

  /**
   * Renames an article's sidecar to that of another article, which has none.
   *
   * @returns how to take that back
   * @throws RefusedError if the other one has one by now; vscode.FileSystemError if there is none
   *   to rename
   */
  async renameSidecar(from: vscode.Uri, to: vscode.Uri): Promise<() => Promise<void>> {
    const [source, target] = [sidecarOf(from), sidecarOf(to)];
    // Another window may be about to write or to rename either of them.
    await this.disk.locked(source, () =>
      this.disk.locked(target, async () => {
        if (await isFile(target))
          throw new RefusedError(
            vscode.l10n.t('{0} has annotations of its own by now.', articlePath(to)),
          );
        if (openDocument(source) === undefined)
          return vscode.workspace.fs.rename(source, target, { overwrite: false });
        // An editor goes along with its file, unsaved typing included.
        const edit = new vscode.WorkspaceEdit();
        edit.renameFile(source, target, { overwrite: false });
        if (!(await vscode.workspace.applyEdit(edit)))
          throw new RefusedError(vscode.l10n.t('{0} could not be renamed.', articlePath(source)));
      }),
    );
    await this.relocate({ from, to });
    return async () => {
      await this.renameSidecar(to, from);
    };
  }

  /** Takes note that an article's sidecar stands elsewhere now. */
  async relocate({ from, to }: Relocation): Promise<void> {
    await this.sidecars.unsaved.move(sidecarOf(from), sidecarOf(to));
    this.sidecars.forget(from);
    // What went out of the workspace and isn't open is of no interest any more.
    const isOfInterest =
      vscode.workspace.getWorkspaceFolder(to) !== undefined || openDocument(to) !== undefined;
    if (isOfInterest && this.sidecars.get(to) === undefined) {
      // That there was none may be known from before.
      this.sidecars.forget(to);
      await this.sidecars.loadSidecar(to);
    }
    this.relocated.fire({ from, to });
  }

  /** Deletes an article's sidecar: into the trash, where there is one. */
  async deleteSidecar(article: vscode.Uri): Promise<void> {
    const sidecar = sidecarOf(article);
    await vscode.workspace.fs
      .delete(sidecar, { useTrash: true })
      .then(undefined, () => vscode.workspace.fs.delete(sidecar));
    this.sidecars.forget(article);
  }

  private async mergeInto(
    from: vscode.Uri,
    to: vscode.Uri,
    file: SidecarFile,
  ): Promise<() => Promise<void>> {
    const unsaved = [from, to]
      .map(sidecarOf)
      .find((sidecar) => openDocument(sidecar)?.isDirty === true);
    if (unsaved !== undefined)
      throw new RefusedError(
        vscode.l10n.t('{0} is open with unsaved changes. Save it first.', articlePath(unsaved)),
      );
    const text = await this.reader.readArticle(to);
    if (text === undefined)
      throw new RefusedError(vscode.l10n.t('There is no article {0}.', articlePath(to)));
    const there = await this.sidecars.loadSidecar(to);
    const starts = await inSteps(startsIn(text, there === undefined ? [file] : [there, file]));
    let before: SidecarFile | undefined;
    const { file: after, saved } = await this.sidecars.editSidecar(to, (present) =>
      moveAnnotations(file, (before = present), starts),
    );
    // The old file goes only once the new one is on the disk, and only if it still says what was
    // moved.
    if (!saved)
      throw new RefusedError(
        vscode.l10n.t(
          '{0} could not be written yet: {1} is kept too.',
          articlePath(sidecarOf(to)),
          articlePath(sidecarOf(from)),
        ),
      );
    const bytes = await this.disk.readFile(sidecarOf(from));
    if (bytes !== undefined && decode(bytes) !== file.text)
      throw new RefusedError(
        vscode.l10n.t('{0} was changed meanwhile: it is kept.', articlePath(sidecarOf(from))),
      );
    if (bytes !== undefined) await this.deleteSidecar(from);
    this.relocated.fire({ from, to });
    return async () => {
      await this.disk.updateFile(sidecarOf(from), (present) =>
        present === undefined ? bytes : undefined,
      );
      this.sidecars.forget(from);
      await this.sidecars.loadSidecar(from);
      await this.sidecars.editSidecar(to, (present) =>
        before === undefined ? present : undoMove(file, before, after, present),
      );
    };
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
