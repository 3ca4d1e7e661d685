import * as vscode from 'vscode';
import { Corpus, type CorpusItem } from '../../core/corpus/corpus';
import { differingItems } from '../../core/corpus/differingItems';
import { RefusedError } from '../../core/model/problem';
import type { ArticlePlaces, PlacesChange } from '../articles/articlePlaces';
import type { OpenArticles } from '../articles/openArticles';
import type { CodebookStore } from '../codebooks/codebookStore';
import { Disposable } from '../platform/disposable';
import type { FileEvents } from '../platform/fileEvents';
import { articleOf, articlePath } from '../platform/uris';
import { findSidecars, findSidecarsIn } from '../sidecars/findSidecars';
import type { SidecarStore } from '../sidecars/sidecarStore';

/**
 * VS Code's watchers miss what happens while they start: so long after everything was read, it is
 * looked once more for sidecars that came meanwhile, in milliseconds.
 */
const WATCHERS_START = 3_000;
/** How many sidecars are read at a time. */
const READ_AT_ONCE = 16;

/** An annotation of the index, with its article. */
export interface IndexedAnnotation extends CorpusItem {
  readonly uri: vscode.Uri;
}

/** What is another way than before. */
export interface IndexChange {
  /** The keys of the articles whose sidecars, annotations or places changed; or everything may. */
  readonly articles: ReadonlySet<string> | 'all';
  /**
   * Their annotations that came, went or changed: as they were, and as they are. None where only
   * something else about the sidecar did.
   */
  readonly annotations: readonly IndexedAnnotation[];
}

/**
 * All annotations that are known, kept up to date; the whole workspace's once somebody asked for
 * them.
 */
export class AnnotationIndex extends Disposable {
  private current: Corpus<IndexedAnnotation>;
  private loading: Promise<void> | undefined;
  private secondLook: ReturnType<typeof setTimeout> | undefined;
  private readonly changed = this.own(new vscode.EventEmitter<IndexChange>());
  /** The last stop before the views: whoever is told finds the index up to date. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly sidecars: SidecarStore,
    open: OpenArticles,
    private readonly places: ArticlePlaces,
    private readonly codebooks: CodebookStore,
    files: FileEvents,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    this.current = new Corpus(codebooks.listedAs);
    this.own(places.onDidChange((change) => this.updateArticle(change)));
    this.own(codebooks.onDidChange(() => this.rebuild()));
    this.own(files.onDidDelete((uri) => this.removeFolder(uri)));
    this.own(
      files.onDidCreate((uri) => {
        this.addFolder(uri).catch(logError);
      }),
    );
    this.own(
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const article of sidecars.articles()) {
          if (
            removed.some(({ uri }) => article.toString().startsWith(`${uri.toString()}/`)) &&
            open.get(article) === undefined
          )
            sidecars.forget(article);
        }
        if (this.loading === undefined) return;
        this.loading = undefined;
        this.rebuild();
        this.loadWorkspace().catch(logError);
      }),
    );
  }

  override dispose(): void {
    clearTimeout(this.secondLook);
    super.dispose();
  }

  private async findMissed(): Promise<void> {
    for (const sidecar of await findSidecars()) this.sidecars.readMissed(articleOf(sidecar));
  }

  get corpus(): Corpus<IndexedAnnotation> {
    return this.current;
  }

  /** Reads all sidecars of the workspace, unless that was done already. */
  async loadWorkspace(token?: vscode.CancellationToken): Promise<void> {
    const loading = (this.loading ??= this.readSidecars(token));
    await loading;
    this.places.startChecking();
    this.secondLook ??= setTimeout(() => {
      this.findMissed().catch(this.logError);
    }, WATCHERS_START);
    // A cancelled search is begun anew the next time.
    if (token?.isCancellationRequested === true && this.loading === loading)
      this.loading = undefined;
  }

  /** Before all were asked for, what comes and goes is found when they are. */
  private removeFolder(uri: vscode.Uri): void {
    if (this.loading !== undefined) this.sidecars.refreshBelow(uri);
  }

  private async addFolder(uri: vscode.Uri): Promise<void> {
    if (this.loading === undefined) return;
    const isFolder = await Promise.resolve(vscode.workspace.fs.stat(uri)).then(
      ({ type }) => type === vscode.FileType.Directory,
      () => false,
    );
    if (!isFolder) return;
    for (const sidecar of await findSidecarsIn(uri))
      await this.sidecars.loadSidecar(articleOf(sidecar));
  }

  /**
   * The one annotation with that id.
   *
   * @param article where to look; anywhere if left out
   * @throws RefusedError if there is none, or more than one
   */
  async findAnnotation(id: string, article?: vscode.Uri): Promise<IndexedAnnotation> {
    if (article !== undefined) await this.sidecars.loadSidecar(article);
    const here = () =>
      this.current
        .withId(id)
        .filter((item) => article === undefined || item.article === article.toString());
    if (here().length === 0 || article === undefined) await this.loadWorkspace();
    const [item, ...others] = here();
    if (item === undefined) throw new RefusedError(this.missing(id, article));
    if (others.length > 0) {
      const paths = [item, ...others].map((one) => articlePath(one.uri));
      throw new RefusedError(
        vscode.l10n.t(
          'The id “{0}” occurs more than once: in {1}. Say which article is meant.',
          id,
          paths.join(', '),
        ),
      );
    }
    return item;
  }

  private missing(id: string, article: vscode.Uri | undefined): string {
    const file = article && this.sidecars.get(article);
    if (article !== undefined && file?.refusal !== undefined)
      return this.sidecars.describe(article, file, file.refusal);
    return article === undefined
      ? vscode.l10n.t('There is no annotation “{0}”.', id)
      : vscode.l10n.t('There is no annotation “{0}” in {1}.', id, articlePath(article));
  }

  private async readSidecars(token?: vscode.CancellationToken): Promise<void> {
    await this.codebooks.loadCodebooks();
    const waiting = (await findSidecars(token)).values();
    const readSome = async () => {
      for (const sidecar of waiting) {
        if (token?.isCancellationRequested === true) return;
        await this.sidecars.loadSidecar(articleOf(sidecar));
      }
    };
    await Promise.all(Array.from({ length: READ_AT_ONCE }, readSome));
  }

  private rebuild(): void {
    this.current = new Corpus(this.codebooks.listedAs);
    for (const article of this.sidecars.articles()) this.setArticle(article, this.itemsOf(article));
    this.changed.fire({ articles: 'all', annotations: [] });
  }

  private updateArticle({ article, isMove }: PlacesChange): void {
    const key = article.toString();
    const before = this.current.ofArticle(key);
    const after = this.itemsOf(article);
    const cameOrWent =
      after.length > 0 && this.current.isMissing(key) !== this.places.isMissing(article);
    const annotations = cameOrWent ? [...before, ...after] : differingItems(before, after);
    if (annotations.length > 0) this.setArticle(article, after);
    if (annotations.length > 0 || !isMove)
      this.changed.fire({ articles: new Set([key]), annotations });
  }

  private setArticle(article: vscode.Uri, items: readonly IndexedAnnotation[]): void {
    const isMissing = this.places.isMissing(article);
    this.current.setArticle(article.toString(), articlePath(article), items, isMissing);
  }

  private itemsOf(article: vscode.Uri): IndexedAnnotation[] {
    const key = article.toString();
    return this.places
      .annotationsIn(article)
      .map((one) => ({ article: key, uri: article, ...one }));
  }
}
