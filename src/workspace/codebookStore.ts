import * as vscode from 'vscode';
import { EMPTY_CODEBOOK, mergeCodebooks, SpeakerNames, type Codebook } from '../core/codebook/codebook';
import { readCodebook, type CodebookFile } from '../core/codebook/readCodebook';
import { Disposable } from './disposable';
import type { LocalFiles } from './localFiles';
import { CODEBOOK_NAME, isCodebook } from './uris';

/** A folder's codebook file as last read, with its text. */
export interface LoadedCodebook extends CodebookFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** The codebooks at the workspace folders' roots, kept in step with the disk and the editors. */
export class CodebookStore extends Disposable {
  private readonly files = new Map<string, LoadedCodebook>();
  private readonly changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private loading: Promise<void> | undefined;
  private merged: Codebook = EMPTY_CODEBOOK;
  private speakerNames = new SpeakerNames([]);

  constructor(private readonly disk: LocalFiles, private readonly logError: (error: unknown) => void) {
    super();
    const watcher = this.own(vscode.workspace.createFileSystemWatcher(`**/${CODEBOOK_NAME}`));
    const refresh = (uri: vscode.Uri) => { if (isRootCodebook(uri)) this.reload(uri).catch(this.logError); };
    this.own(watcher.onDidChange(refresh));
    this.own(watcher.onDidCreate(refresh));
    this.own(watcher.onDidDelete(refresh));
    this.own(vscode.workspace.onDidChangeTextDocument(({ document }) => refresh(document.uri)));
    this.own(vscode.workspace.onDidCloseTextDocument(({ uri }) => refresh(uri)));
    this.own(vscode.workspace.onDidChangeWorkspaceFolders(() => {
      this.loading = undefined;
      this.load().catch(this.logError);
    }));
  }

  /** Reads the codebooks, unless that was done already. */
  async load(): Promise<void> {
    const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, CODEBOOK_NAME));
    await (this.loading ??= Promise.all(roots.map((uri) => this.reload(uri))).then(() => undefined));
  }

  /** All folders' codebooks as one; undefined if there is no codebook file. */
  get codebook(): Codebook | undefined {
    return this.files.size === 0 ? undefined : this.merged;
  }

  /** The canonical name of a speaker. */
  readonly canonical = (speaker: string): string => this.speakerNames.of(speaker);

  all(): LoadedCodebook[] {
    return [...this.files.values()];
  }

  private async reload(uri: vscode.Uri): Promise<void> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    const bytes = open === undefined ? await this.disk.read(uri) : undefined;
    const text = open?.getText() ?? (bytes && new TextDecoder().decode(bytes));
    const key = uri.toString();
    if (this.files.get(key)?.text === text) return;
    if (text === undefined) this.files.delete(key);
    else this.files.set(key, { uri, text, ...readCodebook(text) });
    this.merged = mergeCodebooks(this.all().map(({ codebook }) => codebook));
    this.speakerNames = new SpeakerNames(this.merged.speakers);
    this.changed.fire();
  }
}

function isRootCodebook(uri: vscode.Uri): boolean {
  if (!isCodebook(uri)) return false;
  const folder = vscode.Uri.joinPath(uri, '..').toString();
  return (vscode.workspace.workspaceFolders ?? []).some((one) => one.uri.toString() === folder);
}
