import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleScript, Child } from '../../../stress/childScript';
import { CorpusCache } from '../../../../src/disk/corpus/corpusCache.node';
import { findArticles, readCorpus } from '../../../../src/disk/corpus/readCorpus.node';
import { folderForEach } from '../disk';
import { laterBy, LINES, saidIn, sidecarFor, write } from './articles';

/** Runs a command where the folder `$1` is a disk of 64 kB; others don't see it. */
const ON_SMALL_DISK = 'mount -t tmpfs -o size=64k tmpfs "$1" && shift && exec "$@"';
const onSmallDisk = (disk: string, ...command: readonly string[]) =>
  spawnSync('unshare', ['-rm', 'sh', '-c', ON_SMALL_DISK, 'sh', disk, ...command], {
    encoding: 'utf8',
  });

describe('reading a corpus in trouble', () => {
  const folder = folderForEach();

  it('keeps the cache that there is where the disk is full, and leaves nothing beside it', async function () {
    const disk = folder.file('disk');
    mkdirSync(disk);
    if (onSmallDisk(disk, 'true').status !== 0) {
      console.log('    (needs unshare and a disk of its own, as on Linux)');
      return this.skip();
    }
    for (let i = 0; i < 400; i++)
      write(folder.file(`in/${i}.md.claims.yaml`), sidecarFor(LINES, { prefix: `n${i}x` }));
    const scripts = mkdtempSync(join(tmpdir(), 'claim-annotator-disk-'));
    try {
      const script = await bundleScript('test/unit/disk/corpus/fullDisk.ts', scripts);
      const { stdout, stderr } = onSmallDisk(
        disk,
        process.execPath,
        script,
        folder.file('in'),
        disk,
      );
      assert.equal(stderr, '');
      assert.deepEqual(JSON.parse(stdout), {
        first: 'written',
        then: 'ENOSPC',
        left: ['a.corpus'],
        kept: 1,
      });
    } finally {
      rmSync(scripts, { recursive: true, force: true });
    }
  });

  it('has all of a file that grew while it was read, once it is whole', async () => {
    const path = folder.file('in/a.md.claims.yaml');
    write(path, sidecarFor([LINES[0] ?? '']));
    const program = `
      const { appendFileSync } = require('node:fs');
      for (let i = 0; i < 400; i++) {
        const entry = '  - id: g' + i + '\\n    role: claim\\n    passages:\\n      - exact: words ' + i + '\\n';
        // As large writings come, in parts.
        for (let at = 0; at < entry.length; at += 17)
          appendFileSync(${JSON.stringify(path)}, entry.slice(at, at + 17));
      }`;
    const child = new Child([process.execPath, '-e', program]);
    const cache = new CorpusCache();
    const articles = findArticles([folder.file('in')]);
    const read = () => [...readCorpus(articles, cache)];
    const writer = { ended: false };
    void child.ended.then(() => (writer.ended = true));
    let most = 0;
    while (!writer.ended) {
      const [said = []] = Object.values(saidIn(read()));
      // What was read in between may be cut off, but isn't less than before.
      if (said.length > 0) assert.ok(said.length >= most, `${said.length} after ${most}`);
      most = Math.max(most, said.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(child.complaints, '');
    const whole = () => Object.values(saidIn(read())).flat().length;
    assert.equal(whole(), 401);
    const restore = laterBy(10_000);
    assert.equal(whole(), 401);
    // As long as the clock says that it was long ago, it is relied on; but not once it grows again.
    appendFileSync(path, '  - id: last\n    role: claim\n    passages: [{exact: x}]\n');
    assert.equal(whole(), 402);
    restore();
  });

  it('reads all again while the clock is behind what was written', () => {
    const path = folder.file('in/a.md.claims.yaml');
    write(path, sidecarFor([LINES[0] ?? '']));
    const articles = findArticles([folder.file('in')]);
    const cache = new CorpusCache();
    const restore = laterBy(-3_600_000);
    Array.from(readCorpus(articles, cache));
    const { changes } = cache;
    const said = saidIn([...readCorpus(articles, cache)]);
    restore();
    assert.ok(cache.changes > changes, 'it was read again');
    assert.equal(Object.values(said).flat().length, 1);
  });

  it('ends where links lead in circles, and reads each sidecar once', () => {
    write(folder.file('in/甲/a.md.claims.yaml'), sidecarFor([LINES[0] ?? '']));
    for (const [link, target] of [
      ['in/甲/up', '..'],
      ['in/乙', '甲'],
      ['in/self', 'self'],
      ['in/甲/b.md.claims.yaml', 'b.md.claims.yaml'],
    ] as const)
      symlinkSync(target, folder.file(link));
    const chunks = [...readCorpus(findArticles([folder.file('in')]), new CorpusCache())];
    assert.deepEqual(Object.keys(saidIn(chunks)), [folder.file('in/甲/a.md')]);
    assert.deepEqual(
      chunks.flatMap(({ gone }) => gone),
      [],
    );
  });
});
