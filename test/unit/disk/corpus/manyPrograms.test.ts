import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleScript, Child, node } from '../../../stress/childScript';
import { CorpusCache } from '../../../../src/disk/corpus/corpusCache.node';
import { findArticles, readCorpus } from '../../../../src/disk/corpus/readCorpus.node';
import { folderForEach } from '../disk';
import { laterBy, LINES, saidIn, sidecarFor, write } from './articles';

const PROGRAMS = 4;
const SIDECARS = 40;

describe('a cache that several programs use at once', () => {
  const folder = folderForEach();
  let scripts = '';
  let script = '';
  before(async () => {
    scripts = mkdtempSync(join(tmpdir(), 'claim-annotator-cache-'));
    script = await bundleScript('test/unit/disk/corpus/cacheUser.ts', scripts);
  });
  after(() => rmSync(scripts, { recursive: true, force: true }));

  /** Each version's text is greater than the one before, and as long. */
  function put(i: number, version: number): void {
    const path = folder.file(`in/文${i}.md.claims.yaml`);
    const text = sidecarFor([LINES[i % 3] ?? ''], { prefix: `v${10_000 + version}x` });
    // As editors write, and as git does.
    if (i % 2 === 0) return write(path, text);
    write(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  }

  it('never says what is older than the sidecars, and stays whole when they are killed', async () => {
    for (let i = 0; i < SIDECARS; i++) put(i, 0);
    const file = folder.file('cache/a.corpus');
    const begin = () => new Child(node(script, folder.file('in'), file, '1000'));
    const children = Array.from({ length: PROGRAMS }, begin);
    const told: string[] = [];
    for (let version = 1; version <= 24; version++) {
      for (let i = version % 7; i < SIDECARS; i += 7) put(i, version);
      const n = version % PROGRAMS;
      told.push((await children[n]?.next()) ?? 'ended');
      if (version % 6 !== 0) continue;
      await children[n]?.kill();
      children[n] = begin();
    }
    for (const child of children) await child.kill();
    for (const child of children) told.push(...(await child.rest()));
    for (const { complaints } of children) assert.equal(complaints, '');
    assert.deepEqual([...new Set(told)], ['read']);
    assert.ok(told.length > 24, `${told.length} rounds`);

    const kept = new CorpusCache(file);
    assert.equal([...kept.all()].length, SIDECARS, 'it is whole');
    const articles = findArticles([folder.file('in')]);
    const restore = laterBy(10_000);
    const [first, again] = [kept, new CorpusCache()].map((cache) =>
      saidIn([...readCorpus(articles, cache)]),
    );
    restore();
    assert.deepEqual(first, again);
  });
});
