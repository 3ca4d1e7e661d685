import * as vscode from 'vscode';
import { EMPTY_CODEBOOK, mergeCodebooks, type Codebook } from '../../core/codebook/codebook';
import { readCodebook, type CodebookFile } from '../../core/codebook/readCodebook';
import { vocabularyOf, type Vocabulary } from '../../core/codebook/vocabulary';
import { sameValue } from '../../core/model/sameValue';
import { Disposable } from '../platform/disposable';
import { isFile } from '../platform/isFile';
import type { LocalFiles } from '../platform/localFiles';
import { Pauses } from '../platform/pace/pauses';
import { Retries } from '../platform/pace/retries';
import { CODEBOOK_NAME, isCodebook, isUtf8 } from '../platform/uris';

/** A larger codebook is taken for an accident. */
const MAX_BYTES = 16 * 1024 * 1024;

/** A folder's codebook file as last read, with its text. */
export interface LoadedCodebook extends CodebookFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** The codebooks at the workspace folders' roots, kept in step with the disk and the editors. */
export class CodebookStore extends Disposable {
  private readonly files = new Map<string, LoadedCodebook>();
  /** How many readings of each file were begun. */
  private readonly turns = new Map<string, number>();
  /** The last one of each that was begun. */
  private readonly readings = new Map<string, Promise<void>>();
  private readonly changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly vocabularyChanged = this.own(new vscode.EventEmitter<void>());
  /** What is coded with isn't what it was: more than saved views and findings set aside. */
  readonly onDidChangeVocabulary = this.vocabularyChanged.event;
  private readonly typing = this.own(new Pauses());
  private readonly retries = this.own(
    new Retries((uri) => {
      this.reload(uri).catch(this.logError);
    }),
  );
  private loading: Promise<void> | undefined;
  private merged: Codebook = EMPTY_CODEBOOK;
  private choices: Vocabulary = vocabularyOf(undefined);

  constructor(
    private readonly disk: LocalFiles,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    const watcher = this.own(vscode.workspace.createFileSystemWatcher(`**/${CODEBOOK_NAME}`));
    const refresh = (uri: vscode.Uri) => {
      if (isRootCodebook(uri)) this.reload(uri).catch(this.logError);
    };
    this.own(watcher.onDidChange(refresh));
    this.own(watcher.onDidCreate(refresh));
    this.own(watcher.onDidDelete(refresh));
    this.own(
      vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => {
        if (isRootCodebook(uri)) this.typing.after(uri, () => refresh(uri));
      }),
    );
    this.own(vscode.workspace.onDidCloseTextDocument(({ uri }) => refresh(uri)));
    this.own(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.loading = undefined;
        this.loadCodebooks().catch(this.logError);
      }),
    );
  }

  /** Reads the codebooks, unless that was done already. */
  async loadCodebooks(): Promise<void> {
    const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) =>
      vscode.Uri.joinPath(uri, CODEBOOK_NAME),
    );
    await (this.loading ??= Promise.all(roots.map((uri) => this.reload(uri))).then(
      () => undefined,
    ));
  }

  /** All folders' codebooks as one; undefined if there is no codebook file. */
  get codebook(): Codebook | undefined {
    return this.files.size === 0 ? undefined : this.merged;
  }

  /** What the codebooks give to choose from, the default set included. */
  get vocabulary(): Vocabulary {
    return this.choices;
  }

  /** The canonical name of a speaker. */
  readonly canonical = (speaker: string): string => this.choices.names.of(speaker);

  /** The name under which a speaker is listed: what looks the same is the same speaker. */
  readonly listedAs = (speaker: string): string => this.choices.names.listedAs(speaker);

  all(): LoadedCodebook[] {
    return [...this.files.values()];
  }

  private async readFile(uri: vscode.Uri): Promise<LoadedCodebook | undefined> {
    const held = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
    // Documents stay for a while after their file was deleted.
    const isOver = held?.isDirty === false && !(await isFile(uri));
    const open = isOver ? undefined : held;
    try {
      const shown = open?.getText();
      // An editor that shows bytes which aren't UTF-8 doesn't say so: its file does.
      const isSpoilt = open?.isDirty === false && shown?.includes('\uFFFD') === true;
      const typed = isSpoilt ? undefined : shown;
      const bytes = typed === undefined ? await this.disk.readFile(uri, MAX_BYTES) : undefined;
      if (open !== undefined && !isUtf8(open))
        return unreadable(
          uri,
          vscode.l10n.t(
            'Open in its editor with another encoding than UTF-8: reopen it with UTF-8.',
          ),
        );
      const text = typed ?? (bytes && decode(bytes));
      return text === undefined ? undefined : { uri, text, ...readCodebook(text) };
    } catch (error) {
      this.retries.add(uri);
      return unreadable(
        uri,
        vscode.l10n.t(
          'Could not be read: {0}',
          error instanceof Error ? error.message : String(error),
        ),
      );
    }
  }

  /** Reads a codebook again; what it says is known then, also if a later reading found it out. */
  async reload(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    this.readings.set(key, this.readAgain(uri));
    for (let seen; seen !== this.readings.get(key);) {
      seen = this.readings.get(key);
      await seen;
    }
  }

  private async readAgain(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const turn = (this.turns.get(key) ?? 0) + 1;
    this.turns.set(key, turn);
    const file = await this.readFile(uri);
    // A later reading was begun meanwhile: it has the newer text.
    if (
      this.turns.get(key) !== turn ||
      (file !== undefined && isSameFile(this.files.get(key), file))
    )
      return;
    if (file === undefined && !this.files.has(key)) return;
    if (file === undefined) this.files.delete(key);
    else this.files.set(key, file);
    const before = this.merged;
    this.merged = mergeCodebooks(this.all().map(({ codebook }) => codebook));
    if (!sameValue(before, this.merged)) {
      this.choices = vocabularyOf(this.merged);
      this.vocabularyChanged.fire();
    }
    this.changed.fire();
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(vscode.l10n.t('not UTF-8: save the file with the encoding UTF-8'), {
      cause: error,
    });
  }
}

/** A codebook that can't be read at all: nothing is known of it but why. */
function unreadable(uri: vscode.Uri, message: string): LoadedCodebook {
  return {
    uri,
    text: '',
    codebook: EMPTY_CODEBOOK,
    views: [],
    findings: [],
    advice: [],
    problems: [{ code: 'unreadable', severity: 'error', message, range: { start: 0, end: 0 } }],
  };
}

/** Whether a codebook says what it said before, be it why it can't be read. */
function isSameFile(known: LoadedCodebook | undefined, now: LoadedCodebook): boolean {
  return known !== undefined && known.text === now.text && sameValue(known.problems, now.problems);
}

function isRootCodebook(uri: vscode.Uri): boolean {
  if (!isCodebook(uri)) return false;
  const folder = vscode.Uri.joinPath(uri, '..').toString();
  return (vscode.workspace.workspaceFolders ?? []).some((one) => one.uri.toString() === folder);
}
