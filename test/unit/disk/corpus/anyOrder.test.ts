import assert from 'node:assert/strict';
import { copyFileSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import fc from 'fast-check';
import { checkArticle } from '../../../../src/disk/corpus/checkArticles.node';
import { CorpusCache } from '../../../../src/disk/corpus/corpusCache.node';
import {
  changedSince,
  findArticles,
  readCorpus,
  type CorpusChunk,
  nothingHandedOut,
} from '../../../../src/disk/corpus/readCorpus.node';
import { folderForEach } from '../disk';
import { laterBy, LINES, saidIn, sidecarFor, TEXT, write } from './articles';

const NAMES = ['文章.md', '子/b.txt'];
const FILES = NAMES.flatMap((name) => [name, `${name}.claims.yaml`]);

/** Some are of the same length, some are as others, and some can't be read quickly or at all. */
const SIDECARS: readonly (string | Uint8Array)[] = [
  sidecarFor(LINES),
  sidecarFor(LINES, { prefix: 'b' }),
  sidecarFor([LINES[2] ?? '', LINES[0] ?? '']),
  sidecarFor([LINES[1] ?? ''], { speaker: 'Li' }),
  `article:\n  encoding: gb18030\n${sidecarFor(LINES)}`,
  'version: 1\nannotations: [',
  Uint8Array.of(0xce, 0xc4),
  '',
];
const ARTICLES: readonly (string | Uint8Array)[] = [
  TEXT,
  TEXT.replace('一年', '两年'),
  TEXT.replace(LINES[1] ?? '', ''),
  `\uFEFF${TEXT}`,
  Uint8Array.of(0xce, 0xc4),
];

/** What happens to the files, and what programs do meanwhile. */
const happenings = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: on('write', 'replace') },
    { weight: 4, arbitrary: on('touch', 'delete', 'rename', 'link', 'moveFolder') },
    { weight: 8, arbitrary: program('look') },
    { weight: 5, arbitrary: program('load', 'writeCache', 'newProcess') },
  ),
  { minLength: 5, maxLength: 30, size: 'max' },
);
type Happening = typeof happenings extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

function on<Kind extends string>(...kinds: readonly Kind[]) {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    file: fc.constantFrom(...FILES),
    to: fc.constantFrom(...FILES),
    content: fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7),
    /** It gets the time that all such files have, as from an archive. */
    isDated: fc.boolean(),
  });
}

function program<Kind extends string>(...kinds: readonly Kind[]) {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    /** At once, a while later, or with a clock that was put back. */
    clock: fc.constantFrom(0, 10_000, 10_000, 10_000, -3_600_000),
    /** Which of the caches that were written is there. */
    which: fc.nat(9),
  });
}

describe('reading sidecars with a cache, whatever happens to the files', () => {
  const folder = folderForEach();

  it('says what reading them without one says', () => {
    let run = 0;
    fc.assert(
      fc.property(happenings, (all) => {
        const world = new World(folder.file(`${(run += 1)}`));
        for (const one of all) world.happen(one);
        world.happen({ kind: 'look', clock: 10_000, which: 0 });
      }),
      // Each run takes a tenth of a second.
      { numRuns: fc.readConfigureGlobal().numRuns ?? 25 },
    );
  });
});

/** A folder, and a program that reads it: this one, one after the other. */
class World {
  private readonly caches: string[] = [];
  private readonly cacheFile: string;
  private cache: CorpusCache;
  private handedOut = nothingHandedOut();
  /** What the window has of what it was given. */
  private readonly shown = new Map<string, string>();

  constructor(private readonly path: string) {
    this.cacheFile = `${path}.caches/present.corpus`;
    for (const name of NAMES) {
      write(this.file(name), TEXT);
      write(this.file(`${name}.claims.yaml`), sidecarFor(LINES));
    }
    this.cache = new CorpusCache(this.cacheFile);
  }

