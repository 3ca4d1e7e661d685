import * as vscode from 'vscode';
import { certainMoves } from '../../core/placing/foundArticles';
import { annotationsOf } from '../../core/sidecar/questions';
import type { AnnotationIndex } from '../annotations/annotationIndex';
import type { IndexChange } from '../annotations/indexChange';
import { Disposable } from '../platform/disposable';
import type { FileEvents } from '../platform/fileEvents';
import { findFilesIn } from '../platform/findFiles';
import { someAtATime } from '../platform/pace/someAtATime';
import { isFile, isFolder } from '../platform/isFile';
import { articleOf, isCodebook, isPassing, isSidecar, sidecarOf, uriOfKey } from '../platform/uris';
import type { SidecarStore } from '../sidecars/sidecarStore';
import type { ArticleMoves } from './articleMoves';
import type { ArticleSearch, FoundArticle } from './articleSearch';
import { filesFor } from './candidateFiles';
import type { LostPhrases } from './lostPhrases';
import type { Move, SidecarMoves } from './sidecarMoves';

/** A lost article, and where the quotations of its annotations stand, the best place first. */
export interface Discovery {
  readonly article: vscode.Uri;
  readonly candidates: readonly [FoundArticle, ...FoundArticle[]];
}

/**
 * How long after the last event a deletion counts as done, in milliseconds: programs delete and
 * create in any order.
 */
const SETTLE = 2_000;
/** Where one event follows the other, it is looked after so long all the same, in milliseconds. */
const LONGEST = 20_000;
/**
 * While git holds its lock it is still at work. It is waited for so many times, a second each; a
 * lock may be left over from a crash.
 */
const [PATIENCE, SECOND] = [60, 1_000];
/**
 * A file that was created so long before counts as created together with a deletion, in
 * milliseconds.
 */
const TOGETHER = 5_000;
/** More deletions or new files at once are no renaming (another branch, a cleaned-up folder). */
const MOST_EVENTS = 2_000;
/** A file is offered if it has this share of the quotations. */
const ENOUGH = 0.5;

/**
 * Articles that vanish outside of VS Code (git, a file manager) while their annotations stay. Where
 * one file that came at the same moment is certain to be the article, its annotations follow; else
 * files that hold their words are found.
 */
export class LostArticles extends Disposable {
  /** Articles that were seen going, and files that were seen coming, with the time. */
  private readonly gone = new Map<string, vscode.Uri>();
  private readonly came = new Map<string, { readonly uri: vscode.Uri; readonly at: number }>();
  /** Lost articles for which the workspace is to be searched, by their keys. */
  private readonly waiting = new Set<string>();
  /** Those for which it was, and that are looked for in files that come. */
  private readonly searched: LostPhrases;
  /**
   * Lost articles of which the analyst was told: not again in this session, unless they come back
   * in between.
   */
  private readonly told = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due = Infinity;
  private running = false;
  private readonly cancel = new vscode.CancellationTokenSource();
  private readonly followed = this.own(new vscode.EventEmitter<readonly Move[]>());
  /** Annotations followed their articles by themselves. */
  readonly onDidFollow = this.followed.event;
  private readonly found = this.own(new vscode.EventEmitter<readonly Discovery[]>());
  /** The quotations of lost articles' annotations stand in other files. */
  readonly onDidFind = this.found.event;

  constructor(
    private readonly sidecars: SidecarStore,
    private readonly index: AnnotationIndex,
    private readonly search: ArticleSearch,
    private readonly moves: SidecarMoves,
    inside: ArticleMoves,
    files: FileEvents,
    private readonly logError: (error: unknown) => void,
  ) {
    super();
    this.searched = search.phrases();
    this.own(files.onDidCreate((uri) => this.seeComing(uri)));
    this.own(files.onDidDelete((uri) => this.seeGoing(uri)));
    this.own(index.onDidChange((change) => this.noteLost(change)));
    // What is done inside VS Code is answered there and then.
    this.own(inside.onDidLeaveBehind(({ from }) => this.told.add(from.toString())));
    this.own(
      inside.onDidDelete((articles) => {
        for (const article of articles) this.told.add(article.toString());
      }),
    );
  }

