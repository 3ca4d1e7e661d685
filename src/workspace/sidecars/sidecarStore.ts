import * as vscode from 'vscode';
import { replayChange } from '../../core/merge/changes/replayChange';
import { RefusedError, type Problem } from '../../core/model/problem';
import { newSidecar } from '../../core/sidecar/editSidecar';
import { type SidecarFile, MAX_SIDECAR_BYTES } from '../../core/sidecar/sidecarFile';
import { LineIndex } from '../../core/text/lines';
import { Disposable } from '../platform/disposable';
import { Retries } from '../platform/pace/retries';
import type { LocalFiles } from '../platform/localFiles';
import {
  articleOf,
  articlePath,
  foldersOf,
  isSidecar,
  sidecarOf,
  uriOfKey,
} from '../platform/uris';
import type { EditOptions, KnownPlaces, SidecarChange, SidecarEdit } from './sidecarEdit';
import { SidecarReader } from './sidecarReader';
import { isTooLarge } from './sidecarText';
import { SidecarWatcher } from './sidecarWatcher';
import { SidecarWriter, type Made, type Saved } from './sidecarWriter';
import type { UnsavedChanges } from './unsavedChanges';

const NO_PLACES: KnownPlaces = new Map();

/**
 * The sidecars that were read, by article, kept in step with the disk and with the editors in which
 * they are open. Edits of one sidecar are made one after the other, each on what stands in the file
 * at that moment.
 */
export class SidecarStore extends Disposable {
  private readonly files = new Map<string, SidecarFile | undefined>();
  private readonly queues = new Map<string, Promise<unknown>>();
  /** The folders in which leftovers were looked for. */
  private readonly cleaned = new Set<string>();
  private readonly reader: SidecarReader;
  private readonly writer: SidecarWriter;
  private readonly watcher = this.own(new SidecarWatcher());
  private readonly retries = this.own(new Retries((article) => this.readAgainSoon(article)));
  private readonly changed = this.own(new vscode.EventEmitter<SidecarChange>());
  readonly onDidChange = this.changed.event;
  private readonly touched = this.own(new vscode.EventEmitter<vscode.Uri>());
  /** The sidecar of an article of which nothing is held came, changed or went. */
  readonly onDidTouch = this.touched.event;

