import * as vscode from 'vscode';
import { mergeSidecars } from '../core/merge/mergeSidecars';
import { replayChange } from '../core/merge/replayChange';
import { RefusedError, type Problem, type ProblemCode } from '../core/model/problem';
import type { ArticleMetadata } from '../core/model/types';
import { newSidecar } from '../core/sidecar/editSidecar';
import type { SidecarFile } from '../core/sidecar/readSidecar';
import { LineIndex } from '../core/text/lines';
import { Disposable } from './disposable';
import type { LocalFiles } from './localFiles';
import { openDocument, replaceText, shows } from './openSidecar';
import { MAX_BYTES, readBytes, readText, unreadable } from './sidecarText';
import type { UnsavedChanges } from './unsavedChanges';
import { articleOf, articlePath, isSidecar, isUtf8, sidecarOf, SIDECAR_GLOB } from './uris';
import { whyNotWritten } from './writeErrors';

/** How long a pause in typing in a sidecar is, before it is read again, in milliseconds. */
const PAUSE = 250;

/** How long another program may take between emptying a sidecar and having written it, in milliseconds. */
const WRITING = 150;

/** What an edit left behind. */
export interface Saved {
  readonly file: SidecarFile;
  /**
   * False if the change is not in the file yet: the sidecar is open with unsaved typing, was changed there, and is left
   * to the analyst to save; or it could not be written, and the change is kept (see `UnsavedChanges`).
   */
  readonly saved: boolean;
}

export interface EditOptions {
  /** What a new sidecar says of the article. */
  readonly metadata?: ArticleMetadata;
  /** The reason for which the file would be refused, where the edit is to remedy just that. */
  readonly despite?: ProblemCode;
}

/**
 * Makes a sidecar's new content from its present one; the same object means no change.
 *
 * @param seen what this window took for the sidecar's content until now: what the analyst saw
 */
export type SidecarEdit = (present: SidecarFile, seen: SidecarFile | undefined) => SidecarFile;

/**
 * The sidecars that were read, by article, kept in step with the disk and with the editors in which they are open.
 * Edits of one sidecar are made one after the other, each on what stands in the file at that moment.
 */
export class SidecarStore extends Disposable {
  private readonly files = new Map<string, SidecarFile | undefined>();
  /** What was on the disk when it was last looked at while no editor had unsaved typing in it. */
  private readonly onDisk = new Map<string, SidecarFile | undefined>();
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly typing = new Map<string, ReturnType<typeof setTimeout>>();
  /** The folders in which leftovers were looked for. */
  private readonly cleaned = new Set<string>();
  private readonly folderWatchers = new Map<string, vscode.Disposable>();
  private readonly changed = this.own(new vscode.EventEmitter<vscode.Uri>());
  /** An article's sidecar says something else than before, or came, or went. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly disk: LocalFiles, readonly unsaved: UnsavedChanges, private readonly logError: (error: unknown) => void) {
    super();
    this.watch(this.own(vscode.workspace.createFileSystemWatcher(SIDECAR_GLOB)));
    this.own(vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isSidecar(document.uri)) this.refreshSoon(document.uri);
    }));
    const opened = ({ uri }: vscode.TextDocument) => { if (isSidecar(uri)) this.load(articleOf(uri)).catch(logError); };
    this.own(vscode.workspace.onDidOpenTextDocument(opened));
    vscode.workspace.textDocuments.forEach(opened);
    this.own(vscode.workspace.onDidCloseTextDocument(({ uri }) => { if (isSidecar(uri)) this.refresh(uri); }));
    // Watchers miss what happens right after they were made, and on some file systems everything.
    this.own(vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor !== undefined && this.files.has(editor.document.uri.toString())) this.refresh(sidecarOf(editor.document.uri));
    }));
  }

  override dispose(): void {
    for (const watcher of this.folderWatchers.values()) watcher.dispose();
    for (const timer of this.typing.values()) clearTimeout(timer);
    super.dispose();
  }

  /** An article's sidecar as last read, unsaved changes included; undefined if there is none, or if it wasn't read yet. */
  get(article: vscode.Uri): SidecarFile | undefined {
    return this.files.get(article.toString());
  }

