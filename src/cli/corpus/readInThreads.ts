import { selectPacked } from '../../core/corpus/packed/selectPacked';
import type { CorpusCache } from '../../disk/corpus/corpusCache.node';
import { readCorpus, type CorpusChunk } from '../../disk/corpus/readCorpus.node';
import { readElsewhere, shareFor, type ReadElsewhere } from './secondThread';

type Chunk = Pick<CorpusChunk, 'packed' | 'careful' | 'done'>;

/**
 * Reads the sidecars of some articles as `readCorpus` does, with the help of a second thread where
 * many are to be read.
 *
 * @param program the program's own file, which the thread runs; undefined: there is none
 */
export async function* readInThreads(
  articles: readonly string[],
  cache: CorpusCache,
  program: string | undefined,
): AsyncGenerator<Chunk, void> {
  const theirs = shareFor(program, articles, cache);
  if (program === undefined || theirs.length === 0) {
    yield* readCorpus(articles, cache);
    return;
  }
  // Where the thread can't do it, this one does: slower, but nothing is left out.
  const elsewhere = readElsewhere(program, theirs).catch(() => undefined);
  const isTheirs = new Set(theirs);
  const ours = articles.filter((article) => !isTheirs.has(article));
  yield* readCorpus(ours, cache);
  const read = await elsewhere;
  if (read === undefined) yield* readCorpus(theirs, cache);
  else for (const one of read) yield keepRead(one, cache, articles.length);
}

/** Takes over what the other thread read. */
function keepRead(
  { packed, stamps, careful }: ReadElsewhere,
  cache: CorpusCache,
  done: number,
): Chunk {
  const kept = packed.articles.map((article, i) => ({ packed, article, stamp: stamps[i] ?? '' }));
  for (const article of kept) cache.keep(article);
  for (const article of careful) cache.drop(article);
  // A copy: who takes it changes it.
  return { packed: selectPacked(kept), careful, done };
}
