/**
 * `node fullDisk.cjs FOLDER DISK`: keeps what it reads of the sidecars in a folder in a cache on a
 * small disk, first of one sidecar, then of all: for these there is no room. Prints as JSON what
 * became of it.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusCache } from '../../../../src/disk/corpus/corpusCache.node';
import { findArticles, readCorpus } from '../../../../src/disk/corpus/readCorpus.node';

const [folder = '', disk = ''] = process.argv.slice(2);
const file = join(disk, 'a.corpus');
const articles = findArticles([folder]);

function keep(names: readonly string[]): string {
  const cache = new CorpusCache(file);
  Array.from(readCorpus(names, cache));
  try {
    cache.write();
    return 'written';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

const first = keep(articles.slice(0, 1));
const then = keep(articles);
const left = readdirSync(disk);
const kept = [...new CorpusCache(file).all()].length;
console.log(JSON.stringify({ first, then, left, kept }));
