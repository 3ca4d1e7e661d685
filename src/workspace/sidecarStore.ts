import * as vscode from 'vscode';
import { narrowed } from '../core/live/changeSet';
import { RefusedError, type Problem } from '../core/model/problem';
import { newSidecar } from '../core/sidecar/editSidecar';
import { readSidecar, type SidecarFile } from '../core/sidecar/readSidecar';
import { LineIndex } from '../core/text/lines';
import type { ArticleMetadata } from '../core/model/types';
import { Disposable } from './disposable';
import type { LocalFiles } from './localFiles';
import { articleOf, articlePath, isSidecar, isUtf8, sidecarOf, SIDECAR_GLOB } from './uris';

/** A larger sidecar (some 60,000 annotations of one article) is taken for an accident. */
const MAX_BYTES = 32 * 1024 * 1024;

/** How long a pause in typing in a sidecar is, before it is read again, in milliseconds. */
const PAUSE = 250;

/** How long another program may take between emptying a sidecar and writing it, in milliseconds. */
const WRITING = 150;

/** What an edit left behind. */
export interface Saved {
  readonly file: SidecarFile;
  /** False if the sidecar is open with unsaved typing: it was changed there, and is left to the analyst to save. */
  readonly saved: boolean;
}

/**
 * The sidecars that were read, by article, kept in step with the disk and with the editors in which they are open.
 * Edits of one sidecar are made one after the other, each on what stands in the file at that moment.
 */
export class SidecarStore extends Disposable {
  private readonly files = new Map<string, SidecarFile | undefined>();
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly typing = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly folderWatchers = new Map<string, vscode.Disposable>();
  private readonly changed = this.own(new vscode.EventEmitter<vscode.Uri>());
  /** An article's sidecar says something else than before, or came, or went. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly disk: LocalFiles, private readonly logError: (error: unknown) => void) {
    super();
    this.watch(this.own(vscode.workspace.createFileSystemWatcher(SIDECAR_GLOB)));
    this.own(vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isSidecar(document.uri)) this.refreshSoon(document.uri);
    }));
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

  /** An article's sidecar as last read; undefined if there is none, or if it wasn't read yet. */
  get(article: vscode.Uri): SidecarFile | undefined {
    return this.files.get(article.toString());
  }

  /** Reads an article's sidecar, unless it is known already. */
  async load(article: vscode.Uri): Promise<SidecarFile | undefined> {
    if (!this.files.has(article.toString())) await this.inTurn(article, () => this.read(article));
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
   * @param change makes the new content from the present one; the same object means no change
   * @param article metadata that a new sidecar starts with
   * @throws RefusedError if the file can't be read as a sidecar, or can't be written
   */
  async edit(article: vscode.Uri, change: (file: SidecarFile) => SidecarFile, metadata?: ArticleMetadata): Promise<Saved> {
    return this.inTurn(article, async () => {
      const before = (await this.read(article)) ?? newSidecar(metadata);
      if (before.refusal !== undefined) throw new RefusedError(this.describe(article, before, before.refusal));
      const after = change(before);
      if (after === before || after.text === before.text) return { file: before, saved: true };
      const saved = await this.write(article, after);
      this.take(article, after);
      return { file: after, saved };
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

  /** Reads anew what lies below a folder that came or went as a whole, and drops what is no longer in the workspace. */
  refreshBelow(folder: vscode.Uri): void {
    const below = `${folder.toString().replace(/\/$/, '')}/`;
    for (const article of this.articles()) if (article.toString().startsWith(below)) this.refresh(sidecarOf(article));
  }

  /** Forgets an article that is no longer of interest: its folder was taken from the workspace. */
  forget(article: vscode.Uri): void {
    this.files.delete(article.toString());
    this.changed.fire(article);
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

  private async read(article: vscode.Uri): Promise<SidecarFile | undefined> {
    const text = await this.readText(article);
    const known = this.get(article);
    const file = text === undefined ? undefined : typeof text !== 'string' ? text : text === known?.text ? known : readSidecar(text);
    this.take(article, file);
    return file;
  }

  private take(article: vscode.Uri, file: SidecarFile | undefined): void {
    const key = article.toString();
    const first = !this.files.has(key);
    const same = this.files.get(key) === file;
    this.files.set(key, file);
    if (!same || (first && file !== undefined)) this.changed.fire(article);
  }

  /** The sidecar's text, from the editor that has it open or from the disk; a file with a problem if it is no text. */
  private async readText(article: vscode.Uri): Promise<string | SidecarFile | undefined> {
    const sidecar = sidecarOf(article);
    const open = openDocument(sidecar);
    if (open !== undefined) {
      // Decoded wrongly, the text would be written back wrongly.
      return isUtf8(open) ? open.getText() : unreadable('encoding', vscode.l10n.t('Open in its editor with another encoding than UTF-8: reopen it with UTF-8.'));
    }
    let bytes: Uint8Array | undefined;
    try {
      bytes = await this.disk.read(sidecar);
      // Many programs, VS Code among them, empty a file before they write it: what is read in between says nothing.
      if (bytes?.length === 0 && (this.get(article)?.entries.length ?? 0) > 0) {
        await new Promise((resolve) => setTimeout(resolve, WRITING));
        bytes = await this.disk.read(sidecar);
      }
    } catch (error) {
      return unreadable('unreadable', vscode.l10n.t('Could not be read: {0}', error instanceof Error ? error.message : String(error)));
    }
    if (bytes === undefined) return undefined;
    if (bytes.length > MAX_BYTES) return unreadable('too-large', vscode.l10n.t('Larger than {0} MB: not read.', MAX_BYTES / 1024 / 1024));
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return unreadable('encoding', vscode.l10n.t('Not UTF-8: save the sidecar with the encoding UTF-8.'));
    }
  }

  private async write(article: vscode.Uri, file: SidecarFile): Promise<boolean> {
    const sidecar = sidecarOf(article);
    const open = openDocument(sidecar);
    if (open !== undefined) return writeInEditor(open, file.text);
    try {
      await this.disk.replace(sidecar, new TextEncoder().encode(file.text));
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new RefusedError(vscode.l10n.t('{0} could not be written: {1}. Nothing was changed.', articlePath(sidecar), reason), { cause: error });
    }
  }
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === uri.toString());
}

/** Changes a sidecar that is open in an editor; saves it if it had no unsaved typing. */
async function writeInEditor(document: vscode.TextDocument, text: string): Promise<boolean> {
  const wasDirty = document.isDirty;
  const before = document.getText();
  const { start, end, text: inserted } = narrowed(before, { start: 0, end: before.length, text });
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), inserted);
  if (!(await vscode.workspace.applyEdit(edit))) throw new RefusedError(vscode.l10n.t('{0} could not be changed in its editor.', articlePath(document.uri)));
  return wasDirty ? false : document.save();
}

function unreadable(code: 'unreadable' | 'encoding' | 'too-large', message: string): SidecarFile {
  const problem: Problem = { code, severity: 'error', message, range: { start: 0, end: 0 } };
  return { text: '', article: {}, entries: [], layout: { kind: 'missing' }, problems: [problem], refusal: problem, hasAnchors: false };
}
