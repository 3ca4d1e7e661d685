import assert from 'node:assert/strict';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { cacheFileOf } from '../../../src/disk/corpus/cacheFolder.node';
import { CorpusCache } from '../../../src/disk/corpus/corpusCache.node';
import { laterBy, LINES, sidecarFor, TEXT } from '../disk/corpus/articles';
import { claimsForEach } from './claims';

/** So many sidecars are worth keeping. */
const ARTICLES = 52;
const A_WHILE_AGO = 1_700_000_000;

describe('what claims keeps of what it read', () => {
  const folder = claimsForEach();
  const { file, write, read, fine, run } = folder;
  let restoreClock: () => void;

  const name = (i: number) => (i % 2 === 0 ? `文章${i}.md` : `in/${i}.md`);
  const cacheFile = () => cacheFileOf([folder.path]);

  beforeEach(() => {
    for (let i = 0; i < ARTICLES; i++) {
      write(name(i), i % 3 === 0 ? TEXT.replace(LINES[1] ?? '', '') : TEXT);
      write(`${name(i)}.claims.yaml`, sidecarFor(LINES, { prefix: `s${i}x` }));
      // Whole seconds, which can be set once more.
      for (const path of [name(i), `${name(i)}.claims.yaml`]) setTime(file(path));
    }
    // Nobody relies on the time of what was just written.
    restoreClock = laterBy(10_000);
  });
  afterEach(() => restoreClock());

  /** All answers that may come from what was kept. */
  const answers = async (...options: readonly string[]) =>
    Promise.all(
      [
        ['list', '--count', '--filter', 'state=orphaned'],
        ['list', '--filter', 'state=changed'],
        ['stats', '--json'],
        ['export'],
        ['check', '--json'],
      ].map((args) => run(...args, ...options)),
    );

  it('is the file of a window that has the folder open, and knows passages, too', async () => {
    await fine('list', '--count', '--filter', 'state=orphaned');
    const kept = [...new CorpusCache(cacheFile()).all()];
    assert.equal(kept.length, ARTICLES);
    assert.ok(kept.every(({ found }) => found?.states.length === LINES.length));
    const { mtimeMs } = statSync(cacheFile());
    assert.equal(await fine('list', '--count', '--filter', 'state=orphaned'), '18\n');
    assert.equal(statSync(cacheFile()).mtimeMs, mtimeMs, 'there was nothing to write');
  });

  it('isn’t used, and nothing is kept, with --no-cache', async () => {
    await fine('list', '--count', '--no-cache');
    assert.ok(!existsSync(folder.caches));
    await fine('list', '--count');
    const whole = readFileSync(cacheFile());
    writeFileSync(cacheFile(), '');
    assert.equal(await fine('list', '--count', '--no-cache'), `${ARTICLES * LINES.length}\n`);
    assert.equal(statSync(cacheFile()).size, 0);
    assert.equal(await fine('list', '--count'), `${ARTICLES * LINES.length}\n`);
    assert.equal(readFileSync(cacheFile()).length, whole.length);
  });

  it('is nothing for single articles, nor for a few', async () => {
    await fine('list', name(0), name(1));
    await fine('list', '--filter', 'linked=<rebuts', name(0));
    rmSync(folder.caches, { recursive: true, force: true });
    for (let i = 40; i < ARTICLES; i++) rmSync(file(`${name(i)}.claims.yaml`));
    await fine('stats');
    assert.ok(!existsSync(folder.caches));
  });

  it('may be where nothing can be written', async () => {
    process.env['XDG_CACHE_HOME'] = file(name(0));
    assert.equal(await fine('list', '--count'), `${ARTICLES * LINES.length}\n`);
  });

  it('never changes an answer, whatever happened to files', async () => {
    await answers();
    const path = fc
      .tuple(fc.nat(ARTICLES - 1), fc.constantFrom('', '.claims.yaml'))
      .map(([i, suffix]) => `${name(i)}${suffix}`);
    const event = fc.tuple(fc.constantFrom(...HAPPENED), path);
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 8 }), async (events) => {
        for (const [kind, where] of events) happen(kind, file(where));
        assert.deepEqual(await answers(), await answers('--no-cache'));
      }),
      { numRuns: 12 },
    );
  });

  it('is made anew where it is broken', async () => {
    await fine('stats');
    const whole = readFileSync(cacheFile());
    const printed = await fine('stats', '--no-cache');
    for (const content of [whole.subarray(1), whole.subarray(0, -1), Buffer.alloc(0)]) {
      writeFileSync(cacheFile(), content);
      assert.equal(await fine('stats'), printed);
      assert.equal(readFileSync(cacheFile()).length, whole.length);
    }
  });

  it('doesn’t take another folder’s for its own', async () => {
    await fine('list', '--count');
    const [own] = readdirSync(folder.caches);
    write('other/claims.codebook.yaml', 'version: 1\n');
    writeFileSync(cacheFileOf([file('other')]), readFileSync(join(folder.caches, own ?? '')));
    assert.equal(await fine('list', '--count', 'other'), '0\n');
    assert.match(read(name(2)), /开源/);
  });
});

function setTime(path: string): void {
  utimesSync(path, A_WHILE_AGO, A_WHILE_AGO);
}

/** What may happen to a file. */
const HAPPENED = [
  'changed',
  'changed with the same time',
  'another one of the same size and time',
  'touched',
  'removed',
  'renamed',
  'broken',
] as const;

function happen(kind: (typeof HAPPENED)[number], path: string): void {
  if (!existsSync(path)) return;
  const changed = readFileSync(path, 'utf8').replace('差距', '距差');
  switch (kind) {
    case 'changed':
      return writeFileSync(path, changed);
    case 'changed with the same time':
      writeFileSync(path, changed);
      return setTime(path);
    case 'another one of the same size and time':
      // As after a copy that keeps them.
      writeFileSync(`${path}.new`, changed);
      setTime(`${path}.new`);
      return renameSync(`${path}.new`, path);
    case 'touched':
      return utimesSync(path, new Date(), new Date());
    case 'removed':
      return rmSync(path);
    case 'renamed':
      return renameSync(path, path.replace('.md', 'b.md'));
    case 'broken':
      return writeFileSync(path, 'annotations: [');
  }
}
