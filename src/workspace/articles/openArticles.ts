import * as vscode from 'vscode';
import { LiveArticle } from '../../core/placing/liveArticle';
import { timestamp } from '../../core/model/ids';
import { mergeChange } from '../../core/merge/mergeChange';
import { RefusedError } from '../../core/model/problem';
import { Disposable } from '../platform/disposable';
import { inSteps, oneStep } from '../platform/inSteps';
import { textOf, toReplacement } from '../platform/positions';
import type { KnownPlaces, SidecarEdit, SidecarStore } from '../sidecars/sidecarStore';
import { isArticle } from '../platform/uris';
import { annotationsOf, onlyAnnotationWithId } from '../../core/sidecar/questions';

/**
 * After the last keystroke that lost a passage, how long until it is looked for elsewhere, in
 * milliseconds.
 */
const SETTLE = 150;
/**
 * How long VS Code may take to rename a file, in milliseconds; a rename that failed is told by
 * nobody.
 */
const RENAMING = 30_000;
/**
 * How long the event may take that confirms a change as typing, in milliseconds; on a busy machine
 * it takes a while.
 */
const CONFIRMATION = 500;

type Timer = ReturnType<typeof setTimeout>;

interface OpenArticle {
  readonly document: vscode.TextDocument;
  readonly live: LiveArticle;
  eol: vscode.EndOfLine;
  settling: Timer | undefined;
  /** Under way while passages are looked for; undefined once all have their places. */
  finding: Promise<void> | undefined;
  /** Whether its passages were ever found. */
  isFound: boolean;
  /**
   * A change that came while the document counted as saved: typing, if the next event says that it
   * is unsaved now.
   */
  unconfirmed: { readonly version: number; readonly timer: Timer } | undefined;
}

/**
 * The articles that are open in this window and have annotations, with the present places of their
 * passages.
 *
 * Changes that are typed move the places along; a change from outside (the file changed on the
 * disk, a revert) has everything looked for anew. When an article is saved, the sidecar gets the
 * words of the passages typed in.
 */