  /** Reads an article's sidecar, unless it is known already; what is under way with it is waited for. */
  async load(article: vscode.Uri): Promise<SidecarFile | undefined> {
    const key = article.toString();
    if (!this.files.has(key)) {
      await this.inTurn(article, () => this.read(article));
      this.cleanBeside(article);
    }
    await this.queues.get(key)?.catch(() => undefined);
    return this.get(article);
  }

  /** The articles whose sidecars were found and read. */
  articles(): vscode.Uri[] {
    return [...this.files].filter(([, file]) => file !== undefined).map(([key]) => vscode.Uri.parse(key));
  }

  /** The same without articles outside of the workspace, where a workspace is open: files that were opened alone. */
  articlesOfWorkspace(): vscode.Uri[] {
    return this.articles().filter((article) => vscode.workspace.workspaceFolders === undefined || vscode.workspace.getWorkspaceFolder(article) !== undefined);
  }

  /** @throws RefusedError if the article's sidecar can't be read as one; one of a newer version can */
  async requireReadable(article: vscode.Uri): Promise<void> {
    const file = await this.load(article);
    if (file?.refusal !== undefined && file.refusal.code !== 'version') throw new RefusedError(this.describe(article, file, file.refusal));
  }

  /**
   * Changes an article's sidecar. When the promise is fulfilled, the bytes are on the disk (but see `Saved`).
   *
   * @param change is asked again where another program changed the file in the meantime
   * @throws RefusedError if the file can't be read as a sidecar
   */
  async edit(article: vscode.Uri, change: SidecarEdit, { metadata, despite }: EditOptions = {}): Promise<Saved> {
    return this.inTurn(article, async () => {
      const seen = this.get(article);
      const make = (present: SidecarFile | undefined): Made => {
        const before = this.withUnsaved(article, present) ?? newSidecar(metadata);
        if (before.refusal !== undefined && before.refusal.code !== despite) throw new RefusedError(this.describe(article, before, before.refusal));
        return { present, after: change(before, seen) };
      };
      const document = openDocument(sidecarOf(article));
      const saved = (document && (await this.editInEditor(article, document, make))) ?? (await this.editOnDisk(article, make));
      this.take(article, saved.file);
      return saved;
    });
  }

  /** Tries again to write what couldn't be written, or what an earlier window left unwritten. */
  async retry(article: vscode.Uri): Promise<boolean> {
    return (await this.edit(article, (present) => present)).saved;
  }

  /** Gives up what couldn't be written. */
  async discardUnsaved(article: vscode.Uri): Promise<void> {
    await this.inTurn(article, async () => {
      await this.unsaved.drop(sidecarOf(article));
      await this.read(article);
    });
  }

  /** A problem as `path:line:column: message`. */
  describe(article: vscode.Uri, file: SidecarFile, { message, range }: Problem): string {
    const { line, column } = new LineIndex(file.text).at(range.start);
    return `${articlePath(sidecarOf(article))}:${line}:${column}: ${message}`;
  }

  /** Watches the folder of an article that lies outside of the workspace, where no other watcher looks. */
  watchOutside(article: vscode.Uri): void {
    const folder = vscode.Uri.joinPath(article, '..');
    if (vscode.workspace.getWorkspaceFolder(article) !== undefined || this.folderWatchers.has(folder.toString())) return;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.claims.yaml'));
    this.watch(watcher);
    this.folderWatchers.set(folder.toString(), watcher);
  }

  /** Reads anew what lies below a folder that came or went as a whole, and drops what is no longer in the workspace. */
  refreshBelow(folder: vscode.Uri): void {
    const below = `${folder.toString().replace(/\/$/, '')}/`;
    for (const article of this.articles()) if (article.toString().startsWith(below)) this.refresh(sidecarOf(article));
  }

  /** Forgets an article that is no longer of interest: its folder was taken from the workspace. */
  forget(article: vscode.Uri): void {
    this.files.delete(article.toString());
    this.onDisk.delete(article.toString());
    this.changed.fire(article);
  }

