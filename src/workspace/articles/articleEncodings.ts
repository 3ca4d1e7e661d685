import * as vscode from 'vscode';
import { canonicalEncoding, isSameEncoding } from '../../core/text/encoding';
import { toArticleText } from '../../core/text/lineEndings';
import type { LocalFiles } from '../platform/localFiles';
import { textOf } from '../platform/positions';
import { isUtf8 } from '../platform/uris';
import { decodeArticle } from './decodeArticle';

/** What is known of an open article whose encoding is not the one that its sidecar notes. */
interface Check {
  readonly document: vscode.TextDocument;
  readonly encoding: string;
  readonly noted: string;
  /** Whether the document had unsaved changes. */
  readonly isDirty: boolean;
  /** Fulfilled once it is known whether it is read right. */
  readonly done: Promise<void>;
  isRight: boolean | undefined;
  /** What the document will show once it is opened again: VS Code tells of the encoding first. */
  awaited?: string | undefined;
}

/** So long is waited for the text of a document that was opened again, in milliseconds. */
const TEXT_COMES = 2_000;

/** An open article that was decoded in another encoding than its own. */
export interface MisreadArticle {
  readonly document: vscode.TextDocument;
  /** Its own encoding. */
  readonly encoding: string;
}

/**
 * Whether open articles are decoded as they were when they were annotated. VS Code opens files in
 * the encoding of its settings; what a sidecar notes is known to nobody but us. Decoded wrongly,
 * an article seems to have lost all its words.
 */
export class ArticleEncodings {
  private readonly checks = new Map<string, Check>();
  /** Each is opened again by itself only once: who then chooses another encoding shall have it. */
  private readonly reopened = new WeakSet<vscode.TextDocument>();

  /** @param settled an article that was looked into is now known to be read right, or wrongly */
  constructor(
    private readonly disk: LocalFiles,
    private readonly settled: (article: vscode.Uri) => void,
  ) {}

  /**
   * Whether a document shows its article's text. Where that isn't known yet, it is looked into;
   * until `settled` tells, the answer is no.
   *
   * @param noted the encoding that the sidecar notes
   */
  isReadRight(document: vscode.TextDocument, noted: string | undefined): boolean {
    const key = document.uri.toString();
    const known = this.checks.get(key);
    if (noted === undefined || isSameEncoding(noted, document.encoding)) {
      if (known?.awaited !== undefined && !showsText(document, known.awaited)) return false;
      this.checks.delete(key);
      return true;
    }
    if (known !== undefined && known.noted === noted && !isOutdated(known, document))
      return known.isRight === true;
    const { encoding, isDirty } = document;
    const done = Promise.resolve().then(() => this.look(check));
    const check: Check = { document, encoding, noted, isDirty, done, isRight: undefined };
    this.checks.set(key, check);
    return false;
  }

  /** Whether what is known of a document doesn't hold any more: it has to be asked for again. */
  mustAskAgain(document: vscode.TextDocument): boolean {
    const known = this.checks.get(document.uri.toString());
    return known !== undefined && isOutdated(known, document);
  }

  /** Fulfilled once it is known how an article is read; undefined if nothing is under way. */
  lookingInto(article: vscode.Uri): Promise<void> | undefined {
    const known = this.checks.get(article.toString());
    return known?.isRight === undefined ? known?.done : undefined;
  }

  /** An open article that is read wrongly. */
  misread(article: vscode.Uri): MisreadArticle | undefined {
    const known = this.checks.get(article.toString());
    if (known?.isRight !== false) return undefined;
    return { document: known.document, encoding: known.noted };
  }

  /** Whether an open document must not be taken for its article's text, or not yet. */
  isDoubtful(article: vscode.Uri): boolean {
    const known = this.checks.get(article.toString());
    return known !== undefined && known.isRight !== true;
  }

  forget(article: vscode.Uri): void {
    this.checks.delete(article.toString());
  }

  private async look(check: Check): Promise<void> {
    const { document, noted } = check;
    const key = document.uri.toString();
    const meant = await this.readMeant(check).catch(() => undefined);
    if (this.checks.get(key) !== check) return;
    if (meant !== undefined && !document.isDirty && !this.reopened.has(document)) {
      this.reopened.add(document);
      check.awaited = meant;
      await reopenIn(document, noted);
      if (isSameEncoding(document.encoding, noted)) await untilShown(document, meant);
      check.awaited = undefined;
      if (this.checks.get(key) !== check) return;
      // It tells of itself once it is there.
      if (isSameEncoding(document.encoding, noted)) this.checks.delete(key);
    }
    check.isRight = meant === undefined;
    this.settled(document.uri);
  }

  /** The article's text in the noted encoding; undefined where it is the same in both. */
  private async readMeant({ document, encoding, noted }: Check): Promise<string | undefined> {
    const bytes = await this.disk.readFile(document.uri);
    if (bytes === undefined) return undefined;
    const [shown, meant] = await Promise.all([
      vscode.workspace.decode(bytes, { encoding }),
      decodeArticle(bytes, document.uri, noted),
    ]);
    return shown === meant ? undefined : meant;
  }
}

function showsText(document: vscode.TextDocument, text: string): boolean {
  return textOf(document) === toArticleText(text);
}

/** Waits until a document shows a text, but not for ever: the file may have changed meanwhile. */
async function untilShown(document: vscode.TextDocument, text: string): Promise<void> {
  if (showsText(document, text)) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      changes.dispose();
      resolve();
    };
    const timer = setTimeout(end, TEXT_COMES);
    const changes = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && showsText(document, text)) end();
    });
  });
}

function isOutdated(check: Check, { encoding, isDirty }: vscode.TextDocument): boolean {
  return check.encoding !== encoding || (check.isDirty && !isDirty);
}

/**
 * What an article's sidecar shall note of its encoding: nothing for UTF-8, and what it notes
 * already where both mean the same.
 *
 * @param text the article's text, which the document shows right
 */
export function encodingToNote(
  document: vscode.TextDocument,
  text: string,
  noted: string | undefined,
): string | undefined {
  const isAscii = !/[^\0-\x7f]/.test(text);
  const isUtf8Now = isUtf8(document);
  if (isAscii || (noted !== undefined && !isUtf8Now)) return noted;
  return isUtf8Now ? undefined : document.encoding;
}

/** Opens an article in another encoding, if it has no unsaved changes and VS Code has that one. */
export async function reopenIn(document: vscode.TextDocument, encoding: string): Promise<void> {
  await Promise.resolve(
    vscode.workspace.openTextDocument(document.uri, { encoding: canonicalEncoding(encoding) }),
  ).catch(() => undefined);
}
