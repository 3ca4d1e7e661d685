import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { PackedArticles } from '../../core/corpus/packed/packArticles';
import { CorpusCache } from '../../disk/corpus/corpusCache.node';
import { nothingHandedOut, readCorpus } from '../../disk/corpus/readCorpus.node';
import type { Stamp } from '../../disk/corpus/stamp.node';

/** For fewer sidecars, starting a thread takes longer than reading them. */
const WORTH_A_THREAD = 1_000;

/** Some sidecars that the second thread read. */
export interface ReadElsewhere {
  readonly packed: PackedArticles;
  /** Of each of them, what it was when it was read. */
  readonly stamps: readonly Stamp[];
  /** The articles whose sidecars must be read with care. */
  readonly careful: readonly string[];
}

type Answer = ReadElsewhere | 'done';

/**
 * The articles that a second thread had better read: every other one of those that aren't known.
 *
 * @param program the program's own file, which the thread runs
 */
export function shareFor(
  program: string | undefined,
  articles: readonly string[],
  cache: CorpusCache,
): readonly string[] {
  if (program === undefined || availableParallelism() < 2) return [];
  const unknown = articles.filter((article) => !cache.has(article));
  return unknown.length < WORTH_A_THREAD ? [] : unknown.filter((_, i) => i % 2 === 1);
}

/**
 * Has a second thread read some sidecars, from now on.
 *
 * @returns what it read, once it is at the end; fails if it breaks off
 */
export function readElsewhere(
  program: string,
  articles: readonly string[],
): Promise<readonly ReadElsewhere[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: articles });
    const read: ReadElsewhere[] = [];
    worker.on('message', (answer: Answer) => {
      if (answer === 'done') resolve(read);
      else read.push(answer);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The second thread ended.')));
  });
}

/** What the second thread does: it reads the sidecars that it was started for. */
export function runSecondThread(): void {
  const handedOut = nothingHandedOut();
  const articles = workerData as readonly string[];
  for (const { packed, careful } of readCorpus(articles, new CorpusCache(), handedOut)) {
    const { codes, times, lines, marks, text } = packed;
    const answer: Answer = {
      packed,
      stamps: packed.articles.map(({ name }) => handedOut.sidecars.get(name) ?? ''),
      careful,
    };
    const moved = [codes, times, lines, marks, text].map(({ buffer }) => buffer);
    parentPort?.postMessage(answer, moved);
  }
  parentPort?.postMessage('done' satisfies Answer);
}
