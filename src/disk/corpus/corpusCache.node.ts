import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { selectPacked, type PackedSource } from '../../core/corpus/packed/selectPacked';
import type { PackedArticle, PackedArticles } from '../../core/corpus/packed/packArticles';
import type { ArticleFacts } from '../../core/model/types';
import { removeOldCaches } from './cacheFolder.node';
import { isSame, type Stamp } from './stamp.node';

/** Of another version, a cache counts as none. */
const MAGIC = 'claims corpus cache 6\n';
/**
 * Names what reads sidecars and finds passages in this program, the same for the window and for
 * `claims` (see esbuild.js): another version of it may read and find otherwise.
 */
const READER = process.env.CLAIMS_READER ?? '';
const HASH_BYTES = 20;
/** Columns begin where a number of their size may stand. */
const ALIGNED = 8;
/** With fewer changes, writing the file costs more than reading them again. */
const WORTH_WRITING = 50;

/** What became of an article's passages when they were looked for last. */
export interface FoundArticle {
  /** A number for each annotation, in reading order (see `packState`). */
  readonly states: readonly number[];
  /** What the article says of itself. */
  readonly facts: ArticleFacts;
  /** The article's file as it was then. */
  readonly stamp: Stamp;
}

/** An article's annotations, and the sidecar that they were read from. */
export interface CachedArticle extends PackedSource {
  readonly stamp: Stamp;
  readonly found?: FoundArticle;
}

/** What stands in a cache's file before the columns. */
interface Header {
  /** What read it. */
  readonly reader: string;
  readonly strings: readonly string[];
  readonly articles: readonly (PackedArticle & Pick<CachedArticle, 'stamp' | 'found'>)[];
  /** How many bytes each column has. */
  readonly lengths: readonly number[];
}

/**
 * What was read of sidecars earlier, kept in a file from which it is read in a moment. What isn't
 * as it was is read anew: the cache only saves time, and may be deleted at any time.
 */
export class CorpusCache {
  private readonly articles = new Map<string, CachedArticle>();
  /** How many articles aren't as they are in the file. */
  changes = 0;

  /**
   * @param file where it is kept; nowhere if left out. A file that can't be read, is broken or of
   *   another version, counts as none
   * @param reader what names that which reads
   */
  constructor(
    private readonly file?: string,
    private readonly reader = READER,
  ) {
    const kept = file === undefined ? undefined : readCache(file, reader);
    if (kept === undefined) return;
    const { packed, header } = kept;
    header.articles.forEach(({ stamp, found, ...article }) =>
      this.articles.set(article.name, { packed, article, stamp, ...(found && { found }) }),
    );
  }

  /** Whether so much changed that writing the file saves time. */
  get isWorthWriting(): boolean {
    return this.changes >= WORTH_WRITING;
  }

  /** Whether anything is known of an article, be it as it was or not. */
  has(article: string): boolean {
    return this.articles.has(article);
  }

  /** What is known of an article, if its sidecar still is what was read. */
  find(article: string, stamp: Stamp): CachedArticle | undefined {
    const known = this.articles.get(article);
    return isSame(stamp, known?.stamp) ? known : undefined;
  }

  /** Everything that is known. */
  all(): Iterable<CachedArticle> {
    return this.articles.values();
  }

  /** Takes over what was read. */
  keep(article: CachedArticle): void {
    this.articles.set(article.article.name, article);
    this.changes += 1;
  }

  /** Takes over what became of an article's passages. */
  keepFound(name: string, found: FoundArticle): void {
    const known = this.articles.get(name);
    if (known === undefined) return;
    this.articles.set(name, { ...known, found });
    this.changes += 1;
  }

  drop(article: string): void {
    if (this.articles.delete(article)) this.changes += 1;
  }

  /** Drops what lies in none of the articles that there are. */
  dropAllBut(articles: ReadonlySet<string>): void {
    for (const name of this.articles.keys()) if (!articles.has(name)) this.drop(name);
  }

