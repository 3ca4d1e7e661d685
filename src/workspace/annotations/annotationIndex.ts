import * as vscode from 'vscode';
import type { Corpus } from '../../core/corpus/corpus';
import { unpackedAs } from '../../core/corpus/packed/unpackedAs';
import type { ArticleFacts } from '../../core/model/types';
import { RefusedError } from '../../core/model/problem';
import type { ArticlePlaces } from '../articles/articlePlaces';
import type { CodebookStore } from '../codebooks/codebookStore';
import { ArticleChecking, type CheckingProgress } from '../corpus/articleChecking';
import type { CorpusReader, SidecarsRead } from '../corpus/corpusReader';
import type { HeldSidecars } from '../corpus/heldSidecars';
import { SidecarReading, type ReadingProgress } from '../corpus/sidecarReading';
import { Disposable } from '../platform/disposable';
import { articleOf, articlePath, uriOfKey } from '../platform/uris';
import type { SidecarStore } from '../sidecars/sidecarStore';
import type { IndexedAnnotation } from './indexChange';
import { IndexedArticles } from './indexedArticles';

/**
 * VS Code's watchers miss what happens while they start: so long after everything was read, it is
 * looked once more for sidecars that came meanwhile, in milliseconds.
 */
const WATCHERS_START = 3_000;

/** What the index is busy with. */
export interface IndexProgress {
  readonly reading?: ReadingProgress;
  readonly checking?: CheckingProgress;
}

/**
 * All annotations that are known, kept up to date; the whole workspace's once somebody asked for
 * them. Sidecars that are worked on come from the store; all others are read elsewhere, and kept in
 * a compact form.
 */
