import * as vscode from 'vscode';
import { Corpus, type CorpusItem } from '../../core/corpus/corpus';
import { comparePlaced, stateOf, storedStart } from '../../core/placing/placeAnnotations';
import { RefusedError } from '../../core/model/problem';
import type { ClosedArticles } from '../articles/closedArticles';
import type { CodebookStore } from '../codebooks/codebookStore';
import { Disposable } from '../platform/disposable';
import { findSidecars, findSidecarsIn } from '../sidecars/findSidecars';
import { annotationsOf, type OpenArticles } from '../articles/openArticles';
import type { SidecarStore } from '../sidecars/sidecarStore';
import { articleOf, articlePath } from '../platform/uris';

/** How many sidecars are read at a time. */
const READ_AT_ONCE = 16;

/** What changed in the corpus: these speakers' annotations, or everything. */
export interface CorpusChange {
  readonly speakers: ReadonlySet<string | undefined> | 'all';
}

/**
 * All annotations that are known, kept up to date; the whole workspace's once somebody asked for
 * them.
 */
export class AnnotationIndex extends Disposable {
  private current: Corpus;
  private loading: Promise<void> | undefined;
  private folders: vscode.FileSystemWatcher | undefined;
  private readonly changed = this.own(new vscode.EventEmitter<CorpusChange>());
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly open: OpenArticles,
    private readonly closed: ClosedArticles,
    private readonly codebooks: CodebookStore,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    this.current = new Corpus(codebooks.canonical);
    // An open article's annotations come with their live places, and after the sidecar's own event.
    this.own(open.onDidChange((article) => this.update(article)));
    this.own(
      sidecars.onDidChange((article) => {
        if (open.get(article) === undefined) this.update(article);
      }),
    );
    this.own(closed.onDidChange((article) => this.update(article)));
    this.own(codebooks.onDidChange(() => this.rebuild()));
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
        this.load().catch(logError);
      }),
    );
  }

  get corpus(): Corpus {
    return this.current;
  }

  /** Reads all sidecars of the workspace, unless that was done already. */
  async load(token?: vscode.CancellationToken): Promise<void> {
    const loading = (this.loading ??= this.readAll(token));
    await loading;
    this.closed.start();
    this.watchFolders();
    // A cancelled search is begun anew the next time.
    if (token?.isCancellationRequested === true && this.loading === loading)
      this.loading = undefined;
  }

  /**
   * A folder that is renamed or deleted outside of VS Code is told as one event, without its files.
   */
  private watchFolders(): void {
    if (this.folders !== undefined) return;
    this.folders = this.own(vscode.workspace.createFileSystemWatcher('**/*', false, true, false));
    this.folders.onDidDelete((uri) => this.sidecars.refreshBelow(uri));
    this.folders.onDidCreate((uri) => {
      this.addFolder(uri).catch(this.logError);
    });
  }

  private async addFolder(uri: vscode.Uri): Promise<void> {
    const isFolder = await Promise.resolve(vscode.workspace.fs.stat(uri)).then(
      ({ type }) => type === vscode.FileType.Directory,
      () => false,
    );
    if (!isFolder) return;
    for (const sidecar of await findSidecarsIn(uri)) await this.sidecars.load(articleOf(sidecar));
  }

  /**
   * The one annotation with that id.
   *
   * @param article where to look; anywhere if left out
   * @throws RefusedError if there is none, or more than one
   */
  async find(id: string, article?: vscode.Uri): Promise<CorpusItem> {
    if (article !== undefined) await this.sidecars.load(article);
    const here = () =>
      this.current
        .withId(id)
        .filter((item) => article === undefined || item.article === article.toString());
    if (here().length === 0 || article === undefined) await this.load();
    const [item, ...others] = here();
    if (item === undefined) throw new RefusedError(this.missing(id, article));
    if (others.length > 0) {
      const paths = [item, ...others].map((one) => articlePath(vscode.Uri.parse(one.article)));
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

  private async readAll(token?: vscode.CancellationToken): Promise<void> {
    await this.codebooks.load();
    const waiting = (await findSidecars(token)).values();
    const readSome = async () => {
      for (const sidecar of waiting) {
        if (token?.isCancellationRequested === true) return;
        await this.sidecars.load(articleOf(sidecar));
      }
    };
    await Promise.all(Array.from({ length: READ_AT_ONCE }, readSome));
  }

  private rebuild(): void {
    this.current = new Corpus(this.codebooks.canonical);
    for (const article of this.sidecars.articles()) this.setArticle(article, this.itemsOf(article));
    this.changed.fire({ speakers: 'all' });
  }

  private update(article: vscode.Uri): void {
    const key = article.toString();
    const before = this.current.ofArticle(key);
    const after = this.itemsOf(article);
    const isSame =
      before.length === after.length &&
      before.every(
        (item, i) => item.annotation === after[i]?.annotation && item.state === after[i].state,
      );
    if (
      isSame &&
      (after.length === 0 || this.current.isMissing(key) === this.closed.isMissing(article))
    )
      return;
    this.setArticle(article, after);
    const states = new Map(after.map(({ annotation, state }) => [annotation, state]));
    const kept = new Set(
      before
        .filter(
          ({ annotation, state }) => states.has(annotation) && states.get(annotation) === state,
        )
        .map(({ annotation }) => annotation),
    );
    const changed = [...before, ...after].filter(({ annotation }) => !kept.has(annotation));
    // Where nothing else differs, the order does.
    const differing = changed.length > 0 ? changed : after;
    this.changed.fire({
      speakers: new Set(differing.map(({ annotation }) => this.current.speakerOf(annotation))),
    });
  }

  private setArticle(article: vscode.Uri, items: readonly CorpusItem[]): void {
    this.current.setArticle(
      article.toString(),
      articlePath(article),
      items,
      this.closed.isMissing(article),
    );
  }

  /**
   * An article's annotations in reading order: by their live places if it is open, else by the
   * stored ones.
   */
  private itemsOf(article: vscode.Uri): CorpusItem[] {
    const key = article.toString();
    const live = this.open.get(article);
    if (live !== undefined) {
      return [...live.placed]
        .sort(comparePlaced)
        .map((placed) => ({ article: key, annotation: placed.annotation, state: stateOf(placed) }));
    }
    const file = this.sidecars.get(article);
    const annotations = file === undefined ? [] : annotationsOf(file);
    const states = this.closed.statesOf(article);
    return annotations
      .sort((a, b) => storedStart(a) - storedStart(b))
      .map((annotation) => ({ article: key, annotation, state: states?.get(annotation.id) }));
  }
}
