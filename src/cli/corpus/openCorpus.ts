import { join } from 'node:path';
import { mergeCodebooks, type Codebook } from '../../core/codebook/codebook';
import { SpeakerNames } from '../../core/codebook/speakerNames';
import { readCodebook, type CodebookFile } from '../../core/codebook/readCodebook';
import type { Corpus } from '../../core/corpus/corpus';
import { compareText } from '../../core/text/compare';
import { CorpusCache } from '../../disk/corpus/corpusCache.node';
import { findArticles } from '../../disk/corpus/readCorpus.node';
import type { Unread } from '../../disk/corpus/walk.node';
import { readFile } from '../../disk/readFile.node';
import { findStates, type ArticleStates } from './articleStates';
import { FolderCaches } from './caches';
import { placeArticle, type PlacedArticle } from './placeArticle';
import { readArticles, type ArticleToRead } from './readArticles';
import { readSidecarContent, readSidecarFile, type ReadSidecar } from './readSidecar';
import { articlePath, CODEBOOK_NAME, selectPaths, type Root } from './roots';

/** A larger codebook is taken for an accident. */
const MAX_CODEBOOK_BYTES = 16 * 1024 * 1024;

/** A codebook that was read, with its text. */
export interface OpenedCodebook extends CodebookFile {
  readonly file: string;
  readonly text: string;
}

/** The annotations of some folders or articles, as they are on the disk. */
export interface OpenedCorpus {
  /** By the absolute paths of articles; what became of passages isn't known. */
  readonly corpus: Corpus;
  /** The articles that were asked for and have sidecars, by path. */
  readonly selected: readonly string[];
  /** The articles whose sidecars aren't plainly right: there may be something wrong with them. */
  readonly careful: ReadonlySet<string>;
  /** Where sidecars couldn't be looked for. */
  readonly unread: readonly Unread[];
  readonly codebooks: readonly OpenedCodebook[];
  /** All codebooks in one; undefined where there is none. */
  readonly codebook: Codebook | undefined;
  /** The name under which a speaker is listed. */
  readonly listedAs: (speaker: string) => string;
  /** An article's path as results have it. */
  readonly pathOf: (article: string) => string;
  /** An article's date of publication, as its sidecar has it. */
  readonly publishedOf: (article: string) => string | undefined;
  /** An article's sidecar, with what is wrong with it. */
  readonly sidecarOf: (article: string) => Promise<ReadSidecar>;
  /** An article with its annotations where they are now. */
  readonly place: (article: string) => Promise<PlacedArticle>;
  /** What became of an article's annotations: known sooner than where they are. */
  readonly statesOf: (article: string) => Promise<ArticleStates>;
  /** Keeps what was read for the next time, once all is done. */
  readonly keep: () => void;
}

export interface OpenOptions {
  readonly cwd: string;
  /** Read what else is in the folders of the articles that were asked for: links may lead there. */
  readonly withOthers?: boolean;
  /** Use what was read of whole folders earlier, as far as it still is as it was. */
  readonly withCache?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  /** The program's own file, which a second thread can run. */
  readonly program?: string | undefined;
}

/**
 * Reads the annotations that some paths mean.
 *
 * @param paths folders, articles or sidecars; none: the present folder
 * @throws RefusedError if there is no such path
 */
export async function openCorpus(
  paths: readonly string[],
  { cwd, withOthers = false, withCache = false, onProgress, program }: OpenOptions,
): Promise<OpenedCorpus> {
  const { roots, named } = await selectPaths(paths, cwd);
  const codebooks = await readCodebooks(roots);
  const codebook =
    codebooks.length > 0 ? mergeCodebooks(codebooks.map((one) => one.codebook)) : undefined;
  const names = new SpeakerNames(codebook?.speakers ?? []);
  const listedAs = (speaker: string) => names.listedAs(speaker);

  const caches = new FolderCaches(withCache);
  const articles = new Map<string, ArticleToRead>();
  const isAsked = new Set<string>();
  const unread: Unread[] = [];
  for (const root of roots) {
    const wanted = named.get(root.folder);
    const isWhole = wanted === undefined || withOthers;
    const inFolder = isWhole ? findArticles([root.folder], (one) => unread.push(one)) : [];
    const cache = isWhole ? caches.ofFolder(root.folder, inFolder) : new CorpusCache();
    for (const article of [...(wanted ?? []), ...inFolder]) {
      const path = articlePath(root, article);
      if (!articles.has(article)) articles.set(article, { path, cache });
      if (wanted?.has(article) !== false) isAsked.add(article);
    }
  }
  const pathOf = (article: string) => articles.get(article)?.path ?? article;
  const place = async (article: string) =>
    placeArticle(article, pathOf(article), await readSidecarContent(article));

  const { corpus, published, careful } = await readArticles(articles, {
    listedAs,
    onProgress,
    program,
  });
  return {
    corpus,
    selected: [...isAsked].sort((a, b) => compareText(pathOf(a), pathOf(b))),
    careful,
    unread,
    codebooks,
    codebook,
    listedAs,
    pathOf,
    publishedOf: (article) => published.get(article),
    sidecarOf: readSidecarFile,
    place,
    statesOf: (article) =>
      findStates(article, articles.get(article)?.cache ?? new CorpusCache(), () => place(article)),
    keep: () => caches.write(),
  };
}

async function readCodebooks(roots: readonly Root[]): Promise<OpenedCodebook[]> {
  const found: OpenedCodebook[] = [];
  for (const { folder } of roots) {
    const file = join(folder, CODEBOOK_NAME);
    const bytes = await readFile(file, MAX_CODEBOOK_BYTES);
    if (bytes === undefined) continue;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    found.push({ ...readCodebook(text), file, text });
  }
  return found;
}