export class AnnotationIndex extends Disposable {
  private readonly indexed: IndexedArticles;
  private readonly reading: SidecarReading;
  private readonly checking: ArticleChecking;
  private loading: Promise<void> | undefined;
  private loaded = false;
  private read: ReadingProgress | undefined;
  /** The sidecars that aren't plainly right are read one after the other. */
  private carefully: Promise<unknown> = Promise.resolve();
  private waitingForCare = 0;
  private secondLook: ReturnType<typeof setTimeout> | undefined;
  private readonly progressed = this.own(new vscode.EventEmitter<void>());
  readonly onDidProgress = this.progressed.event;
  /** The last stop before the views: whoever is told finds the index up to date. */
  readonly onDidChange: IndexedArticles['onDidChange'];

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly places: ArticlePlaces,
    held: HeldSidecars,
    private readonly codebooks: CodebookStore,
    private readonly reader: CorpusReader,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    this.indexed = this.own(new IndexedArticles(sidecars, places, held, codebooks));
    this.onDidChange = this.indexed.onDidChange;
    this.reading = this.own(new SidecarReading(reader, logError));
    this.checking = this.own(
      new ArticleChecking(reader, (article) => this.lookWithCare(article), logError),
    );
    this.own(this.indexed.onDidKnow((key) => this.reading.overtake(key)));
    this.own(
      this.indexed.onDidLose((article) => {
        if (vscode.workspace.getWorkspaceFolder(article) !== undefined) this.touch(article);
      }),
    );
    this.own(sidecars.onDidTouch((article) => this.touch(article)));
    this.own(this.reading.onDidRead((read) => this.takeRead(read)));
    this.own(this.checking.onDidCheck((checked) => this.indexed.takeChecked(checked)));
    this.own(this.checking.onDidProgress(() => this.progressed.fire()));
  }

  override dispose(): void {
    clearTimeout(this.secondLook);
    super.dispose();
  }

  get corpus(): Corpus<IndexedAnnotation> {
    return this.indexed.corpus;
  }

  /** Whether all sidecars of the workspace were read. */
  get isLoaded(): boolean {
    return this.loaded;
  }

  /** What it is busy with. */
  get progress(): IndexProgress {
    const { read, checking } = this;
    return {
      ...(read !== undefined && {
        reading: { done: read.done - this.waitingForCare, total: read.total },
      }),
      ...(checking.progress !== undefined && { checking: checking.progress }),
    };
  }

  /**
   * Reads all sidecars of the workspace, unless that was done already.
   *
   * @param token ends the waiting, not the reading
   */
  async loadWorkspace(token?: vscode.CancellationToken): Promise<void> {
    this.loading ??= this.readSidecars().catch((error: unknown) => {
      // It is tried again the next time.
      this.loading = undefined;
      throw error;
    });
    await (token === undefined ? this.loading : Promise.race([this.loading, cancelled(token)]));
  }

  /** Begins to read, and doesn't wait for it. */
  startLoading(): void {
    this.loadWorkspace().catch(this.logError);
  }

  /** Sidecars may have come or gone anywhere: a folder did. */
  lookSoon(): void {
    // Before all were asked for, what comes and goes is found when they are.
    if (this.loading !== undefined) this.reading.lookSoon();
  }

  /** The same, and once more when all is calm: very much came, changed or went. */
  lookTwice(): void {
    if (this.loading !== undefined) this.reading.lookTwice();
  }

  /** Whether sidecars are on their way: then more are there than it knows. */
  get isReading(): boolean {
    return this.reading.isUnderWay;
  }

  /** An article changed, came or went on the disk. */
  lookInto(article: string): void {
    this.indexed.doubt(article);
    this.reading.overtakeArticle(article);
    if (this.loaded) this.checking.add(this.indexed.unchecked([article]));
  }

  /** Lets go of what lies in no folder of the workspace any more. */
  dropOutside(): void {
    this.indexed.dropOutside();
  }

  /** Leaves it for later to look into articles, or goes on with it. */
  stopChecking(isStopped: boolean): void {
    if (isStopped) this.checking.stop();
    else this.checking.goOn();
  }

  /** What is known of an article by its key: what its sidecar says goes before its own words. */
  factsOf(article: string): ArticleFacts {
    return this.indexed.factsOf(article);
  }

  /** Whether an article was looked into for what it says of itself. */
  areFactsKnown(article: string): boolean {
    return this.indexed.areFactsKnown(article);
  }

  /** The articles with sidecars, as far as they were read; not those outside of the workspace. */
  articles(): vscode.Uri[] {
    return this.indexed.all();
  }

  /** Their keys. */
  keys(): string[] {
    return this.indexed.keys();
  }

  /** The line, from 0, on which an annotation's entry begins in a sidecar that nobody works on. */
  lineOf(article: string, i: number): number | undefined {
    return this.indexed.lineOf(article, i);
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
      this.corpus
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
    return this.open(item);
  }

  /**
   * An annotation that was shown, with all that its sidecar says of it, to be worked on. If the
   * sidecar says something else by now, it is what was shown.
   */
  async open(item: IndexedAnnotation): Promise<IndexedAnnotation> {
    const { uri, article, annotation } = item;
    await this.sidecars.loadSidecar(uri);
    const present = this.corpus.withId(annotation.id).find((one) => one.article === article);
    if (present === undefined) throw new RefusedError(this.missing(annotation.id, uri));
    const [shown = present] = unpackedAs([item], [present]).items;
    return { ...present, annotation: shown.annotation };
  }

  private missing(id: string, article: vscode.Uri | undefined): string {
    const file = article && this.sidecars.get(article);
    if (article !== undefined && file?.refusal !== undefined)
      return this.sidecars.describe(article, file, file.refusal);
    return article === undefined
      ? vscode.l10n.t('There is no annotation “{0}”.', id)
      : vscode.l10n.t('There is no annotation “{0}” in {1}.', id, articlePath(article));
  }

  private async readSidecars(): Promise<void> {
    this.reader.prepare();
    await this.codebooks.loadCodebooks();
    // What earlier windows left unwritten is part of what sidecars say.
    const unwritten = await this.sidecars.unsaved.restored;
    await Promise.all(unwritten.map((sidecar) => this.sidecars.loadSidecar(articleOf(sidecar))));
    try {
      await this.reading.readAll(({ done, total }) => this.tellRead(done, total));
      await this.carefully;
    } finally {
      this.read = undefined;
    }
    this.loaded = true;
    this.indexed.tellNow();
    this.progressed.fire();
    this.places.startChecking();
    this.checking.add(this.indexed.unchecked());
    this.secondLook ??= setTimeout(() => this.lookSoon(), WATCHERS_START);
  }

  private tellRead(done: number, total: number): void {
    this.read = { done, total };
    this.progressed.fire();
  }

  private takeRead(read: SidecarsRead): void {
    this.indexed.takeRead(read);
    const { careful, stale } = read;
    for (const key of stale) {
      this.lookInto(key);
      this.places.lookAgain(uriOfKey(key));
    }
    this.waitingForCare += careful.length;
    if (careful.length > 0)
      this.carefully = this.carefully.then(() => this.readWithCare(careful)).catch(this.logError);
    if (this.loaded)
      this.checking.add(this.indexed.unchecked(read.packed.articles.map(({ name }) => name)));
  }

  private async readWithCare(articles: readonly string[]): Promise<void> {
    for (const key of articles) {
      this.waitingForCare -= 1;
      if (this.read !== undefined) this.tellRead(this.read.done, this.read.total);
      const article = uriOfKey(key);
      if (this.sidecars.isKnown(key)) this.sidecars.readAgainSoon(article);
      else await this.sidecars.loadSidecar(article);
    }
  }

  /** Looks into an article with everything that is known about how to read it. */
  private async lookWithCare(article: vscode.Uri): Promise<void> {
    if (this.sidecars.isKnown(article.toString())) return;
    await this.sidecars.loadSidecar(article);
    await this.places.whenChecked();
  }

  private touch(article: vscode.Uri): void {
    if (this.loading !== undefined) this.reading.touch(article.toString());
  }
}

function cancelled(token: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}
