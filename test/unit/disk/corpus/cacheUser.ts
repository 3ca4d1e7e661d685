/**
 * `node cacheUser.cjs FOLDER CACHE ROUNDS`: reads the sidecars in a folder over and over, each time
 * as a program that was just started, with a cache that others use too. Says `older ARTICLE` where
 * the cache says something older than what stood in the file before, and `read` after each round.
 */
import { CorpusCache } from '../../../../src/disk/corpus/corpusCache.node';
import { findArticles, readCorpus } from '../../../../src/disk/corpus/readCorpus.node';
import { saidIn } from './articles';

const [folder = '', file = '', rounds = ''] = process.argv.slice(2);

/** What each sidecar says: later texts are greater. */
function readWith(cache: CorpusCache): Record<string, string[]> {
  return saidIn([...readCorpus(findArticles([folder]), cache)]);
}

for (let round = 0; round < Number(rounds); round++) {
  const before = readWith(new CorpusCache());
  const cache = new CorpusCache(file);
  const now = readWith(cache);
  for (const [article, [said]] of Object.entries(now))
    // Between emptying a file and writing it, nothing stands in it.
    if (said !== undefined && said < (before[article]?.[0] ?? '')) console.log(`older ${article}`);
  cache.write();
  console.log('read');
}
