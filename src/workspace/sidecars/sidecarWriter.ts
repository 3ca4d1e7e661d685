import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { mergeSidecars } from '../../core/merge/sidecars/mergeSidecars';
import { newSidecar } from '../../core/sidecar/editSidecar';
import { type SidecarFile, MAX_SIDECAR_BYTES } from '../../core/sidecar/sidecarFile';
import { openDocument, replaceText, saveOrFollow, shows } from '../platform/documents';
import type { LocalFiles } from '../platform/localFiles';
import { articlePath, sidecarOf } from '../platform/uris';
import type { SidecarReader } from './sidecarReader';
import type { UnsavedChanges } from './unsavedChanges';
import { whyNotWritten } from './whyNotWritten';

/** What an edit left behind. */
export interface Saved {
  readonly file: SidecarFile;
  /**
   * False if the change is not in the file yet: the sidecar is open with unsaved typing, was
   * changed there, and is left to the analyst to save; or it could not be written, and the change
   * is kept (see `UnsavedChanges`).
   */
  readonly saved: boolean;
}

/** An edit that was made, and the content that it was made on; undefined: there was no file. */
export interface Made {
  readonly present: SidecarFile | undefined;
  readonly after: SidecarFile;
}

/**
 * Makes an edit on what stands in the file; asked again where another program, or the analyst, was
 * faster.
 */
export type MakeEdit = (present: SidecarFile | undefined) => Made;

/** How often a change is tried in an editor in which something else is changed all the time. */
const ATTEMPTS = 20;

/** Changes sidecars where they are: on the disk, or in the editor in which they are open. */
export class SidecarWriter {
  constructor(
    private readonly disk: LocalFiles,
    private readonly reader: SidecarReader,
    private readonly unsaved: UnsavedChanges,
    private readonly logError: (error: unknown) => void,
  ) {}

  /**
   * Makes an edit. When the promise is fulfilled, the bytes are on the disk (but see `Saved`).
   *
   * @param known what the sidecar said before
   * @throws what `make` throws
   */
  async writeEdit(
    article: vscode.Uri,
    known: SidecarFile | undefined,
    make: MakeEdit,
  ): Promise<Saved> {
    const document = openDocument(sidecarOf(article));
    return (
      (document && (await this.editInEditor(article, document, known, make))) ??
      this.editOnDisk(article, make)
    );
  }

  /** Changes the file on the disk; where that fails, keeps the change. */
  private async editOnDisk(article: vscode.Uri, make: MakeEdit): Promise<Saved> {
    const sidecar = sidecarOf(article);
    const earlier = this.unsaved.get(sidecar);
    let made: Made | undefined;
    let refused: unknown;
    const change = async (bytes: Uint8Array | undefined) => {
      // What was kept of the attempt before would be made a second time.
      if (made !== undefined) await this.unsaved.putBack(sidecar, earlier);
      try {
        made = make(await this.reader.readDisk(article, Promise.resolve(bytes)));
      } catch (error) {
        refused = error;
        throw error;
      }
      if (isSame(made)) return undefined;
      if (!this.disk.isCrashSafe(sidecar))
        await this.unsaved.keep({ sidecar, ...unwritten(made), torn: true, reason: undefined });
      return new TextEncoder().encode(made.after.text);
    };
    try {
      await this.disk.updateFile(sidecar, change, MAX_SIDECAR_BYTES);
    } catch (error) {
      if (error === refused) throw error;
      // Even the lock may be what couldn't be written.
      made ??= make(await this.reader.readDisk(article));
      if (isSame(made)) return { file: made.after, saved: true };
      this.logError(error);
      await this.unsaved.keep({
        sidecar,
        ...unwritten(made),
        torn: !this.disk.isCrashSafe(sidecar),
        reason: whyNotWritten(error),
      });
      return { file: made.after, saved: false };
    }
    await this.unsaved.drop(sidecar);
    const file = made?.after ?? newSidecar();
    this.reader.wrote(article, file);
    return { file, saved: true };
  }

