import { join } from 'node:path';
import { mergeCodebooks, SpeakerNames, type Codebook } from '../../core/codebook/codebook';
import { readCodebook, type CodebookFile } from '../../core/codebook/readCodebook';
import type { HeldItem } from '../../core/corpus/articleContent';
import { Corpus } from '../../core/corpus/corpus';
import { adoptPacked, PackedContent } from '../../core/corpus/packed/packedContent';
import { StringTable } from '../../core/corpus/packed/stringTable';
import { storedStart } from '../../core/placing/placeAnnotations';
import { compareText } from '../../core/text/compare';
import { CorpusCache } from '../../disk/corpus/corpusCache.node';
import { findArticles, readCorpus } from '../../disk/corpus/readCorpus.node';
import type { Unread } from '../../disk/corpus/walk.node';
import { readFile } from '../../disk/readFile.node';
import { placeArticle, type PlacedArticle } from './placeArticle';
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
}

export interface OpenOptions {
  readonly cwd: string;
  /** Read what else is in the folders of the articles that were asked for: links may lead there. */
  readonly withOthers?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads the annotations that some paths mean.
 *
 * @param paths folders, articles or sidecars; none: the present folder
 * @throws RefusedError if there is no such path
 */
export async function openCorpus(
  paths: readonly string[],
  { cwd, withOthers = false, onProgress }: OpenOptions,
): Promise<OpenedCorpus> {
  const { roots, named } = await selectPaths(paths, cwd);
  const codebooks = await readCodebooks(roots);
  const codebook =
    codebooks.length > 0 ? mergeCodebooks(codebooks.map((one) => one.codebook)) : undefined;
  const names = new SpeakerNames(codebook?.speakers ?? []);
  const listedAs = (speaker: string) => names.listedAs(speaker);

  const rootsOf = new Map<string, Root>();
  const isAsked = new Set<string>();
  const unread: Unread[] = [];
  for (const root of roots) {
    const wanted = named.get(root.folder);
    for (const article of wanted === undefined || withOthers
      ? [...(wanted ?? []), ...findArticles([root.folder], (one) => unread.push(one))]
      : wanted) {
      if (!rootsOf.has(article)) rootsOf.set(article, root);
      if (wanted?.has(article) !== false) isAsked.add(article);
    }
  }
  const pathOf = (article: string) => {
    const root = rootsOf.get(article);
    return root === undefined ? article : articlePath(root, article);
  };

  const articles = [...rootsOf.keys()];
  const { corpus, published, careful } = await readAll(articles, { listedAs, pathOf, onProgress });
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
    place: async (article) =>
      placeArticle(article, pathOf(article), await readSidecarContent(article)),
  };
}

interface ReadingOptions extends Pick<OpenedCorpus, 'listedAs' | 'pathOf'> {
  readonly onProgress: OpenOptions['onProgress'];
}

/** Reads the sidecars of some articles: most of them quickly, the others with care. */
async function readAll(
  articles: readonly string[],
  { listedAs, pathOf, onProgress }: ReadingOptions,
): Promise<Pick<OpenedCorpus, 'corpus' | 'careful'> & { published: Map<string, string> }> {
  const corpus = new Corpus(listedAs);
  const table = new StringTable();
  const published = new Map<string, string>();
  const careful = new Set<string>();
  const take = (article: string, date: string | undefined, held: ArticleHeld) => {
    corpus.setArticle(article, pathOf(article), held);
    if (date !== undefined) published.set(article, date);
  };
  for (const chunk of readCorpus(articles, new CorpusCache())) {
    const packed = adoptPacked(chunk.packed, table);
    for (const article of packed.articles) {
      const { name, metadata } = article;
      const makeItem = (held: HeldItem) => ({ article: name, ...held });
      take(name, metadata.published, new PackedContent(table, packed, article, makeItem));
    }
    for (const article of chunk.careful) {
      careful.add(article);
      const { article: metadata, annotations } = await readSidecarContent(article);
      const items = [...annotations]
        .sort((a, b) => storedStart(a) - storedStart(b))
        .map((annotation) => ({ article, annotation, state: undefined }));
      take(article, metadata.published, items);
    }
    onProgress?.(chunk.done, chunk.total);
  }
  return { corpus, published, careful };
}

type ArticleHeld = Parameters<Corpus['setArticle']>[2];

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