export class OpenArticles extends Disposable {
  private readonly articles = new Map<string, OpenArticle>();
  /**
   * Articles that are just being renamed, by the Uri that they will have: what was typed in their
   * passages goes along.
   */
  private readonly renamed = new Map<string, OpenArticle>();
  private readonly moved = this.own(new vscode.EventEmitter<vscode.Uri>());
  /** Places, states or the annotations themselves changed in a way that must be drawn again. */
  readonly onDidChange = this.moved.event;
  private readonly refused = this.own(new vscode.EventEmitter<RefusedError>());
  /** Words that were typed in passages couldn't be stored in their sidecar. */
  readonly onDidRefuseTyped = this.refused.event;

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    this.own(vscode.workspace.onDidOpenTextDocument((document) => this.open(document)));
    this.own(vscode.workspace.onDidCloseTextDocument((document) => this.close(document)));
    this.own(vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)));
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
    for (const article of this.articles.values()) stopTimers(article);
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
      const finding = this.articles.get(article.toString())?.finding;
      if (finding === undefined) return this.get(article);
      await finding;
    }
  }

  documentOf(article: vscode.Uri): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find(
      (document) => !document.isClosed && document.uri.toString() === article.toString(),
    );
  }

  private open(document: vscode.TextDocument): void {
    if (!isArticle(document) || document.isUntitled) return;
    this.takeRenamed(document);
    this.sidecars.watchOutside(document.uri);
    if (this.sidecars.get(document.uri) !== undefined) this.takeSidecar({ article: document.uri });
    else this.sidecars.load(document.uri).catch(this.logError);
  }

  private close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const article = this.articles.get(key);
    if (article === undefined) return;
    stopTimers(article);
    article.finding = undefined;
    this.articles.delete(key);
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
        if (this.renamed.delete(key)) this.takeSidecar({ article: uri });
      }, RENAMING);
    }
  }

  /**
   * A renamed article is opened with its unsaved typing, before it is closed under its old name.
   */
  private takeRenamed(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const before = this.renamed.get(key);
    this.renamed.delete(key);
    if (before?.live.article.text !== textOf(document)) return;
    this.findPassages(this.add(document, before.live));
  }

  private ensure(document: vscode.TextDocument): OpenArticle {
    const key = document.uri.toString();
    const known = this.articles.get(key);
    if (known?.document === document) return known;
    return this.add(document, new LiveArticle(textOf(document)));
  }

  private add(document: vscode.TextDocument, live: LiveArticle): OpenArticle {
    const article: OpenArticle = {
      document,
      live,
      eol: document.eol,
      settling: undefined,
      finding: undefined,
      isFound: false,
      unconfirmed: undefined,
    };
    this.articles.set(document.uri.toString(), article);
    return article;
  }

  /**
   * Finds the passages that have to be looked for: at once where that is quick, else with pauses,
   * and once more after typing.
   */
  private findPassages(article: OpenArticle): void {
    const steps = article.live.find();
    if (oneStep(steps).done === true) return this.endFinding(article);
    const goOn = async () => {
      for (let rest = steps; !(await inSteps(rest)); rest = article.live.find()) {
        if (article.finding !== finding) return;
      }
      if (article.finding === finding) this.endFinding(article);
    };
    const finding = goOn().catch((error: unknown) => {
      article.finding = undefined;
      this.logError(error);
    });
    article.finding = finding;
  }

  private endFinding(article: OpenArticle): void {
    article.finding = undefined;
    article.isFound = true;
    this.moved.fire(article.document.uri);
  }

  /**
   * Takes over what an article's sidecar says now, if the article is open.
   *
   * @param places where passages are known to be
   */
  takeSidecar({ article, places }: { article: vscode.Uri; places?: KnownPlaces }): void {
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
    // While the sidecar can't be read (half edited, half merged), what was read last is shown on,
    // and what was typed isn't forgotten.
    if (known && file?.refusal !== undefined && file.refusal.code !== 'version') return;
    const open = this.ensure(document);
    open.live.setAnnotations(annotationsOf(file), places);
    this.findPassages(open);
  }

  /**
   * Typing or not? VS Code reloads a file only while it has no unsaved changes, and typing makes it
   * have some. But the first keystroke is told while the document still counts as saved; that it
   * isn't any more is told right behind, by an event without changes. So a change of a saved
   * document is followed as typing, and is taken for one from outside unless the very next event
   * confirms it.
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
    const effect = article.live.applyChanges(
      contentChanges.map((change) => toReplacement(change, eol)),
    );
    if (!document.isDirty) {
      article.unconfirmed = {
        version: document.version,
        timer: setTimeout(() => this.takeForOutside(article), CONFIRMATION),
      };
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
    article.live.doubt();
    this.findPassages(article);
  }

  private settleSoon(article: OpenArticle): void {
    clearTimeout(article.settling);
    article.settling = setTimeout(() => {
      if (article.finding !== undefined) this.settleSoon(article);
      else
        inSteps(article.live.findLost()).then((any) => {
          if (any) this.moved.fire(article.document.uri);
        }, this.logError);
    }, SETTLE);
  }

  private async saveTyped(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    if (this.articles.get(uri.toString())?.finding !== undefined) {
      await this.found(uri);
      // What was typed meanwhile isn't saved: saving that comes here again.
      if (document.isDirty) return;
    }
    const live = this.get(uri);
    if (live === undefined) return;
    // A net under the bookkeeping: were a change ever missed, nothing is written from places that
    // may be wrong.
    if (textOf(document) !== live.article.text) {
      this.articles.delete(uri.toString());
      this.takeSidecar({ article: uri });
      return;
    }
    const typed = live.typed();
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
    await this.sidecars.edit(uri, storeTyped, { places });
    this.moved.fire(document.uri);
  }
}

function stopTimers({ settling, unconfirmed }: OpenArticle): void {
  clearTimeout(settling);
  clearTimeout(unconfirmed?.timer);
}
