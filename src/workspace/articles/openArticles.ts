import * as vscode from 'vscode';
import { mergeChange } from '../../core/merge/changes/mergeChange';
import { timestamp } from '../../core/model/ids';
import { RefusedError } from '../../core/model/problem';
import type { LiveArticle } from '../../core/placing/liveArticle';
import { noteEncoding } from '../../core/sidecar/encodingNote';
import { annotationsOf, onlyAnnotationWithId } from '../../core/sidecar/questions';
import { Disposable } from '../platform/disposable';
import type { LocalFiles } from '../platform/localFiles';
import { textOf } from '../platform/positions';
import { isArticle } from '../platform/uris';
import type { KnownPlaces, SidecarEdit } from '../sidecars/sidecarEdit';
import type { SidecarStore } from '../sidecars/sidecarStore';
import { ArticleEncodings, encodingToNote } from './articleEncodings';
import { FollowedArticle } from './followedArticle';

/**
 * How long VS Code may take to rename a file, in milliseconds; a rename that failed is told by
 * nobody.
 */
const RENAMING = 30_000;
/**
 * The articles that are open in this window and have annotations, with the present places of their
 * passages.
 *
 * Changes that are typed move the places along; a change from outside (the file changed on the
 * disk, a revert) has everything looked for anew. When an article is saved, the sidecar gets the
 * words of the passages typed in.
 */
export class OpenArticles extends Disposable {
  private readonly articles = new Map<string, FollowedArticle>();
  /**
   * Articles that are just being renamed, by the Uri that they will have: what was typed in their
   * passages goes along.
   */
  private readonly renamed = new Map<string, FollowedArticle>();
  private readonly moved = this.own(new vscode.EventEmitter<vscode.Uri>());
  /** Places, states or the annotations themselves changed in a way that must be drawn again. */
  readonly onDidChange = this.moved.event;
  private readonly refused = this.own(new vscode.EventEmitter<RefusedError>());
  /** Words that were typed in passages couldn't be stored in their sidecar. */
  readonly onDidRefuseTyped = this.refused.event;

  /** Whether open articles are decoded as their sidecars say. */
  readonly encodings: ArticleEncodings;