  override dispose(): void {
    clearTimeout(this.timer);
    this.cancel.cancel();
    super.dispose();
  }

  /** At a cost in proportion to the change, whatever is lost. */
  private noteLost({ articles }: IndexChange): void {
    // Everything is another way, but for what is there.
    if (articles === 'all') return;
    for (const key of articles) {
      if (!this.index.corpus.isMissing(key)) {
        this.waiting.delete(key);
        this.searched.remove(key);
      } else if (!this.told.has(key) && !this.searched.has(key)) this.waiting.add(key);
    }
    if (this.waiting.size > 0) this.searchSoon();
  }

  private seeComing(uri: vscode.Uri): void {
    if (isSidecar(uri) || isPassing(uri)) return;
    const key = uri.toString();
    this.gone.delete(key);
    this.told.delete(key);
    this.searched.remove(key);
    // It may be gone again before it is found to be there.
    if (this.index.corpus.isMissing(key)) this.waiting.add(key);
    const now = Date.now();
    for (const [old, { at }] of this.came) {
      if (at > now - TOGETHER) break;
      this.came.delete(old);
    }
    if (this.came.size < MOST_EVENTS) this.came.set(key, { uri, at: now });
    if (this.gone.size + this.waiting.size + this.searched.size > 0) this.searchSoon();
  }

  private seeGoing(uri: vscode.Uri): void {
    if (isPassing(uri) || isCodebook(uri)) return;
    // Where the sidecar went too, there is nothing to follow.
    if (isSidecar(uri)) this.gone.delete(articleOf(uri).toString());
    else if (this.gone.size < MOST_EVENTS) this.gone.set(uri.toString(), uri);
    if (this.gone.size > 0) this.searchSoon();
  }

  private searchSoon(): void {
    clearTimeout(this.timer);
    const now = Date.now();
    this.due = Math.min(this.due, now + LONGEST);
    this.timer = setTimeout(
      () => {
        this.due = Infinity;
        if (this.running) return this.searchSoon();
        this.running = true;
        this.searchLost()
          .catch(this.logError)
          .finally(() => {
            this.running = false;
          });
      },
      Math.max(0, Math.min(SETTLE, this.due - now)),
    );
  }

  private async searchLost(): Promise<void> {
    const gone = await this.stillGone();
    const recently = Date.now() - SETTLE - TOGETHER;
    const came = [...this.came.values()].filter(({ at }) => at > recently).map(({ uri }) => uri);
    this.came.clear();
    const left = gone.length > 0 && came.length > 0 ? await this.follow(gone, came) : gone;
    await this.discover(left, came);
  }

  /** The articles seen going that are gone, with their annotations still there. */
  private async stillGone(): Promise<vscode.Uri[]> {
    const candidates = this.gone.size < MOST_EVENTS ? [...this.gone.values()] : [];
    this.gone.clear();
    const kept = await someAtATime(candidates, (article) => isFile(sidecarOf(article)));
    const gone = candidates.filter(
      (article, i) => kept[i] === true && !this.told.has(article.toString()),
    );
    if (gone.length > 0) await gitIsDone();
    const lost = await someAtATime(gone, (article) => this.isLost(article));
    return gone.filter((_, i) => lost[i]);
  }

  private async isLost(article: vscode.Uri): Promise<boolean> {
    if ((await isFile(article)) || !(await isFile(sidecarOf(article)))) return false;
    if (this.index.corpus.contentOf(article.toString()) !== undefined) return true;
    return annotationsOf(await this.sidecars.readSidecar(article)).length > 0;
  }

