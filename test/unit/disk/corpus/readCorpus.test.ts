import assert from 'node:assert/strict';
import { rmSync, utimesSync } from 'node:fs';
import { CorpusCache } from '../../../../src/disk/corpus/corpusCache.node';
import {
  changedSince,
  findArticles,
  readCorpus,
  nothingHandedOut,
  staleArticles,
} from '../../../../src/disk/corpus/readCorpus.node';
import { folderForEach } from '../disk';
import { laterBy, LINES, saidIn, sidecarFor, TEXT, write } from './articles';

describe('reading many sidecars', () => {
  const folder = folderForEach();
  const sidecar = (name: string) => folder.file(`${name}.claims.yaml`);

  /** As if it had been written a while ago. */
  function put(name: string, text: string | Uint8Array): void {
    write(sidecar(name), text);
    utimesSync(sidecar(name), 1_700_000_000, 1_700_000_000);
  }

  it('says what stands in them, in reading order', () => {
    put('a.md', sidecarFor([LINES[2] ?? '', LINES[0] ?? '']));
    put('子/b.md', sidecarFor([LINES[1] ?? ''], { prefix: 'b', speaker: 'Wang' }));
    write(folder.file('a.md'), TEXT);
    const chunks = [...readCorpus(findArticles([folder.path]), new CorpusCache())];
    assert.deepEqual(saidIn(chunks), {
      [folder.file('a.md')]: [`a2 李明 ${LINES[0]}`, `a1 李明 ${LINES[2]}`],
      [folder.file('子/b.md')]: [`b1 Wang ${LINES[1]}`],
    });
    const names = chunks.flatMap(({ packed }) => packed.articles.map(({ name }) => name));
    const known = new Map(chunks.flatMap(({ found }) => found).map((one, i) => [names[i], one]));
    assert.equal(known.get(folder.file('a.md')), undefined);
    assert.equal(known.get(folder.file('子/b.md')), 'missing');
  });

  it('leaves to others what isn’t plainly right, and says what is gone', () => {
    put('good.md', sidecarFor([LINES[0] ?? '']));
    put('broken.md', 'annotations: [');
    put('latin.md', Uint8Array.of(0x61, 0xe9, 0x0a));
    put('newer.md', 'version: 99\nannotations: []\n');
    const names = ['good.md', 'broken.md', 'latin.md', 'newer.md', 'gone.md'].map(folder.file);
    const [chunk] = [...readCorpus(names, new CorpusCache())];
    assert.ok(chunk);
    assert.deepEqual(
      chunk.packed.articles.map(({ name }) => name),
      [folder.file('good.md')],
    );
    assert.deepEqual(chunk.careful, ['broken.md', 'latin.md', 'newer.md'].map(folder.file));
    assert.deepEqual(chunk.gone, [folder.file('gone.md')]);
    assert.equal(chunk.done, 5);
  });

  it('hands them out some at a time', () => {
    const text = sidecarFor([LINES[0] ?? '']);
    for (let i = 0; i < 250; i++) put(`${i}.md`, text);
    const chunks = [...readCorpus(findArticles([folder.path]), new CorpusCache())];
    assert.ok(chunks.length >= 3);
    assert.ok(chunks.every(({ packed }) => packed.articles.length <= 60));
    assert.equal(chunks.at(-1)?.done, 250);
    assert.equal(Object.keys(saidIn(chunks)).length, 250);
  });

  it('takes from the cache what is as it was, and nothing else', () => {
    const cache = new CorpusCache();
    put('a.md', sidecarFor([LINES[0] ?? '']));
    put('b.md', sidecarFor([LINES[1] ?? ''], { prefix: 'b' }));
    const articles = findArticles([folder.path]);
    const restore = laterBy(10_000);
    const first = saidIn([...readCorpus(articles, cache)]);
    const { changes } = cache;
    assert.deepEqual(saidIn([...readCorpus(articles, cache)]), first);
    assert.equal(cache.changes, changes, 'nothing was read again');

    // The same length and the same time, as after a copy that keeps times: the file is another one.
    put('b.md', sidecarFor([LINES[1] ?? ''], { prefix: 'c' }));
    assert.deepEqual(saidIn([...readCorpus(articles, cache)])[folder.file('b.md')], [
      `c1 李明 ${LINES[1]}`,
    ]);
    restore();
  });

  it('doesn’t rely on the time of a file that was just written', () => {
    const cache = new CorpusCache();
    write(sidecar('a.md'), sidecarFor([LINES[0] ?? '']));
    const articles = findArticles([folder.path]);
    Array.from(readCorpus(articles, cache));
    const { changes } = cache;
    Array.from(readCorpus(articles, cache));
    assert.ok(cache.changes > changes, 'it was read again');
  });

  it('doesn’t rely on it either where others took long to read', () => {
    const cache = new CorpusCache();
    const handedOut = nothingHandedOut();
    write(sidecar('a.md'), sidecarFor([LINES[0] ?? '']));
    const { now } = Date;
    let asked = 0;
    Date.now = () => now() + 3_000 * asked++;
    try {
      Array.from(readCorpus([folder.file('a.md')], cache, handedOut));
    } finally {
      Date.now = now;
    }
    const { changes } = cache;
    Array.from(readCorpus([folder.file('a.md')], cache));
    assert.ok(cache.changes > changes, 'it was read again');
    assert.deepEqual(changedSince(handedOut, [folder.file('a.md')]), [folder.file('a.md')]);
  });

  it('knows what came, changed or went since it was handed out', () => {
    const handedOut = nothingHandedOut();
    for (const name of ['same.md', 'changed.md', 'gone.md'])
      put(name, sidecarFor([LINES[0] ?? '']));
    const restore = laterBy(10_000);
    Array.from(readCorpus(findArticles([folder.path]), new CorpusCache(), handedOut));
    put('changed.md', sidecarFor([LINES[1] ?? '']));
    rmSync(sidecar('gone.md'));
    put('new.md', sidecarFor([LINES[2] ?? '']));
    const changed = changedSince(handedOut, findArticles([folder.path]));
    const expected = ['changed.md', 'gone.md', 'new.md'].map(folder.file);
    assert.deepEqual([...changed].sort(), expected);
    restore();
  });

  it('knows which articles came, changed or went since they were looked at, and tells it once', () => {
    const handedOut = nothingHandedOut();
    const names = Array.from({ length: 450 }, (_, i) => folder.file(`${i}.md`));
    for (const [i, name] of names.entries()) {
      put(`${i}.md`, sidecarFor([LINES[0] ?? '']));
      if (i !== 3) write(name, TEXT);
    }
    Array.from(readCorpus(names, new CorpusCache(), handedOut));
    const stale = () => [...staleArticles(handedOut, names)].map((chunk) => chunk.stale);
    assert.deepEqual(stale(), []);
    rmSync(folder.file('1.md'));
    write(folder.file('2.md'), `${TEXT}more`);
    write(folder.file('3.md'), TEXT);
    assert.deepEqual(stale(), [['1.md', '2.md', '3.md'].map(folder.file)]);
    assert.deepEqual(stale(), []);
    for (const name of names) rmSync(name, { force: true });
    assert.equal(stale().flat().length, 449);
    for (const name of names) write(name, TEXT);
    assert.deepEqual(
      stale().map(({ length }) => length),
      [200, 200, 50],
    );
  });
});