  /**
   * Writes the file, if there is anything new: another program finds the old or the new one, whole.
   *
   * @throws Error if it can't be written; then there is the old one, or none
   */
  write(): void {
    if (this.file === undefined || this.changes === 0) return;
    const all = [...this.articles.values()];
    const packed = selectPacked(all);
    const header: Header = {
      reader: this.reader,
      strings: packed.strings,
      articles: packed.articles.map((article, i) => ({
        ...article,
        stamp: all[i]?.stamp ?? '',
        ...(all[i]?.found && { found: all[i].found }),
      })),
      lengths: columnsOf(packed).map(({ byteLength }) => byteLength),
    };
    mkdirSync(dirname(this.file), { recursive: true });
    const temporary = `${this.file}.${randomUUID()}`;
    try {
      writeFileSync(temporary, printCache(header, columnsOf(packed)));
      renameSync(temporary, this.file);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    this.changes = 0;
    removeOldCaches(this.file);
  }
}

function columnsOf({ codes, times, lines, marks, starts, text }: PackedArticles) {
  return [times, codes, lines, starts, marks, text];
}

function printCache(header: Header, columns: readonly ArrayBufferView[]): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(ALIGNED);
  size.writeUInt32LE(json.length);
  const parts = [Buffer.from(MAGIC), Buffer.alloc(HASH_BYTES), size, json];
  let length = parts.reduce((sum, part) => sum + part.length, 0);
  for (const { buffer, byteOffset, byteLength } of columns) {
    const gap = Buffer.alloc((ALIGNED - (length % ALIGNED)) % ALIGNED);
    parts.push(gap, Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength));
    length += gap.length + byteLength;
  }
  const whole = Buffer.concat(parts);
  hashOf(whole).copy(whole, MAGIC.length);
  return whole;
}

/** Bytes that have their memory alone: aligned, which those from Node's pool needn't be. */
function alone(bytes: Buffer<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.buffer.byteLength === bytes.length
    ? new Uint8Array(bytes.buffer)
    : new Uint8Array(bytes);
}

/** Of all that stands behind the place of the hash. */
function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha1')
    .update(bytes.subarray(MAGIC.length + HASH_BYTES))
    .digest();
}

function readCache(
  file: string,
  reader: string,
): { readonly packed: PackedArticles; readonly header: Header } | undefined {
  try {
    const bytes = alone(readFileSync(file));
    const start = MAGIC.length + HASH_BYTES;
    const isOurs =
      Buffer.from(bytes.subarray(0, MAGIC.length)).toString() === MAGIC &&
      hashOf(bytes).equals(bytes.subarray(MAGIC.length, start));
    if (!isOurs) return undefined;
    const size = Buffer.from(bytes.buffer, start, ALIGNED).readUInt32LE();
    const json = bytes.subarray(start + ALIGNED, start + ALIGNED + size);
    const header = JSON.parse(new TextDecoder().decode(json)) as Header;
    if (header.reader !== reader) return undefined;
    let offset = start + ALIGNED + size;
    const next = (i: number) => {
      offset += (ALIGNED - (offset % ALIGNED)) % ALIGNED;
      const [from, length] = [offset, header.lengths[i] ?? 0];
      offset += length;
      return [bytes.buffer, from, length] as const;
    };
    const [buffer, from, length] = next(0);
    const times = new Float64Array(buffer, from, length / 8);
    const [, codesFrom, codesLength] = next(1);
    const codes = new Uint32Array(buffer, codesFrom, codesLength / 4);
    const [, linesFrom, linesLength] = next(2);
    const lines = new Uint32Array(buffer, linesFrom, linesLength / 4);
    const [, startsFrom, startsLength] = next(3);
    const starts = new Uint32Array(buffer, startsFrom, startsLength / 4);
    const marks = new Uint8Array(...next(4));
    const text = new Uint8Array(...next(5));
    const { strings, articles } = header;
    return { packed: { strings, codes, times, lines, marks, starts, text, articles }, header };
  } catch {
    // There is none, or it is broken: everything is read.
    return undefined;
  }
}
