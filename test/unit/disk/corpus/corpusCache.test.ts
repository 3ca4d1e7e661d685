import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import fc from 'fast-check';
import { cacheFileOf } from '../../../../src/disk/corpus/cacheFolder.node';
import { CorpusCache } from '../../../../src/disk/corpus/corpusCache.node';
import { findArticles, readCorpus } from '../../../../src/disk/corpus/readCorpus.node';
import { folderForEach } from '../disk';
import { laterBy, LINES, saidIn, sidecarFor, write } from './articles';

describe('the cache of what was read of sidecars', () => {
  const folder = folderForEach();
  let file = '';
  let expected: Record<string, string[]> = {};

  /** What a cache makes of the corpus, and how many sidecars it had to read. */
  function readWith(cache: CorpusCache): { said: Record<string, string[]>; changes: number } {
    const said = saidIn([...readCorpus(findArticles([folder.file('in')]), cache)]);
    return { said, changes: cache.changes };
  }

  beforeEach(() => {
    file = folder.file('cache/here.corpus');
    for (let i = 0; i < 12; i++) {
      const path = folder.file(`in/文章${i}.md.claims.yaml`);
      write(path, sidecarFor(LINES, { prefix: `s${i}x`, speaker: i % 2 ? '王芳' : 'Li' }));
    }
    // Long enough ago: else nobody relies on the time of what was just written.
    const restore = laterBy(10_000);
    const cache = new CorpusCache(file);
    expected = readWith(cache).said;
    cache.keepFound(folder.file('in/文章0.md'), {
      states: [1, 2, 4],
      facts: { title: '标题' },
      stamp: 'x',
    });
    cache.write();
    restore();
  });

  it('gives back what it was given, without reading', () => {
    const { said, changes } = readWith(new CorpusCache(file));
    assert.deepEqual(said, expected);
    assert.equal(Object.keys(said).length, 12);
    assert.equal(changes, 0);
  });

  it('counts as none, and is written anew, if it is broken, cut off, foreign or of another version', () => {
    const whole = readFileSync(file);
    const broken = Buffer.from(whole);
    broken[whole.length >> 1] = (broken[whole.length >> 1] ?? 0) ^ 1;
    const contents = {
      broken,
      cut: whole.subarray(0, whole.length - 1),
      empty: new Uint8Array(),
      foreign: Buffer.from('{"version": 1}'),
      newer: Buffer.concat([Buffer.from('claims corpus cache 9\n'), whole.subarray(22)]),
    };
    for (const [kind, content] of Object.entries(contents)) {
      writeFileSync(file, content);
      const cache = new CorpusCache(file);
      const { said, changes } = readWith(cache);
      assert.deepEqual(said, expected, kind);
      assert.equal(changes, 12, kind);
    }
  });

  it('counts as none if another program wrote it: it may have read the same otherwise', () => {
    const cache = new CorpusCache(file, '1.1');
    const { said, changes } = readWith(cache);
    assert.deepEqual(said, expected);
    assert.equal(changes, 12);
    cache.write();
    assert.deepEqual([...new CorpusCache(file, '1.1').all()].length, 12);
    assert.deepEqual([...new CorpusCache(file).all()], []);
  });

  it('never says anything wrong, whichever byte was changed', () => {
    const whole = readFileSync(file);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(whole);
        changed[at] = ((changed[at] ?? 0) + by) % 256;
        writeFileSync(file, changed);
        assert.deepEqual(readWith(new CorpusCache(file)).said, expected);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the file there is where it can’t be written, and leaves nothing beside it', () => {
    const before = readFileSync(file);
    const cache = new CorpusCache(file);
    cache.drop(folder.file('in/文章1.md'));
    mkdirSync(`${file}x`);
    const elsewhere = new CorpusCache(folder.file('cache/here.corpus/no/folder'));
    elsewhere.changes = 1;
    assert.throws(() => elsewhere.write());
    assert.deepEqual(readFileSync(file), before);
    assert.equal(new CorpusCache(file).changes, 0);
  });

  it('keeps what was found only as long as the sidecar is the same', () => {
    const cache = new CorpusCache(file);
    const stamp = [...stampsOf(cache, folder.file('in/文章0.md'))];
    assert.deepEqual(stamp, [[1, 2, 4]]);
    write(folder.file('in/文章0.md.claims.yaml'), sidecarFor([LINES[0] ?? '']));
    readWith(cache);
    assert.deepEqual([...stampsOf(cache, folder.file('in/文章0.md'))], [undefined]);
  });

  it('removes caches that nobody wrote for months, and what broke off', () => {
    const old = new Date(Date.now() - 100 * 24 * 3_600_000);
    for (const name of ['old.corpus', 'old.corpus.tmp-1', 'other.txt']) {
      write(folder.file(`cache/${name}`), '');
      utimesSync(folder.file(`cache/${name}`), old, old);
    }
    const cache = new CorpusCache(file);
    cache.drop(folder.file('in/文章1.md'));
    cache.write();
    assert.deepEqual(folder.listIn('cache'), ['here.corpus', 'other.txt']);
  });

  it('is kept, whoever else removes old ones at the same moment', () => {
    // As one that was there when the folder was listed, and is gone when it is looked at.
    symlinkSync('nowhere', folder.file('cache/old.corpus'));
    const cache = new CorpusCache(file);
    cache.drop(folder.file('in/文章1.md'));
    cache.write();
    assert.equal([...new CorpusCache(file).all()].length, 11);
  });

  it('is in the user’s folder for caches, if that is told as it must be', () => {
    const { XDG_CACHE_HOME: before } = process.env;
    try {
      process.env['XDG_CACHE_HOME'] = folder.path;
      assert.equal(dirname(cacheFileOf(['/a'])), folder.file('claim-annotator'));
      process.env['XDG_CACHE_HOME'] = 'here';
      assert.ok(isAbsolute(cacheFileOf(['/a'])));
    } finally {
      if (before === undefined) delete process.env['XDG_CACHE_HOME'];
      else process.env['XDG_CACHE_HOME'] = before;
    }
  });

  it('is one file for the same folders, whatever their order', () => {
    assert.equal(cacheFileOf(['/a', '/b']), cacheFileOf(['/b', '/a']));
    assert.notEqual(cacheFileOf(['/a']), cacheFileOf(['/a', '/b']));
  });
});

/** What was found in an article, as a cache has it. */
function* stampsOf(cache: CorpusCache, article: string): Generator<readonly number[] | undefined> {
  for (const known of cache.all()) if (known.article.name === article) yield known.found?.states;
}