  happen(one: Happening): void {
    if ('clock' in one) {
      // As long as the file system's clock may stand still.
      if (one.clock > 0) pause(15);
      const restore = laterBy(one.clock);
      try {
        this.work(one.kind, one.which);
      } finally {
        restore();
      }
    } else
      try {
        this.change(one);
      } catch (error) {
        // There is no such file at the moment, or it is a link in a circle.
        assert.match(String(error), /ENOENT|ENOTEMPTY|EEXIST|ELOOP/);
      }
  }

  private change(one: Exclude<Happening, { clock: number }>): void {
    if (one.kind === 'moveFolder') return renameSync(this.file('子'), this.file('丑'));
    const file = this.file(one.file);
    if (one.kind === 'rename') return renameSync(file, this.file(one.to));
    if (one.kind === 'delete') return rmSync(file);
    if (one.kind === 'touch') return utimesSync(file, new Date(), new Date());
    if (one.kind === 'link') {
      rmSync(file, { force: true });
      return symlinkSync(this.file(one.to), file);
    }
    const contents = one.file.endsWith('.yaml') ? SIDECARS : ARTICLES;
    const content = contents[one.content % contents.length] ?? '';
    const written = one.kind === 'write' ? file : `${file}.new`;
    write(written, content);
    if (one.isDated) utimesSync(written, 1_700_000_000, 1_700_000_000);
    renameSync(written, file);
  }

  private work(kind: string, which: number): void {
    if (kind === 'writeCache') {
      this.cache.write();
      if (this.cache.changes > 0) return;
      const kept = `${this.cacheFile}.${this.caches.length}`;
      try {
        copyFileSync(this.cacheFile, kept);
        this.caches.push(kept);
      } catch {
        // There was nothing to write.
      }
    } else if (kind === 'newProcess') {
      const kept = this.caches[which % this.caches.length];
      if (kept !== undefined) copyFileSync(kept, this.cacheFile);
      this.cache = new CorpusCache(this.cacheFile);
      this.handedOut = nothingHandedOut();
      this.shown.clear();
    } else {
      const present = findArticles([this.path]);
      if (kind === 'load') {
        this.cache.dropAllBut(new Set(present));
        this.shown.clear();
      }
      const asked = kind === 'load' ? present : changedSince(this.handedOut, present);
      this.take([...readCorpus(asked, this.cache, this.handedOut)]);
      const anew = [...readCorpus(present, new CorpusCache())];
      assert.deepEqual(Object.fromEntries(this.shown), summaryOf(anew));
      this.check();
    }
  }

  private take(chunks: readonly CorpusChunk[]): void {
    for (const chunk of chunks) {
      for (const article of chunk.gone) this.shown.delete(article);
      for (const [article, said] of Object.entries(summaryOf([chunk])))
        this.shown.set(article, said);
      // What is known of articles without looking must be what one would find.
      chunk.packed.articles.forEach(({ name }, i) => {
        const known = chunk.found[i];
        const found = checkArticle(name, new CorpusCache());
        if (known === undefined) return;
        const expected =
          found.known === 'missing' ? 'missing' : { states: found.known, facts: found.facts };
        assert.deepEqual(known, expected, name);
      });
    }
  }

  private check(): void {
    const articles = NAMES.map((name) => this.file(name));
    const withCache = articles.map((one) => checkArticle(one, this.cache));
    assert.deepEqual(
      withCache,
      articles.map((one) => checkArticle(one, new CorpusCache())),
    );
  }

  private file(name: string): string {
    return `${this.path}/${name}`;
  }
}

/** What is said of each article, as text. */
function summaryOf(chunks: readonly CorpusChunk[]): Record<string, string> {
  const said = Object.entries(saidIn(chunks)).map(([article, lines]) => [
    article,
    lines.join('; '),
  ]);
  const careful = chunks.flatMap((chunk) => chunk.careful.map((article) => [article, 'careful']));
  return Object.fromEntries([...said, ...careful]) as Record<string, string>;
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