  /**
   * Changes a sidecar in its editor; saves it if it had no unsaved typing.
   *
   * @returns undefined where the editor still shows what was on the disk before: it follows once
   *   the disk was changed
   */
  private async editInEditor(
    article: vscode.Uri,
    document: vscode.TextDocument,
    known: SidecarFile | undefined,
    make: MakeEdit,
  ): Promise<Saved | undefined> {
    // Saving the editor would write through it.
    await this.disk.refuseForeignLink(document.uri).catch((error: unknown) => {
      throw new RefusedError(error instanceof Error ? error.message : String(error));
    });
    const lock = { held: false };
    const earlier = this.unsaved.get(document.uri);
    const readText = async () => {
      const present = await this.reader.readDisk(article);
      const code = present?.refusal?.code;
      return code === 'unreadable' || code === 'encoding' ? undefined : present?.text;
    };
    const run = async (): Promise<Saved | undefined> => {
      lock.held = true;
      let attempts = 0;
      for (let shown = known; ;) {
        const { version, isDirty } = document;
        shown = await this.reader.readDocument(document, shown);
        if (shown.refusal?.code === 'encoding') return { file: make(shown).after, saved: false };
        const before = this.reader.lastOnDisk(article);
        const disk = await this.reader.readDisk(article);
        // The analyst went on typing while it was read.
        if (document.version !== version) continue;
        if (!isDirty && !shows(document, disk?.text ?? '')) return undefined;
        const made = make(isDirty ? mergedTyping(before, shown, disk) : shown);
        if (made.after.text === document.getText())
          return this.afterEditing(document, made.after, !isDirty);
        if (!isDirty)
          await this.unsaved.keep({
            sidecar: document.uri,
            ...unwritten(made),
            torn: true,
            reason: undefined,
          });
        if (document.version !== version || !(await replaceText(document, made.after.text))) {
          // What was just kept would be made a second time.
          await this.unsaved.putBack(document.uri, earlier);
          if (++attempts === ATTEMPTS) throw notChanged(document.uri);
          continue;
        }
        const saved = !isDirty && (await saveOrFollow(document, disk?.text, readText));
        if (saved === undefined) {
          await this.unsaved.putBack(document.uri, earlier);
          if (++attempts === ATTEMPTS) throw notChanged(document.uri);
          continue;
        }
        return this.afterEditing(document, made.after, saved);
      }
    };
    try {
      return await this.disk.locked(document.uri, run);
    } catch (error) {
      // Where no lock can be made, nobody can write: the editor keeps the change as unsaved typing.
      if (lock.held) throw error;
      return run();
    }
  }

  /**
   * From now on the editor has the change, and VS Code keeps a copy of its own of what isn't saved
   * there.
   */
  private async afterEditing(
    document: vscode.TextDocument,
    file: SidecarFile,
    saved: boolean,
  ): Promise<Saved> {
    await this.unsaved.drop(document.uri);
    return { file, saved };
  }
}

function notChanged(sidecar: vscode.Uri): RefusedError {
  return new RefusedError(
    vscode.l10n.t('{0} could not be changed in its editor.', articlePath(sidecar)),
  );
}

function isSame({ present, after }: Made): boolean {
  return (
    after.text === (present?.text ?? '') || (present === undefined && after.entries.length === 0)
  );
}

function unwritten({ present, after }: Made): { readonly before: string; readonly after: string } {
  return { before: present?.text ?? '', after: after.text };
}

/**
 * Unsaved typing in a sidecar's editor, merged with what another program wrote to the disk since it
 * was begun.
 */
function mergedTyping(
  before: SidecarFile | undefined,
  shown: SidecarFile,
  disk: SidecarFile | undefined,
): SidecarFile {
  if (before === undefined || disk === undefined || before.text === disk.text) return shown;
  const merged = mergeSidecars(before, shown, disk);
  return 'file' in merged ? merged.file : shown;
}
