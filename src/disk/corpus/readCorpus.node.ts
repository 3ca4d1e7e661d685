import { sep } from 'node:path';
import {
  packArticles,
  type ArticleToPack,
  type PackedArticles,
} from '../../core/corpus/packed/packArticles';
import { selectPacked } from '../../core/corpus/packed/selectPacked';
import { readSidecarQuickly } from '../../core/sidecar/readQuickly';
import { MAX_SIDECAR_BYTES } from '../../core/sidecar/sidecarFile';
import type { CachedArticle, CorpusCache, FoundArticle } from './corpusCache.node';
import { readText } from './readText.node';
import { GONE, isSame, settledStamp, stampOf, type Stamp } from './stamp.node';
import { walk, type Unread } from './walk.node';

export const SIDECAR_SUFFIX = '.claims.yaml';

/**
 * How many annotations, and articles, are handed out at a time: to take over so many costs the
 * window's thread some milliseconds.
 */
const CHUNK_ANNOTATIONS = 800;
const CHUNK_ARTICLES = 60;

/** Some articles' annotations as they were read. */
export interface CorpusChunk {
  /** By the paths of their articles. */
  readonly packed: PackedArticles;
  /** For each of them, what is known of the article itself. */
  readonly found: readonly ArticleKnown[];
  /** The articles whose sidecars aren't plainly right: they must be read with care. */
  readonly careful: readonly string[];
  /** The articles whose sidecars are gone. */
  readonly gone: readonly string[];
  /** Articles that came, changed or went since they were looked at; their sidecars didn't. */
  readonly stale: readonly string[];
  /** How many sidecars were read so far, of how many. */
  readonly done: number;
  readonly total: number;
}

/** What was found in an article; undefined where nobody looked yet. */
export type ArticleKnown = Pick<FoundArticle, 'states' | 'facts'> | 'missing' | undefined;

/** A sidecar that was read, with its stamp as far as it can be relied on. */
interface ReadSidecar extends ArticleToPack {
  readonly stamp: Stamp;
}

/** How many articles that came, changed or went are told of at a time. */
const CHUNK_STALE = 200;

/**
 * The articles whose sidecars came, changed or went since they were handed out.
 *
 * @param present those that have sidecars now
 */
export function changedSince(
  { sidecars: handedOut }: HandedOut,
  present: readonly string[],
): string[] {
  const isThere = new Set(present);
  const changed = present.filter(
    (article) => !isSame(stampOf(article + SIDECAR_SUFFIX), handedOut.get(article)),
  );
  return [...changed, ...[...handedOut.keys()].filter((article) => !isThere.has(article))];
}

/**
 * Forgets what was handed out and lies in none of the folders any more, whether its files are there
 * or not.
 *
 * @returns what says so
 */
export function dropOutside(
  folders: readonly string[],
  { sidecars: handedOut, articles: lookedAt }: HandedOut,
): CorpusChunk {
  const starts = folders.map((folder) => (folder.endsWith(sep) ? folder : folder + sep));
  const isInside = (article: string) => starts.some((start) => article.startsWith(start));
  const gone = [...handedOut.keys()].filter((article) => !isInside(article));
  for (const article of gone) {
    handedOut.delete(article);
    lookedAt.delete(article);
  }
  return { ...nothing(), gone };
}

/**
 * The articles that came, changed or went since they were looked at; each is told of once.
 *
 * @param present those that have sidecars now
 */
export function* staleArticles(
  { articles: lookedAt }: HandedOut,
  present: readonly string[],
): Generator<CorpusChunk, void> {
  let stale: string[] = [];
  for (const article of present) {
    const [before, now] = [lookedAt.get(article), lookOf(article)];
    if (before === undefined || now === before) continue;
    lookedAt.set(article, now);
    stale.push(article);
    if (stale.length < CHUNK_STALE) continue;
    yield { ...nothing(), stale };
    stale = [];
  }
  if (stale.length > 0) yield { ...nothing(), stale };
}

function nothing(): CorpusChunk {
  const packed = packArticles([]);
  return { packed, found: [], careful: [], gone: [], stale: [], done: 0, total: 0 };
}

/** What an article is at the moment, to be compared with what it is later. */
export function lookOf(article: string): Stamp {
  return stampOf(article) ?? GONE;
}

/**
 * The sidecars in some folders and below, each once, by the paths of their articles.
 *
 * @param tell is told what can't be read
 */
export function findArticles(
  folders: readonly string[],
  tell?: (unread: Unread) => void,
): string[] {
  const found = new Set<string>();
  for (const path of walk(folders, SIDECAR_SUFFIX, tell))
    found.add(path.slice(0, -SIDECAR_SUFFIX.length));
  return [...found];
}

