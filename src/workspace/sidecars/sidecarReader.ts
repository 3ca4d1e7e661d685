import * as vscode from 'vscode';
import { isPerhapsHalfWritten } from '../../core/sidecar/questions';
import { type SidecarFile, MAX_SIDECAR_BYTES } from '../../core/sidecar/sidecarFile';
import { openDocument } from '../platform/documents';
import type { LocalFiles } from '../platform/localFiles';
import { isUtf8, sidecarOf } from '../platform/uris';
import { isTooLarge, readSidecarBytes, readSidecarText, unreadable } from './sidecarText';

/**
 * How long another program may take between emptying a sidecar and having written it, in
 * milliseconds.
 */
const WRITING = 150;

/**
 * Reads sidecars from where they are: on the disk, or in an editor with unsaved typing. Never
 * throws: what can't be read says why.
 */
export class SidecarReader {
  /** What was on the disk when it was last looked at while no editor had unsaved typing in it. */
  private readonly onDisk = new Map<string, SidecarFile | undefined>();

  constructor(private readonly disk: LocalFiles) {}

  /**
   * What an article's sidecar says; undefined if there is none.
   *
   * @param known what it said before: what stands there as before needn't be read again
   */
  async readPresent(
    article: vscode.Uri,
    known: SidecarFile | undefined,
  ): Promise<SidecarFile | undefined> {
    const document = openDocument(sidecarOf(article));
    return document?.isDirty === true || (document !== undefined && !isUtf8(document))
      ? this.readDocument(document, known)
      : this.readDisk(article);
  }

  /** The same, without remembering it. */
  async readOnce(article: vscode.Uri): Promise<SidecarFile | undefined> {
    const known = this.onDisk.has(article.toString());
    const file = await this.readPresent(article, undefined);
    if (!known) this.forget(article);
    return file;
  }

  /** What a sidecar's editor shows. */
  async readDocument(
    document: vscode.TextDocument,
    known: SidecarFile | undefined,
  ): Promise<SidecarFile> {
    // Decoded wrongly, the text would be written back wrongly.
    if (!isUtf8(document))
      return unreadable(
        'encoding',
        vscode.l10n.t('Open in its editor with another encoding than UTF-8: reopen it with UTF-8.'),
      );
    const text = document.getText();
    // What is longer on the disk can't be opened either, but it can be pasted.
    return isTooLarge(text)
      ? unreadable(
          'unreadable',
          vscode.l10n.t(
            'Could not be read: {0}',
            vscode.l10n.t('larger than {0} MB', MAX_SIDECAR_BYTES >> 20),
          ),
        )
      : readSidecarText(text, known);
  }

  /**
   * What is on the disk; undefined if there is no such file.
   *
   * @param bytes the file's, where they were read already
   */
  async readDisk(
    article: vscode.Uri,
    bytes = this.disk.readFile(sidecarOf(article), MAX_SIDECAR_BYTES),
  ): Promise<SidecarFile | undefined> {
    const key = article.toString();
    const known = this.onDisk.get(key);
    let file = await interpret(bytes, known);
    // What is read in between says nothing.
    if (known !== undefined && isPerhapsHalfWritten(file, known)) {
      await new Promise((resolve) => setTimeout(resolve, WRITING));
      file = await interpret(this.disk.readFile(sidecarOf(article), MAX_SIDECAR_BYTES), known);
    }
    this.onDisk.set(key, file);
    return file;
  }

  /** What `readDisk` found last. */
  lastOnDisk(article: vscode.Uri): SidecarFile | undefined {
    return this.onDisk.get(article.toString());
  }

  /** Says what is on the disk now: it was just written. */
  wrote(article: vscode.Uri, file: SidecarFile): void {
    this.onDisk.set(article.toString(), file);
  }

  forget(article: vscode.Uri): void {
    this.onDisk.delete(article.toString());
  }
}

async function interpret(
  bytes: Promise<Uint8Array | undefined>,
  known: SidecarFile | undefined,
): Promise<SidecarFile | undefined> {
  try {
    const read = await bytes;
    return read && (await readSidecarBytes(read, known));
  } catch (error) {
    return unreadable(
      'unreadable',
      vscode.l10n.t(
        'Could not be read: {0}',
        error instanceof Error ? error.message : String(error),
      ),
    );
  }
}
