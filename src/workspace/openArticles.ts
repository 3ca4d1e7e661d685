import * as vscode from 'vscode';
import { LiveArticle } from '../core/live/liveArticle';
import { timestamp } from '../core/model/ids';
import { mergeChange } from '../core/merge/mergeChange';
import { RefusedError } from '../core/model/problem';
import { Disposable } from './disposable';
import { notify } from './notify';
import { textOf, toReplacement } from './positions';
import type { SidecarStore } from './sidecarStore';
import { isArticle } from './uris';
import type { Annotation } from '../core/model/types';
import type { Utf16Range } from '../core/text/range';
import type { SidecarFile } from '../core/sidecar/sidecarFile';

/** After the last keystroke that lost a passage, how long until it is looked for elsewhere, in milliseconds. */
const SETTLE = 150;
/** How long VS Code may take to rename a file, in milliseconds; a rename that failed is told by nobody. */
const RENAMING = 30_000;
/** How long the event may take that confirms a change as typing, in milliseconds; on a busy machine it takes a while. */
const CONFIRMATION = 500;

type Timer = ReturnType<typeof setTimeout>;

interface OpenArticle {
  readonly document: vscode.TextDocument;
  readonly live: LiveArticle;
  eol: vscode.EndOfLine;
  settling: Timer | undefined;
  /** A change that came while the document counted as saved: typing, if the next event says that it is unsaved now. */
  unconfirmed: { readonly version: number; readonly timer: Timer } | undefined;
}

/**
 * The articles that are open in this window and have annotations, with the present places of their passages.
 *
 * Changes that are typed move the places along; a change from outside (the file changed on the disk, a revert) has
 * everything looked for anew. When an article is saved, the sidecar gets the words of the passages typed in.
 */
export class OpenArticles extends Disposable {
  private readonly articles = new Map<string, OpenArticle>();
  private readonly expected = new Map<string, readonly Utf16Range[]>();
  /** Articles that are just being renamed, by the Uri that they will have: what was typed in their passages goes along. */
  private readonly renamed = new Map<string, OpenArticle>();
  private readonly moved = this.own(new vscode.EventEmitter<vscode.Uri>());
  /** Places, states or the annotations themselves changed in a way that must be drawn again. */
  readonly onDidChange = this.moved.event;