  /** Removes what writings left behind that were broken off, once for each folder that has a sidecar. */
  private cleanBeside(article: vscode.Uri): void {
    const folder = vscode.Uri.joinPath(article, '..');
    if (this.get(article) === undefined || this.cleaned.has(folder.toString())) return;
    this.cleaned.add(folder.toString());
    this.disk.removeLeftovers(folder).catch(this.logError);
  }

  private watch(watcher: vscode.FileSystemWatcher): void {
    const refresh = (sidecar: vscode.Uri) => this.refresh(sidecar);
    watcher.onDidChange(refresh);
    watcher.onDidCreate(refresh);
    watcher.onDidDelete(refresh);
  }

  /** Reads a sidecar that is being typed in once there is a pause. */
  private refreshSoon(sidecar: vscode.Uri): void {
    const key = sidecar.toString();
    clearTimeout(this.typing.get(key));
    this.typing.set(key, setTimeout(() => {
      this.typing.delete(key);
      this.refresh(sidecar);
    }, PAUSE));
  }

  private refresh(sidecar: vscode.Uri): void {
    if (!isSidecar(sidecar)) return;
    const article = articleOf(sidecar);
    this.inTurn(article, () => this.read(article)).catch(this.logError);
  }

  /** Runs one after the other what concerns the same sidecar. */
  private inTurn<T>(article: vscode.Uri, run: () => Promise<T>): Promise<T> {
    const key = article.toString();
    const turn = (this.queues.get(key) ?? Promise.resolve()).then(run, run);
    this.queues.set(key, turn);
    const done = () => { if (this.queues.get(key) === turn) this.queues.delete(key); };
    turn.then(done, done);
    return turn;
  }

  private async read(article: vscode.Uri): Promise<void> {
    const document = openDocument(sidecarOf(article));
    const file = document?.isDirty === true || (document !== undefined && !isUtf8(document)) ? this.readDocument(article, document) : await this.readDisk(article);
    this.take(article, this.withUnsaved(article, file));
  }

  private readDocument(article: vscode.Uri, document: vscode.TextDocument): SidecarFile {
    // Decoded wrongly, the text would be written back wrongly.
    if (!isUtf8(document)) return unreadable('encoding', vscode.l10n.t('Open in its editor with another encoding than UTF-8: reopen it with UTF-8.'));
    return readText(document.getText(), this.get(article));
  }

  /** What is on the disk; undefined if there is no such file. */
  private async readDisk(article: vscode.Uri, bytes = this.disk.read(sidecarOf(article), MAX_BYTES)): Promise<SidecarFile | undefined> {
    const key = article.toString();
    const known = this.onDisk.get(key);
    let file = await this.interpret(bytes, known);
    // Many programs, VS Code among them, empty a file before they write it: what is read in between says nothing.
    if (known !== undefined && known.refusal === undefined && known.entries.length > 0 && (file?.text === '' || file?.refusal !== undefined)) {
      await new Promise((resolve) => setTimeout(resolve, WRITING));
      file = await this.interpret(this.disk.read(sidecarOf(article), MAX_BYTES), known);
    }
    this.onDisk.set(key, file);
    return file;
  }

  private async interpret(bytes: Promise<Uint8Array | undefined>, known: SidecarFile | undefined): Promise<SidecarFile | undefined> {
    try {
      const read = await bytes;
      return read && (await readBytes(read, known));
    } catch (error) {
      return unreadable('unreadable', vscode.l10n.t('Could not be read: {0}', error instanceof Error ? error.message : String(error)));
    }
  }

  /** The file with the change that isn't in it yet. */
  private withUnsaved(article: vscode.Uri, file: SidecarFile | undefined): SidecarFile | undefined {
    const change = this.unsaved.get(sidecarOf(article));
    return change === undefined ? file : replayChange(file, change);
  }

  private take(article: vscode.Uri, file: SidecarFile | undefined): void {
    const key = article.toString();
    const first = !this.files.has(key);
    const same = this.files.get(key) === file;
    this.files.set(key, file);
    if (!same || (first && file !== undefined)) this.changed.fire(article);
  }

