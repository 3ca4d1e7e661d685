/**
 * Reads the corpus in a thread of its own, so that no window waits for it: the entry of
 * dist/corpusWorker.js.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { checkArticle, type CheckedArticle } from './checkArticles.node';
import { CorpusCache } from './corpusCache.node';
import type { FromWorker, Job, ToWorker, WorkerStart } from './protocol';
import {
  changedSince,
  dropOutside,
  findArticles,
  lookOf,
  nothingHandedOut,
  readCorpus,
  staleArticles,
  type CorpusChunk,
} from './readCorpus.node';

/** So many answers may be on their way: more would be taken in one go, and hold others up. */
const ON_THEIR_WAY = 3;
/** For how long articles are looked into before it is told, in milliseconds. */
const TELL_AFTER = 200;
/** How long changes that come later wait for more, before it is written, in milliseconds. */
const WRITTEN_AFTER = 10_000;

class CorpusWorker {
  private readonly cache: CorpusCache;
  private readonly handedOut = nothingHandedOut();
  /** What couldn't be read when sidecars were looked for last. */
  private unread = new Set<string>();
  private running: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private onTheirWay = 0;
  private goOn: () => void = () => undefined;

  constructor(
    { cacheFile, handedOut = [] }: WorkerStart,
    private readonly post: (answer: FromWorker, transfer: readonly ArrayBuffer[]) => void,
  ) {
    this.cache = new CorpusCache(cacheFile);
    // What they were then isn't known any more.
    for (const article of handedOut) this.handedOut.sidecars.set(article, '');
  }

  take(asked: ToWorker): void {
    if (asked.kind === 'taken') {
      this.onTheirWay -= 1;
      this.goOn();
    } else this.running = this.running.then(() => this.run(asked));
  }

  private async run(asked: Job): Promise<void> {
    const { job } = asked;
    try {
      if (asked.kind === 'check') await this.check(job, asked.articles);
      else if (asked.kind === 'read') await this.read(job, asked.articles);
      else if (asked.kind === 'load') await this.load(job, asked.folders);
      else await this.look(job, asked.folders);
      this.post({ kind: 'done', job }, []);
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.post({ kind: 'failed', job, message }, []);
    }
    if (!this.cache.isWorthWriting) return;
    if (asked.kind === 'load') this.writeCache(job);
    else this.timer ??= setTimeout(() => this.writeCache(job), WRITTEN_AFTER);
  }

  private async load(job: number, folders: readonly string[]): Promise<void> {
    const articles = this.find(job, folders);
    this.cache.dropAllBut(new Set(articles));
    await this.read(job, articles);
  }

  private async look(job: number, folders: readonly string[]): Promise<void> {
    const chunk = dropOutside(folders, this.handedOut);
    if (chunk.gone.length > 0) await this.answer({ kind: 'chunk', job, chunk }, buffersOf(chunk));
    const present = this.find(job, folders);
    await this.read(job, changedSince(this.handedOut, present));
    for (const stale of staleArticles(this.handedOut, present))
      await this.answer({ kind: 'chunk', job, chunk: stale }, buffersOf(stale));
  }

  /** Says what can't be read, once. */
  private find(job: number, folders: readonly string[]): string[] {
    const before = this.unread;
    this.unread = new Set();
    return findArticles(folders, ({ path, reason }) => {
      this.unread.add(path);
      if (before.has(path)) return;
      const message = `Sidecars in ${path} could not be looked for: ${reason}`;
      this.post({ kind: 'warning', job, message }, []);
    });
  }

  private async read(job: number, articles: readonly string[]): Promise<void> {
    for (const chunk of readCorpus(articles, this.cache, this.handedOut)) {
      await this.answer({ kind: 'chunk', job, chunk }, buffersOf(chunk));
    }
  }

  private async check(job: number, articles: readonly string[]): Promise<void> {
    let checked: CheckedArticle[] = [];
    let [done, toldAt] = [0, performance.now()];
    for (const article of articles) {
      // Asked for before: what comes later is found when it is looked next.
      this.handedOut.articles.set(article, lookOf(article));
      const one = checkArticle(article, this.cache);
      done += 1;
      checked.push(one);
      if (performance.now() - toldAt < TELL_AFTER && done < articles.length) continue;
      await this.answer({ kind: 'checked', job, checked }, []);
      [checked, toldAt] = [[], performance.now()];
    }
  }

  /** Answers once there are few enough answers on their way. */
  private async answer(answer: FromWorker, transfer: readonly ArrayBuffer[]): Promise<void> {
    this.onTheirWay += 1;
    this.post(answer, transfer);
    while (this.onTheirWay >= ON_THEIR_WAY)
      await new Promise<void>((resolve) => {
        this.goOn = resolve;
      });
  }

  /** A full disk, say, only means that everything is read the next time. */
  private writeCache(job: number): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      this.cache.write();
    } catch (error) {
      const message = `What was read of sidecars could not be kept: ${String(error)}`;
      this.post({ kind: 'warning', job, message }, []);
    }
  }
}

function buffersOf({ packed }: CorpusChunk): ArrayBuffer[] {
  const { codes, times, lines, marks, text } = packed;
  return [codes, times, lines, marks, text].map(({ buffer }) => buffer);
}

const port = parentPort;
if (port !== null) {
  const worker = new CorpusWorker(workerData as WorkerStart, (answer, transfer) =>
    port.postMessage(answer, transfer),
  );
  port.on('message', (asked: ToWorker) => worker.take(asked));
}
