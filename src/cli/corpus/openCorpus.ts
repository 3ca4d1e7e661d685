import { join } from 'node:path';
import { mergeCodebooks, SpeakerNames, type Codebook } from '../../core/codebook/codebook';
import { readCodebook, type CodebookFile } from '../../core/codebook/readCodebook';
import { Corpus } from '../../core/corpus/corpus';
import { storedStart } from '../../core/placing/placeAnnotations';
import { annotationsOf } from '../../core/sidecar/questions';
import { compareText } from '../../core/text/compare';
import { readFile } from '../../disk/readFile.node';
import { findArticles } from './findSidecars';
import { placeArticle, type PlacedArticle } from './placeArticle';
import { readSidecarFile, type ReadSidecar } from './readSidecar';
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
  for (const root of roots) {
    const wanted = named.get(root.folder);
    for (const article of wanted === undefined || withOthers
      ? [...(wanted ?? []), ...(await findArticles(root.folder))]
      : wanted) {
      if (!rootsOf.has(article)) rootsOf.set(article, root);
      if (wanted?.has(article) !== false) isAsked.add(article);
    }
  }
  const pathOf = (article: string) => {
    const root = rootsOf.get(article);
    return root === undefined ? article : articlePath(root, article);
  };

  const corpus = new Corpus(listedAs);
  const sidecars = new Map<string, ReadSidecar>();
  let done = 0;
  for (const article of rootsOf.keys()) {
    const sidecar = await readSidecarFile(article);
    sidecars.set(article, sidecar);
    const annotations = annotationsOf(sidecar.file).sort((a, b) => storedStart(a) - storedStart(b));
    const items = annotations.map((annotation) => ({ article, annotation, state: undefined }));
    corpus.setArticle(article, pathOf(article), items);
    onProgress?.(++done, rootsOf.size);
  }
  const sidecarOf = async (article: string) =>
    sidecars.get(article) ?? (await readSidecarFile(article));
  return {
    corpus,
    selected: [...isAsked].sort((a, b) => compareText(pathOf(a), pathOf(b))),
    codebooks,
    codebook,
    listedAs,
    pathOf,
    publishedOf: (article) => sidecars.get(article)?.file?.article.published,
    sidecarOf,
    place: async (article) => placeArticle(article, pathOf(article), await sidecarOf(article)),
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
