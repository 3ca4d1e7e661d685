import assert from 'node:assert/strict';
import { readInThreads } from '../../../../src/cli/corpus/readInThreads';
import { CorpusCache } from '../../../../src/disk/corpus/corpusCache.node';
import { findArticles } from '../../../../src/disk/corpus/readCorpus.node';
import { LINES, sidecarFor, write } from '../../disk/corpus/articles';
import { folderForEach } from '../../disk/disk';

describe('reading in two threads', () => {
  const folder = folderForEach();

  it('reads all in one where the second one fails', async () => {
    const sidecar = sidecarFor(LINES);
    for (let i = 0; i < 1_002; i++) write(folder.file(`in/${i}.md.claims.yaml`), sidecar);
    write(folder.file('in/broken.md.claims.yaml'), 'annotations: [');
    write(folder.file('throws.cjs'), 'throw new Error("no");');
    write(folder.file('ends.cjs'), '');
    const articles = findArticles([folder.file('in')]);
    for (const program of [undefined, 'throws.cjs', 'ends.cjs', 'none.cjs']) {
      const cache = new CorpusCache();
      const read = new Set<string>();
      let done = 0;
      const file = program && folder.file(program);
      for await (const chunk of readInThreads(articles, cache, file)) {
        for (const { name } of chunk.packed.articles) read.add(name);
        for (const name of chunk.careful) read.add(name);
        done += chunk.packed.articles.length + chunk.careful.length;
      }
      assert.deepEqual([...read].sort(), [...articles].sort(), program);
      assert.equal(done, articles.length, 'each once');
      assert.equal([...cache.all()].length, articles.length - 1);
    }
  });
});