  /** Changes the file on the disk; where that fails, keeps the change. */
  private async editOnDisk(article: vscode.Uri, make: (present: SidecarFile | undefined) => Made): Promise<Saved> {
    const sidecar = sidecarOf(article);
    let made: Made | undefined;
    let refused: unknown;
    const change = async (bytes: Uint8Array | undefined) => {
      try {
        made = make(await this.readDisk(article, Promise.resolve(bytes)));
      } catch (error) {
        refused = error;
        throw error;
      }
      if (isSame(made)) return undefined;
      if (!this.disk.isCrashSafe(sidecar)) await this.unsaved.keep({ sidecar, ...unwritten(made), torn: true, reason: undefined });
      return new TextEncoder().encode(made.after.text);
    };
    try {
      await this.disk.update(sidecar, change);
    } catch (error) {
      if (error === refused) throw error;
      // Even the lock may be what couldn't be written.
      made ??= make(await this.readDisk(article));
      if (isSame(made)) return { file: made.after, saved: true };
      this.logError(error);
      await this.unsaved.keep({ sidecar, ...unwritten(made), torn: !this.disk.isCrashSafe(sidecar), reason: whyNotWritten(error) });
      return { file: made.after, saved: false };
    }
    await this.unsaved.drop(sidecar);
    const file = made?.after ?? newSidecar();
    this.onDisk.set(article.toString(), file);
    return { file, saved: true };
  }

  /**
   * Changes a sidecar in its editor; saves it if it had no unsaved typing.
   *
   * @returns undefined where the editor still shows what was on the disk before: it follows once the disk was changed
   */
  private async editInEditor(article: vscode.Uri, document: vscode.TextDocument, make: (present: SidecarFile | undefined) => Made): Promise<Saved | undefined> {
    const lock = { held: false };
    const run = async (): Promise<Saved | undefined> => {
      lock.held = true;
      const wasDirty = document.isDirty;
      const shown = this.readDocument(article, document);
      if (shown.refusal?.code === 'encoding') return { file: make(shown).after, saved: false };
      const before = this.onDisk.get(article.toString());
      const disk = await this.readDisk(article);
      if (!wasDirty && !shows(document, disk?.text ?? '')) return undefined;
      const made = make(wasDirty ? mergedTyping(before, shown, disk) : shown);
      if (made.after.text === document.getText()) return this.afterEditing(document, made.after, !wasDirty);
      if (!wasDirty) await this.unsaved.keep({ sidecar: document.uri, ...unwritten(made), torn: true, reason: undefined });
      await replaceText(document, made.after.text);
      return this.afterEditing(document, made.after, !wasDirty && (await document.save()));
    };
    try {
      return await this.disk.locked(document.uri, run);
    } catch (error) {
      // Where no lock can be made, nobody can write: the editor keeps the change as unsaved typing.
      if (lock.held) throw error;
      return run();
    }
  }

  /** From now on the editor has the change, and VS Code keeps a copy of its own of what isn't saved there. */
  private async afterEditing(document: vscode.TextDocument, file: SidecarFile, saved: boolean): Promise<Saved> {
    await this.unsaved.drop(document.uri);
    return { file, saved };
  }
}

/** An edit that was made, and the content that it was made on; undefined: there was no file. */
interface Made {
  readonly present: SidecarFile | undefined;
  readonly after: SidecarFile;
}

function isSame({ present, after }: Made): boolean {
  return after.text === (present?.text ?? '') || (present === undefined && after.entries.length === 0);
}

function unwritten({ present, after }: Made): { readonly before: string; readonly after: string } {
  return { before: present?.text ?? '', after: after.text };
}

/** Unsaved typing in a sidecar's editor, merged with what another program wrote to the disk since it was begun. */
function mergedTyping(before: SidecarFile | undefined, shown: SidecarFile, disk: SidecarFile | undefined): SidecarFile {
  if (before === undefined || disk === undefined || before.text === disk.text) return shown;
  const merged = mergeSidecars(before, shown, disk);
  return 'file' in merged ? merged.file : shown;
}
