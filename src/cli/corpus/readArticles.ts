import type { HeldItem } from '../../core/corpus/articleContent';
import { Corpus } from '../../core/corpus/corpus';
import { adoptPacked, PackedContent } from '../../core/corpus/packed/packedContent';
import { StringTable } from '../../core/corpus/packed/stringTable';
import { storedStart } from '../../core/placing/placeAnnotations';
import type { CorpusCache } from '../../disk/corpus/corpusCache.node';
import type { CorpusChunk } from '../../disk/corpus/readCorpus.node';
import { readInThreads } from './readInThreads';
import { readSidecarContent } from './readSidecar';

/** An article whose sidecar is to be read. */
export interface ArticleToRead {
  /** As results have it. */
  readonly path: string;
  /** What may be known of it. */
  readonly cache: CorpusCache;
}

export interface ReadingOptions {
  /** The name under which a speaker is listed. */
  readonly listedAs: (speaker: string) => string;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
  /** The program's own file, which a second thread can run. */
  readonly program: string | undefined;
}

/** What sidecars say, by the absolute paths of their articles. */
export interface ReadArticles {
  readonly corpus: Corpus;
  /** The articles' dates of publication, where the sidecars have one. */
  readonly published: ReadonlyMap<string, string>;
  /** The articles whose sidecars aren't plainly right. */
  readonly careful: ReadonlySet<string>;
}

/** Reads the sidecars of some articles: most of them quickly, the others with care. */
export async function readArticles(
  articles: ReadonlyMap<string, ArticleToRead>,
  { listedAs, onProgress, program }: ReadingOptions,
): Promise<ReadArticles> {
  const corpus = new Corpus(listedAs);
  const table = new StringTable();
  const published = new Map<string, string>();
  const careful = new Set<string>();
  const take = (article: string, date: string | undefined, held: ArticleHeld) => {
    corpus.setArticle(article, articles.get(article)?.path ?? article, held);
    if (date !== undefined) published.set(article, date);
  };
  const takeChunk = async (chunk: Pick<CorpusChunk, 'packed' | 'careful'>) => {
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
  };
  let before = 0;
  for (const [cache, names] of byCache(articles)) {
    for await (const chunk of readInThreads(names, cache, program)) {
      await takeChunk(chunk);
      onProgress?.(before + chunk.done, articles.size);
    }
    before += names.length;
  }
  return { corpus, published, careful };
}

type ArticleHeld = Parameters<Corpus['setArticle']>[2];

/** The articles that may be known by the same cache. */
function byCache(articles: ReadonlyMap<string, ArticleToRead>): Map<CorpusCache, string[]> {
  const groups = new Map<CorpusCache, string[]>();
  for (const [article, { cache }] of articles) {
    const group = groups.get(cache);
    if (group === undefined) groups.set(cache, [article]);
    else group.push(article);
  }
  return groups;
}