/** What was handed out, by articles. */
export interface HandedOut {
  /** The sidecars as they were then. */
  readonly sidecars: Map<string, Stamp>;
  /** The articles as they were when they were looked at last (see `lookOf`). */
  readonly articles: Map<string, Stamp>;
}

export function nothingHandedOut(): HandedOut {
  return { sidecars: new Map(), articles: new Map() };
}

/**
 * Reads the sidecars of some articles, as far as the cache doesn't know them.
 *
 * @param handedOut is kept up to date
 * @returns what they say, in chunks; the cache has it too afterwards
 */
export function* readCorpus(
  articles: readonly string[],
  cache: CorpusCache,
  handedOut: HandedOut = nothingHandedOut(),
): Generator<CorpusChunk, void> {
  let chunk = new ChunkInMaking();
  for (const [i, article] of articles.entries()) {
    const stamp = chunk.add(article, cache);
    if (stamp === undefined) handedOut.sidecars.delete(article);
    else handedOut.sidecars.set(article, stamp);
    if (chunk.isFull) {
      yield chunk.finish(cache, handedOut, i + 1, articles.length);
      chunk = new ChunkInMaking();
    }
  }
  yield chunk.finish(cache, handedOut, articles.length, articles.length);
}

class ChunkInMaking {
  private readonly read: ReadSidecar[] = [];
  private readonly known: CachedArticle[] = [];
  private readonly careful: string[] = [];
  private readonly gone: string[] = [];
  private count = 0;

  get isFull(): boolean {
    return (
      this.count >= CHUNK_ANNOTATIONS ||
      this.read.length + this.known.length + this.careful.length >= CHUNK_ARTICLES
    );
  }

  /**
   * Reads the sidecar of an article, unless the cache knows it.
   *
   * @returns what it was then, as far as that can be relied on; undefined if it is gone
   */
  add(article: string, cache: CorpusCache): Stamp | undefined {
    const present = stampOf(article + SIDECAR_SUFFIX);
    const known = present === undefined ? undefined : cache.find(article, present);
    if (known !== undefined) {
      this.known.push(known);
      this.count += known.article.end - known.article.first;
      return known.stamp;
    }
    const stamp = settledStamp(present ?? '');
    const sidecar = present === undefined ? undefined : readSidecarFile(article, stamp);
    if (sidecar === undefined) {
      this.gone.push(article);
      return undefined;
    }
    if (typeof sidecar === 'string') this.careful.push(article);
    else {
      this.read.push(sidecar);
      this.count += sidecar.annotations.length;
    }
    // What can't be read now may be readable later, without being touched.
    return sidecar === 'unreadable' ? '' : stamp;
  }

  finish(cache: CorpusCache, handedOut: HandedOut, done: number, total: number): CorpusChunk {
    const { read, known, careful, gone } = this;
    const packed = packArticles(read);
    const anew = packed.articles.map((article, i): CachedArticle => ({
      packed,
      article,
      stamp: read[i]?.stamp ?? '',
    }));
    for (const article of anew) cache.keep(article);
    for (const article of [...careful, ...gone]) cache.drop(article);
    const all = [...known, ...anew];
    return {
      // A copy: its memory is handed over to the window's thread.
      packed: selectPacked(all),
      found: all.map((one) => knownOf(one, handedOut)),
      careful,
      gone,
      stale: [],
      done,
      total,
    };
  }
}

/** What is known of an article without looking into it. */
function knownOf(
  { article: { name }, found }: CachedArticle,
  { articles: lookedAt }: HandedOut,
): ArticleKnown {
  const stamp = lookOf(name);
  lookedAt.set(name, stamp);
  if (stamp === GONE) return 'missing';
  if (found === undefined || !isSame(stamp, found.stamp)) return undefined;
  return { states: found.states, facts: found.facts };
}

/**
 * Reads one sidecar.
 *
 * @returns undefined if it is gone; 'careful' where it isn't plainly right, 'unreadable' where it
 *   isn't even a text
 */
function readSidecarFile(
  article: string,
  stamp: Stamp,
): ReadSidecar | 'careful' | 'unreadable' | undefined {
  const text = readText(article + SIDECAR_SUFFIX, MAX_SIDECAR_BYTES);
  if (typeof text !== 'object') return text;
  const quick = readSidecarQuickly(text.text);
  if (quick === undefined) return 'careful';
  const { article: metadata, annotations, lines } = quick;
  return { name: article, metadata, annotations, lines, stamp };
}