  constructor(
    disk: LocalFiles,
    private readonly sidecars: SidecarStore,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    this.encodings = new ArticleEncodings(disk, (article) => {
      this.applySidecar({ article });
      this.moved.fire(article);
    });
    this.own(vscode.workspace.onDidOpenTextDocument((document) => this.open(document)));
    this.own(vscode.workspace.onDidCloseTextDocument((document) => this.close(document)));
    this.own(
      vscode.workspace.onDidChangeTextDocument((event) => {
        const { uri } = event.document;
        const article = this.articles.get(uri.toString());
        article?.follow(event);
        if (article?.hasOtherEncoding === true || this.encodings.mustAskAgain(event.document))
          this.applySidecar({ article: uri });
      }),
    );
    this.own(
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.saveTyped(document).catch((error: unknown) => {
          logError(error);
          if (error instanceof RefusedError) this.refused.fire(error);
        });
      }),
    );
    this.own(
      vscode.workspace.onWillRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.prepareRename(oldUri, newUri);
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.open(document);
  }

  override dispose(): void {
    for (const article of this.articles.values()) article.stop();
    super.dispose();
  }

  /**
   * The live places of an open article; undefined if it isn't open, has no sidecar, or its passages
   * were never found yet.
   */
  get(article: vscode.Uri): LiveArticle | undefined {
    const open = this.articles.get(article.toString());
    return open?.isFound === true ? open.live : undefined;
  }

  /** The same once nothing of the article is looked for any more. */
  async found(article: vscode.Uri): Promise<LiveArticle | undefined> {
    for (;;) {
      const search = this.searchIn(article);
      if (search === undefined) return this.get(article);
      await search;
    }
  }

  /** What must end before an article's places are known. */
  private searchIn(article: vscode.Uri): Promise<void> | undefined {
    return this.encodings.lookingInto(article) ?? this.articles.get(article.toString())?.search;
  }

  documentOf(article: vscode.Uri): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find(
      (document) => !document.isClosed && document.uri.toString() === article.toString(),
    );
  }

  private open(document: vscode.TextDocument): void {
    if (!isArticle(document) || document.isUntitled) return;
    this.adoptRenamed(document);
    this.sidecars.watchOutside(document.uri);
    if (this.sidecars.get(document.uri) !== undefined) this.applySidecar({ article: document.uri });
    else this.sidecars.loadSidecar(document.uri).catch(this.logError);
  }

  private close(document: vscode.TextDocument): void {
    this.encodings.forget(document.uri);
    this.unfollow(document.uri);
  }

  private unfollow(article: vscode.Uri): void {
    this.articles.get(article.toString())?.stop();
    this.articles.delete(article.toString());
  }

  /**
   * Holds on to the places in an article, or in those of a folder, until it is open under its new
   * name.
   */
  private prepareRename(oldUri: vscode.Uri, newUri: vscode.Uri): void {
    for (const article of this.articles.values()) {
      const { uri } = article.document;
      if (
        uri.toString() !== oldUri.toString() &&
        !uri.toString().startsWith(`${oldUri.toString()}/`)
      )
        continue;
      const key = newUri
        .with({ path: newUri.path + uri.path.slice(oldUri.path.length) })
        .toString();
      this.renamed.set(key, article);
      setTimeout(() => {
        if (this.renamed.delete(key)) this.applySidecar({ article: uri });
      }, RENAMING);
    }
  }

  /**
   * A renamed article is opened with its unsaved typing, before it is closed under its old name.
   */
  private adoptRenamed(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const before = this.renamed.get(key);
    this.renamed.delete(key);
    if (before?.live.article.text !== textOf(document)) return;
    this.add(document, before.live).startFinding();
  }

  private ensure(document: vscode.TextDocument): FollowedArticle {
    const known = this.articles.get(document.uri.toString());
    return known?.document === document ? known : this.add(document);
  }

  /** @param live its places, where they are known from before */
  private add(document: vscode.TextDocument, live?: LiveArticle): FollowedArticle {
    const moved = (article: vscode.Uri) => this.moved.fire(article);
    const article = new FollowedArticle(document, { moved, logError: this.logError }, live);
    this.articles.set(document.uri.toString(), article);
    return article;
  }

  /**
   * Takes over what an article's sidecar says now, if the article is open.
   *
   * @param places where passages are known to be
   */
  applySidecar({ article, places }: { article: vscode.Uri; places?: KnownPlaces }): void {
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
    // In the wrong encoding no words are where they were, and none may be written.
    if (!this.encodings.isReadRight(document, file?.article.encoding)) {
      this.unfollow(article);
      return this.moved.fire(article);
    }
    // While the sidecar can't be read (half edited, half merged), what was read last is shown on,
    // and what was typed isn't forgotten.
    if (known && file?.refusal !== undefined && file.refusal.code !== 'version') return;
    const open = this.ensure(document);
    open.live.setAnnotations(annotationsOf(file), places);
    open.startFinding();
  }

  /** Has the sidecar say in which encoding the article is now. */
  private async noteSavedEncoding(document: vscode.TextDocument, text: string): Promise<void> {
    const noted = this.sidecars.get(document.uri)?.article.encoding;
    const wanted = encodingToNote(document, text, noted);
    if (wanted !== noted)
      await this.sidecars.editSidecar(document.uri, (file) => noteEncoding(file, wanted));
  }

  private async saveTyped(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    // Saved in its own encoding at last, or in another one than before.
    if (this.encodings.mustAskAgain(document)) this.applySidecar({ article: uri });
    if (this.searchIn(uri) !== undefined) {
      await this.found(uri);
      // What was typed meanwhile isn't saved: saving that comes here again.
      if (document.isDirty) return;
    }
    const live = this.get(uri);
    if (live === undefined) return;
    await this.noteSavedEncoding(document, live.article.text);
    // A net under the bookkeeping: were a change ever missed, nothing is written from places that
    // may be wrong.
    if (textOf(document) !== live.article.text) {
      this.articles.get(uri.toString())?.restart();
      return;
    }
    const typed = live.typedAnnotations();
    if (typed.length === 0) return;
    const places = new Map(
      typed.map(({ annotation, passages }) => [
        annotation.id,
        passages.flatMap(({ range }) => range ?? []),
      ]),
    );
    const modified = timestamp(new Date());
    const storeTyped: SidecarEdit = (file, base) =>
      typed.reduce((edited, { annotation: { id, passages } }) => {
        // Which of two annotations with one id was typed in can't be told: neither is changed.
        const present = onlyAnnotationWithId(file, id);
        const seen = onlyAnnotationWithId(base, id) ?? present;
        if (present === undefined || seen === undefined) return edited;
        const wanted = { ...seen, passages, modified };
        return mergeChange(edited, id, { annotation: seen }, { annotation: wanted });
      }, file);
    await this.sidecars.editSidecar(uri, storeTyped, { places });
    this.moved.fire(document.uri);
  }
}