  constructor(
    private readonly disk: LocalFiles,
    readonly unsaved: UnsavedChanges,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    this.reader = new SidecarReader(disk);
    this.writer = new SidecarWriter(disk, this.reader, unsaved, logError);
    this.own(
      this.watcher.onDidChange((article) => {
        // One that is just being read may have been read before the change.
        if (this.isKnown(article.toString()) || this.isBusy(article)) this.refresh(article);
        else this.touched.fire(article);
      }),
    );
    this.own(
      this.watcher.onDidOpen((article) => {
        this.loadSidecar(article).catch(logError);
      }),
    );
    // Watchers miss what happens right after they were made, and on some file systems everything.
    this.own(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined && this.files.has(editor.document.uri.toString()))
          this.refresh(editor.document.uri);
      }),
    );
    for (const { uri } of vscode.workspace.textDocuments)
      if (isSidecar(uri)) this.loadSidecar(articleOf(uri)).catch(logError);
  }

  /**
   * An article's sidecar as last read, unsaved changes included; undefined if there is none, or if
   * it wasn't read yet.
   */
  get(article: vscode.Uri): SidecarFile | undefined {
    return this.files.get(article.toString());
  }

  /**
   * Reads an article's sidecar, unless it is known already; what is under way with it is waited
   * for.
   */
  async loadSidecar(article: vscode.Uri): Promise<SidecarFile | undefined> {
    const key = article.toString();
    if (!this.files.has(key)) {
      await this.inTurn(article, () => this.readAgain(article));
      this.cleanBeside(article);
    }
    await this.queues.get(key)?.catch(() => undefined);
    return this.get(article);
  }

  /** Reads an article's sidecar without holding on to it, unless it is known already. */
  async readSidecar(article: vscode.Uri): Promise<SidecarFile | undefined> {
    return this.isOnDisk(article) ? this.reader.readOnce(article) : this.loadSidecar(article);
  }

  /** Whether nothing but the disk says what an article's sidecar says. */
  isOnDisk(article: vscode.Uri): boolean {
    const [key, unsaved] = [article.toString(), this.unsaved.get(sidecarOf(article))];
    return unsaved === undefined && !this.queues.has(key) && !this.files.has(key);
  }

  /** Whether it is known what an article's sidecar says, or that there is none. */
  isKnown(key: string): boolean {
    return this.files.has(key);
  }

  /** Whether something is under way with an article's sidecar. */
  isBusy(article: vscode.Uri): boolean {
    return this.queues.has(article.toString());
  }

  /** The articles whose sidecars are held. */
  articles(): vscode.Uri[] {
    return [...this.files].filter(([, file]) => file !== undefined).map(([key]) => uriOfKey(key));
  }

  /**
   * @throws RefusedError if the article's sidecar can't be read as one; one of a newer version can
   */
  async requireReadable(article: vscode.Uri): Promise<void> {
    const file = await this.loadSidecar(article);
    if (file?.refusal !== undefined && file.refusal.code !== 'version')
      throw new RefusedError(this.describe(article, file, file.refusal));
  }

  /**
   * Changes an article's sidecar. When the promise is fulfilled, the bytes are on the disk (but see
   * `Saved`).
   *
   * @param change is asked again where another program changed the file in the meantime
   * @throws RefusedError if the file can't be read as a sidecar
   */
  async editSidecar(
    article: vscode.Uri,
    change: SidecarEdit,
    { metadata, despite, places }: EditOptions = {},
  ): Promise<Saved> {
    return this.inTurn(article, async () => {
      const seen = this.get(article);
      const make = (present: SidecarFile | undefined): Made => {
        const before = this.withUnsaved(article, present) ?? newSidecar(metadata);
        if (before.refusal !== undefined && before.refusal.code !== despite)
          throw new RefusedError(this.describe(article, before, before.refusal));
        const after = change(before, seen);
        // It couldn't be read any more.
        if (after.text.length > before.text.length && isTooLarge(after.text))
          throw new RefusedError(
            vscode.l10n.t(
              '{0} would become larger than {1} MB. Nothing was changed.',
              articlePath(sidecarOf(article)),
              MAX_SIDECAR_BYTES >> 20,
            ),
          );
        return { present, after };
      };
      const saved = await this.writer.writeEdit(article, seen, make);
      this.keepFile(article, saved.file, places);
      return saved;
    });
  }

  /** Tries again to write what couldn't be written, or what an earlier window left unwritten. */
  async writeUnsaved(article: vscode.Uri): Promise<boolean> {
    return (await this.editSidecar(article, (present) => present)).saved;
  }

  /** Gives up what couldn't be written. */
  async discardUnsaved(article: vscode.Uri): Promise<void> {
    await this.inTurn(article, async () => {
      await this.unsaved.drop(sidecarOf(article));
      await this.readAgain(article);
    });
  }

  /** A problem as `path:line:column: message`. */
  describe(article: vscode.Uri, file: SidecarFile, { message, range }: Problem): string {
    const { line, column } = new LineIndex(file.text).at(range.start);
    return `${articlePath(sidecarOf(article))}:${line}:${column}: ${message}`;
  }

  /** Reads a sidecar again that is known: others saw it on the disk. */
  readAgainSoon(article: vscode.Uri): void {
    if (this.isKnown(article.toString())) this.refresh(article);
  }

  /** Watches the folder of an article that lies outside of the workspace. */
  watchOutside(article: vscode.Uri): void {
    this.watcher.watchOutside(article);
  }

  /**
   * Reads anew what lies below folders that came or went as a whole, and drops what is no longer
   * in the workspace.
   */
  refreshBelow(folders: ReadonlySet<string>): void {
    for (const article of this.articles())
      if (foldersOf(article.toString()).some((one) => folders.has(one))) this.refresh(article);
  }

  /** Forgets an article that is no longer of interest: its folder was taken from the workspace. */
  forget(article: vscode.Uri): void {
    this.files.delete(article.toString());
    this.retries.drop(article);
    this.reader.forget(article);
    this.changed.fire({ article, places: NO_PLACES });
  }

  /** Lets go of a sidecar that nobody works on: somebody else keeps what it says. */
  letGo(article: vscode.Uri): void {
    this.files.delete(article.toString());
    this.reader.forget(article);
  }

  /**
   * Removes what writings left behind that were broken off, once for each folder that has a
   * sidecar.
   */
  private cleanBeside(article: vscode.Uri): void {
    const folder = vscode.Uri.joinPath(article, '..');
    if (this.get(article) === undefined || this.cleaned.has(folder.toString())) return;
    this.cleaned.add(folder.toString());
    this.disk.removeLeftovers(folder).catch(this.logError);
  }

  /** Reads a known sidecar again, or one that came. */
  private refresh(article: vscode.Uri): void {
    this.inTurn(article, () => this.readAgain(article)).catch(this.logError);
  }

  /**
   * Runs one after the other what concerns the same sidecar, and nothing before it is known what
   * earlier windows left unwritten.
   */
  private inTurn<T>(article: vscode.Uri, run: () => Promise<T>): Promise<T> {
    const key = article.toString();
    const turn = (this.queues.get(key) ?? this.unsaved.restored).then(run, run);
    this.queues.set(key, turn);
    const done = () => {
      if (this.queues.get(key) === turn) this.queues.delete(key);
    };
    turn.then(done, done);
    return turn;
  }

  private async readAgain(article: vscode.Uri): Promise<void> {
    this.keepFile(
      article,
      this.withUnsaved(article, await this.reader.readPresent(article, this.get(article))),
    );
  }

  /** The file with the change that isn't in it yet. */
  private withUnsaved(article: vscode.Uri, file: SidecarFile | undefined): SidecarFile | undefined {
    const change = this.unsaved.get(sidecarOf(article));
    return change === undefined ? file : replayChange(file, change);
  }

  private keepFile(
    article: vscode.Uri,
    file: SidecarFile | undefined,
    places: KnownPlaces = NO_PLACES,
  ): void {
    const key = article.toString();
    const first = !this.files.has(key);
    const known = this.files.get(key);
    const same = known === file || (known !== undefined && isSameFailure(known, file));
    if (file?.refusal?.code === 'unreadable') this.retries.add(article);
    else this.retries.drop(article);
    this.files.set(key, same ? known : file);
    if (!same || (first && file !== undefined)) this.changed.fire({ article, places });
  }
}

/** Whether a file still can't be read, for the same reason: nobody needs to hear of that again. */
function isSameFailure(known: SidecarFile, now: SidecarFile | undefined): boolean {
  const [before, after] = [known.refusal, now?.refusal];
  return (
    before?.code === 'unreadable' &&
    after?.code === 'unreadable' &&
    before.message === after.message &&
    known.text === now?.text
  );
}
