import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { cacheFileOf } from '../../disk/corpus/cacheFolder.node';
import type { FromWorker, Job, ToWorker, WorkerStart } from '../../disk/corpus/protocol';
import type { CorpusReader, SidecarsRead, TakeRead } from './corpusReader';
import { corpusReader as throughVsCode } from './corpusReader.web';

type Answer = Exclude<FromWorker, { kind: 'done' | 'failed' }>;
/** A job without its number. */
type Task = Job extends infer One ? (One extends unknown ? Omit<One, 'job'> : never) : never;

interface Running {
  readonly take: (answer: Answer) => void;
  readonly end: (error?: Error) => void;
}

/**
 * Reads local files in a thread of its own, which also keeps what it read from one time to the
 * next; files that aren't local through VS Code. The browser's build has `corpusReader.web.ts` in
 * this module's place.
 */
class WorkerReader implements CorpusReader {
  private readonly others = throughVsCode();
  private readonly running = new Map<number, Running>();
  /** The articles whose sidecars were handed out: the next thread must say if they are gone. */
  private readonly handedOut = new Set<string>();
  private worker: Worker | undefined;
  private jobs = 0;

  constructor(private readonly logError: (error: unknown) => void) {}

  /** The thread starts, and reads the cache. */
  prepare(): void {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (split(folders.map(({ uri }) => uri)).local.length > 0) this.worker ??= this.start();
  }

  async readAll(folders: readonly vscode.Uri[], take: TakeRead): Promise<void> {
    const { local, others } = split(folders);
    await this.read({ kind: 'load', folders: pathsOf(local) }, take, (reader) =>
      reader.readAll(local, take),
    );
    if (others.length > 0) await this.others.readAll(others, take);
  }

  async readChanged(folders: readonly vscode.Uri[], take: TakeRead): Promise<void> {
    const { local, others } = split(folders);
    await this.read({ kind: 'look', folders: pathsOf(local) }, take, (reader) =>
      reader.readChanged(local, take),
    );
    if (others.length > 0) await this.others.readChanged(others, take);
  }

  async readSome(articles: readonly vscode.Uri[], take: TakeRead): Promise<void> {
    const { local, others } = split(articles);
    if (local.length > 0)
      await this.read({ kind: 'read', articles: pathsOf(local) }, take, (reader) =>
        reader.readSome(local, take),
      );
    if (others.length > 0) await this.others.readSome(others, take);
  }

  check: CorpusReader['check'] = async (articles, take) => {
    const { local, others } = split(articles);
    if (others.length > 0) await this.others.check(others, take);
    if (local.length === 0) return;
    try {
      await this.run({ kind: 'check', articles: pathsOf(local) }, (answer) => {
        if (answer.kind !== 'checked') return;
        take(
          answer.checked.map(({ article, ...checked }) => ({ key: keyOf(article), ...checked })),
        );
      });
    } catch (error) {
      this.logError(error);
      await this.others.check(local, take);
    }
  };

  dispose(): void {
    this.others.dispose();
    this.worker?.terminate().catch(this.logError);
    this.worker = undefined;
  }

  /**
   * @param otherwise what to do where the worker can't: slower, but nothing is left unread
   */
  private async read(
    task: Task,
    take: TakeRead,
    otherwise: (reader: CorpusReader) => Promise<void>,
  ): Promise<void> {
    try {
      await this.run(task, (answer) => {
        if (answer.kind !== 'chunk') return;
        const { packed, careful, gone } = answer.chunk;
        for (const { name } of packed.articles) this.handedOut.add(name);
        for (const article of careful) this.handedOut.add(article);
        for (const article of gone) this.handedOut.delete(article);
        take(withKeys(answer.chunk));
      });
    } catch (error) {
      this.logError(error);
      await otherwise(this.others);
    }
  }

  /** Has the worker do something; `take` is given its answers one by one, with pauses between. */
  private run(task: Task, take: (answer: Answer) => void): Promise<void> {
    const job = (this.jobs += 1);
    const worker = (this.worker ??= this.start());
    return new Promise((resolve, reject) => {
      this.running.set(job, {
        take,
        end: (error) => {
          this.running.delete(job);
          if (error === undefined) resolve();
          else reject(error);
        },
      });
      post(worker, { ...task, job });
    });
  }

  private start(): Worker {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const cacheFile = cacheFileOf(folders.map(({ uri }) => uri.fsPath));
    const workerData: WorkerStart = { cacheFile, handedOut: [...this.handedOut] };
    const worker = new Worker(join(__dirname, 'corpusWorker.js'), { workerData });
    // The window may be closed whatever the worker is doing.
    worker.unref();
    worker.on('message', (answer: FromWorker) => this.handle(worker, answer));
    worker.on('error', (error) => this.endAll(worker, error));
    worker.on('exit', () => this.endAll(worker, new Error('The reading thread ended.')));
    return worker;
  }

  private handle(worker: Worker, answer: FromWorker): void {
    const running = this.running.get(answer.job);
    if (answer.kind === 'done') running?.end();
    else if (answer.kind === 'warning') this.logError(new Error(answer.message));
    else if (answer.kind === 'failed') running?.end(new Error(answer.message));
    else {
      try {
        running?.take(answer);
      } finally {
        // Not at once: Node would take the next answer in the same go, and nothing else.
        setImmediate(() => post(worker, { kind: 'taken' }));
      }
    }
  }

  /** The next job gets a new thread. */
  private endAll(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { end } of [...this.running.values()]) end(error);
  }
}

export function corpusReader(logError: (error: unknown) => void): CorpusReader {
  return new WorkerReader(logError);
}

function post(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

function split(uris: readonly vscode.Uri[]): {
  readonly local: vscode.Uri[];
  readonly others: vscode.Uri[];
} {
  return {
    local: uris.filter(({ scheme }) => scheme === 'file'),
    others: uris.filter(({ scheme }) => scheme !== 'file'),
  };
}

function pathsOf(uris: readonly vscode.Uri[]): string[] {
  return uris.map(({ fsPath }) => fsPath);
}

function keyOf(path: string): string {
  return vscode.Uri.file(path).toString();
}

function withKeys({ packed, careful, gone, stale, ...chunk }: SidecarsRead): SidecarsRead {
  const articles = packed.articles.map((article) => ({ ...article, name: keyOf(article.name) }));
  return {
    ...chunk,
    packed: { ...packed, articles },
    careful: careful.map(keyOf),
    gone: gone.map(keyOf),
    stale: stale.map(keyOf),
  };
}