  constructor(private readonly sidecars: SidecarStore, private readonly logError: (error: unknown) => void) {
    super();
    this.own(vscode.workspace.onDidOpenTextDocument((document) => this.open(document)));
    this.own(vscode.workspace.onDidCloseTextDocument((document) => this.close(document)));
    this.own(vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)));
    this.own(vscode.workspace.onDidSaveTextDocument((document) => {
      this.saveTyped(document).catch((error: unknown) => {
        logError(error);
        if (error instanceof RefusedError) void notify.error(vscode.l10n.t('The words that you changed could not be stored with their annotations: {0}', error.message));
      });
    }));
    this.own(sidecars.onDidChange((article) => this.takeSidecar(article)));
    this.own(vscode.workspace.onWillRenameFiles(({ files }) => { for (const { oldUri, newUri } of files) this.prepareRename(oldUri, newUri); }));
    for (const document of vscode.workspace.textDocuments) this.open(document);
  }

  override dispose(): void {
    for (const article of this.articles.values()) stopTimers(article);
    super.dispose();
  }

  /** The live places of an open article; undefined if it isn't open or has no sidecar. */
  get(article: vscode.Uri): LiveArticle | undefined {
    return this.articles.get(article.toString())?.live;
  }

  documentOf(article: vscode.Uri): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === article.toString());
  }

  /** Says where the passages of an annotation are that is about to be written: they were just selected there. */
  expect(id: string, ranges: readonly Utf16Range[]): void {
    this.expected.set(id, ranges);
  }

  private open(document: vscode.TextDocument): void {
    if (!isArticle(document) || document.isUntitled) return;
    this.takeRenamed(document);
    this.sidecars.watchOutside(document.uri);
    if (this.sidecars.get(document.uri) !== undefined) this.takeSidecar(document.uri);
    else this.sidecars.load(document.uri).catch(this.logError);
  }

  private close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const article = this.articles.get(key);
    if (article !== undefined) stopTimers(article);
    this.articles.delete(key);
  }

  /** Holds on to the places in an article, or in those of a folder, until it is open under its new name. */
  private prepareRename(oldUri: vscode.Uri, newUri: vscode.Uri): void {
    for (const article of this.articles.values()) {
      const { uri } = article.document;
      if (uri.toString() !== oldUri.toString() && !uri.toString().startsWith(`${oldUri.toString()}/`)) continue;
      const key = newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) }).toString();
      this.renamed.set(key, article);
      setTimeout(() => {
        if (this.renamed.delete(key)) this.takeSidecar(uri);
      }, RENAMING);
    }
  }

  /** A renamed article is opened with its unsaved typing, before it is closed under its old name. */
  private takeRenamed(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const before = this.renamed.get(key);
    this.renamed.delete(key);
    if (before?.live.article.text !== textOf(document)) return;
    this.articles.set(key, { document, live: before.live, eol: document.eol, settling: undefined, unconfirmed: undefined });
  }

  private ensure(document: vscode.TextDocument): OpenArticle {
    const key = document.uri.toString();
    const known = this.articles.get(key);
    if (known?.document === document) return known;
    const article: OpenArticle = { document, live: new LiveArticle(textOf(document)), eol: document.eol, settling: undefined, unconfirmed: undefined };
    this.articles.set(key, article);
    return article;
  }

  private takeSidecar(article: vscode.Uri): void {
    const document = this.documentOf(article);
    if (document === undefined) return;
    const file = this.sidecars.get(article);
    const known = this.articles.has(article.toString());
    if (file === undefined && !known) return;
    if (file === undefined && [...this.renamed.values()].some((one) => one.document === document)) {
      // The sidecar went ahead, and the article's places are kept for its new name.
      this.articles.delete(article.toString());
      return this.moved.fire(article);
    }
    // While the sidecar can't be read (half edited, half merged), what was read last is shown on, and what was typed isn't forgotten.
    if (known && file?.refusal !== undefined && file.refusal.code !== 'version') return;
    const annotations = file === undefined ? [] : annotationsOf(file);
    this.ensure(document).live.setAnnotations(annotations, this.expected);
    for (const { id } of annotations) this.expected.delete(id);
    this.moved.fire(article);
  }

  /**
   * Typing or not? VS Code reloads a file only while it has no unsaved changes, and typing makes it have some. But the
   * first keystroke is told while the document still counts as saved; that it isn't any more is told right behind, by
   * an event without changes. So a change of a saved document is followed as typing, and is taken for one from outside
   * unless the very next event confirms it.
   */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const article = this.articles.get(document.uri.toString());
    if (article === undefined) return;
    const { eol, unconfirmed } = article;
    article.eol = document.eol;
    if (contentChanges.length === 0) {
      if (unconfirmed?.version === document.version && document.isDirty) this.confirm(article);
      return;
    }
    if (unconfirmed !== undefined) this.takeForOutside(article);
    const effect = article.live.applyChanges(contentChanges.map((change) => toReplacement(change, eol)));
    if (!document.isDirty) {
      article.unconfirmed = { version: document.version, timer: setTimeout(() => this.takeForOutside(article), CONFIRMATION) };
    }
    if (effect.redraw) this.moved.fire(document.uri);
    if (effect.lost) this.settleSoon(article);
  }

  private confirm(article: OpenArticle): void {
    clearTimeout(article.unconfirmed?.timer);
    article.unconfirmed = undefined;
  }

  private takeForOutside(article: OpenArticle): void {
    this.confirm(article);
    article.live.replaceText(article.live.article.text);
    this.moved.fire(article.document.uri);
  }

  private settleSoon(article: OpenArticle): void {
    clearTimeout(article.settling);
    article.settling = setTimeout(() => {
      if (article.live.findLost()) this.moved.fire(article.document.uri);
    }, SETTLE);
  }

  private async saveTyped(document: vscode.TextDocument): Promise<void> {
    const article = this.articles.get(document.uri.toString());
    if (article === undefined) return;
    const text = textOf(document);
    // A net under the bookkeeping: were a change ever missed, nothing is written from places that may be wrong.
    if (text !== article.live.article.text) article.live.replaceText(text);
    const typed = article.live.typed();
    if (typed.length === 0) return;
    for (const { annotation, passages } of typed) this.expect(annotation.id, passages.flatMap(({ range }) => range ?? []));
    const modified = timestamp(new Date());
    await this.sidecars.edit(document.uri, (file, base) => typed.reduce((edited, { annotation: { id, passages } }) => {
      // Which of two annotations with one id was typed in can't be told: neither is changed.
      const present = uniqueIn(file, id);
      const seen = (base && uniqueIn(base, id)) ?? present;
      return present === undefined || seen === undefined ? edited : mergeChange(edited, id, { annotation: seen }, { annotation: { ...seen, passages, modified } });
    }, file));
    this.moved.fire(document.uri);
  }
}

/** The readable annotations of a sidecar, in its order. */
export function annotationsOf(file: SidecarFile): Annotation[] {
  return file.entries.flatMap(({ annotation }) => annotation ?? []);
}

/** The one annotation with that id; undefined if there are none or several. */
function uniqueIn({ entries }: SidecarFile, id: string): Annotation | undefined {
  const found = entries.filter((entry) => entry.id === id);
  return found.length === 1 ? found[0]?.annotation : undefined;
}

function stopTimers({ settling, unconfirmed }: OpenArticle): void {
  clearTimeout(settling);
  clearTimeout(unconfirmed?.timer);
}