  /**
   * Moves annotations along where it is certain which of the new files their article is.
   *
   * @returns the articles for which it isn't certain
   */
  private async follow(
    gone: readonly vscode.Uri[],
    came: readonly vscode.Uri[],
  ): Promise<vscode.Uri[]> {
    const { token } = this.cancel;
    const lost = this.search.phrases();
    await lost.add(gone);
    const found = await this.search.searchFiles(await filesAt(came), { lost, token });
    const certain = certainMoves(found);
    const moves: Move[] = [];
    for (const [from, { uri }] of certain.moves)
      moves.push(...(await this.moveAlong(uriOfKey(from), uri)));
    if (moves.length > 0) this.followed.fire(moves);
    const moved = new Set(certain.moves.map(([from]) => from));
    return gone.filter((article) => !moved.has(article.toString()));
  }

  private async moveAlong(from: vscode.Uri, to: vscode.Uri): Promise<Move[]> {
    try {
      if (!(await this.isLost(from)) || !(await isFile(to))) return [];
      const file = await this.sidecars.loadSidecar(from);
      const undo = await this.moves.renameSidecar(from, to);
      this.told.add(from.toString());
      return [{ from, to, moved: annotationsOf(file).length, undo }];
    } catch (error) {
      // Another window on the same folder was faster: then there is nothing left to move.
      if (await isFile(sidecarOf(from))) this.logError(error);
      return [];
    }
  }

  /** Looks for lost articles: in the whole workspace once, later only in files that come. */
  private async discover(gone: readonly vscode.Uri[], came: readonly vscode.Uri[]): Promise<void> {
    const { corpus } = this.index;
    const { token } = this.cancel;
    const lost = [...this.waiting].filter((key) => corpus.isMissing(key));
    this.waiting.clear();
    const anew = [...new Set([...gone.map(String), ...lost])]
      .filter((key) => !this.told.has(key) && !this.searched.has(key))
      .map(uriOfKey);
    const isThere = (key: string) => corpus.contentOf(key) !== undefined && !corpus.isMissing(key);
    await this.searched.add(anew, (key) => !token.isCancellationRequested && !isThere(key));
    if (this.searched.size === 0) return;
    // What has annotations of its own isn't offered.
    const skip = (uri: vscode.Uri) => isThere(uri.toString());
    const anywhere = anew.length === 0 ? [] : await filesFor(anew, { token, skip });
    const files = unique([...anywhere, ...(await filesAt(came))]);
    const results = await this.search.searchFiles(files, { lost: this.searched, token });
    if (token.isCancellationRequested) return;
    const discoveries: Discovery[] = [];
    for (const [key, found] of results) {
      const article = uriOfKey(key);
      const [best, ...others] = found.filter(
        ({ hasSidecar, match }) => !hasSidecar && match.found >= match.passages * ENOUGH,
      );
      if (best === undefined || this.told.has(key) || !(await this.isLost(article))) continue;
      this.told.add(key);
      this.searched.remove(key);
      discoveries.push({ article, candidates: [best, ...others] });
    }
    if (discoveries.length > 0) this.found.fire(discoveries);
  }
}

/** What came: files, and the files of folders, which may be told without them; each once. */
async function filesAt(came: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const isWanted = (uri: vscode.Uri) => !isSidecar(uri) && !isCodebook(uri);
  const found = await someAtATime(came, async (uri) => {
    if (await isFile(uri)) return [uri];
    return (await isFolder(uri))
      ? findFilesIn(uri, {
          glob: '**/*',
          matches: isWanted,
          limit: MOST_EVENTS,
          exclude: '**/{.git,node_modules}/**',
        })
      : [];
  });
  return unique(found.flat().filter(isWanted));
}

function unique(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

/** Waits while git is at work in one of the workspace folders. */
async function gitIsDone(): Promise<void> {
  const locks = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) =>
    vscode.Uri.joinPath(uri, '.git', 'index.lock'),
  );
  for (let waited = 0; waited < PATIENCE; waited += 1) {
    const held = await Promise.all(locks.map(isFile));
    if (!held.includes(true)) return;
    await new Promise((resolve) => setTimeout(resolve, SECOND));
  }
}
