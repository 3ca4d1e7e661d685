import * as vscode from 'vscode';
import { articleFacts } from '../../core/exchange/articleFacts';
import type { ArticleFacts, State } from '../../core/model/types';
import { stateOf } from '../../core/placing/placeAnnotations';
import type { SidecarFile } from '../../core/sidecar/sidecarFile';
import { Disposable } from '../platform/disposable';
import type { FileEvents } from '../platform/fileEvents';
import { isFile } from '../platform/isFile';
import { isCodebook, isSidecar, uriOfKey } from '../platform/uris';
import { Retries } from '../platform/pace/retries';
import type { SidecarStore } from '../sidecars/sidecarStore';
import type { ArticleReader } from './articleReader';
import type { OpenArticles } from './openArticles';

/** The states of an article's annotations, and the sidecar that they were found for. */
interface CheckedArticle {
  readonly file: SidecarFile;
  readonly states: ReadonlyMap<string, State>;
  /** What the article says of itself. */
  readonly facts: ArticleFacts;
}

/**
 * Looks into the articles that aren't open, one after the other in the background, for what became
 * of their passages, so that the sidebar and Problems can say what waits for a decision; and for
 * whether there is such an article at all, open or not. Nothing happens before `start`.
 */
export class ClosedArticles extends Disposable {
  private readonly checked = new Map<string, CheckedArticle>();
  private readonly missing = new Set<string>();
  /** Why articles couldn't be read that are there. */
  private readonly unreadable = new Map<string, string>();
  private readonly waiting = new Map<string, vscode.Uri>();
  private readonly retries = this.own(new Retries((article) => this.lookAgain(article)));
  private running: Promise<void> | undefined;
  private started = false;
  private readonly changed = this.own(new vscode.EventEmitter<vscode.Uri>());
  /**
   * The states of a closed article's annotations became known, or changed; or an article came or
   * went.
   */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly open: OpenArticles,
    private readonly reader: ArticleReader,
    files: FileEvents,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    this.own(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.checkSoon(uri)));
    const checkAgain = (uri: vscode.Uri) => this.lookAgain(uri);
    this.own(files.onDidChange(checkAgain));
    this.own(files.onDidCreate(checkAgain));
    this.own(files.onDidDelete(checkAgain));
  }

  /** Begins to look, and to follow changes of articles on the disk. */
  startChecking(): void {
    if (this.started) return;
    this.started = true;
    for (const article of this.sidecars.articles()) this.checkSoon(article);
  }

  /** The states of a closed article's annotations by id, as far as they are known. */
  statesOf(article: vscode.Uri): ReadonlyMap<string, State> | undefined {
    const known = this.checked.get(article.toString());
    return known !== undefined && known.file === this.sidecars.get(article)
      ? known.states
      : undefined;
  }

  /** What a closed article says of itself, as far as it was looked into. */
  factsOf(article: vscode.Uri): ArticleFacts {
    return this.checked.get(article.toString())?.facts ?? {};
  }

  /**
   * Whether an article was gone from its file system when it was last looked at. An editor may
   * still show its text.
   */
  isMissing(article: vscode.Uri): boolean {
    return this.missing.has(article.toString());
  }

  /** Why an article, though it is there, couldn't be read when it was last looked at. */
  whyUnreadable(article: vscode.Uri): string | undefined {
    return this.unreadable.get(article.toString());
  }

  /** An article changed, came or went on the disk. */
  lookAgain(uri: vscode.Uri): void {
    if (!this.started || isSidecar(uri) || isCodebook(uri)) return;
    if (this.sidecars.get(uri) === undefined) return;
    this.checked.delete(uri.toString());
    this.checkSoon(uri);
  }

  /**
   * Takes over what was found otherwise for what the sidecar says now.
   *
   * @param states of its annotations, by id
   */
  takeOver(
    article: vscode.Uri,
    states: ReadonlyMap<string, State>,
    isMissing: boolean,
    facts: ArticleFacts,
  ): void {
    const [key, file] = [article.toString(), this.sidecars.get(article)];
    if (file === undefined) return;
    this.checked.set(key, { file, states, facts });
    if (isMissing) this.missing.add(key);
    else this.missing.delete(key);
  }

  /** Whether an article was looked into since its sidecar was read, and could be read. */
  isSure(article: vscode.Uri): boolean {
    const hasNone = this.sidecars.get(article)?.entries.length === 0;
    return hasNone || (this.started && this.statesOf(article) !== undefined);
  }

  /** Resolves once nothing is left to be looked into. */
  async whenDone(): Promise<void> {
    while (this.running !== undefined) await this.running;
  }

  /** Looks at an article, once there is time: its sidecar says something else, or it was closed. */
  checkSoon(article: vscode.Uri): void {
    const file = this.sidecars.get(article);
    if (file === undefined) this.forget(article.toString());
    if (!this.started || file === undefined || file.entries.length === 0) return;
    this.waiting.set(article.toString(), article);
    this.running ??= this.checkWaiting().finally(() => {
      this.running = undefined;
    });
  }

  /** Forgets what was found: somebody else keeps it. */
  forget(key: string): void {
    this.waiting.delete(key);
    this.checked.delete(key);
    this.missing.delete(key);
    this.unreadable.delete(key);
    this.retries.drop(uriOfKey(key));
  }

  private async checkWaiting(): Promise<void> {
    for (const [key, article] of this.waiting) {
      this.waiting.delete(key);
      const file = this.sidecars.get(article);
      const isOpen = this.open.get(article) !== undefined;
      if (file === undefined || (!isOpen && this.statesOf(article) !== undefined)) continue;
      // An article that can't be read doesn't keep the others waiting.
      await this.checkArticle(key, article, file, isOpen).catch(this.logError);
      // Other work goes first: keystrokes and commands wait in the same queue.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  private async checkArticle(
    key: string,
    article: vscode.Uri,
    file: SidecarFile,
    isOpen: boolean,
  ): Promise<void> {
    const before = this.unreadable.get(key);
    this.unreadable.delete(key);
    if (isOpen ? await isFile(article) : await this.findStates(key, article, file))
      this.missing.delete(key);
    else this.missing.add(key);
    // Tried again in vain.
    if (before !== undefined && this.unreadable.get(key) === before) return;
    this.changed.fire(article);
  }

  /** Finds the states of a closed article's annotations; false if there is no such article. */
  private async findStates(key: string, article: vscode.Uri, file: SidecarFile): Promise<boolean> {
    const { article: text, placed, unreadable } = await this.reader.placeArticle(article);
    if (unreadable !== undefined) {
      this.checked.delete(key);
      this.unreadable.set(key, unreadable);
      this.retries.add(article);
      return true;
    }
    this.retries.drop(article);
    this.checked.set(key, {
      file,
      states: new Map(placed.map((one) => [one.annotation.id, stateOf(one)])),
      facts: text === undefined ? {} : articleFacts(text.text),
    });
    return text !== undefined;
  }
}
