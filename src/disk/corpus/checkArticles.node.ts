import { packState } from '../../core/corpus/packed/packedContent';
import { inReadingOrder } from '../../core/corpus/packed/packArticles';
import { articleFacts } from '../../core/exchange/articleFacts';
import type { ArticleFacts } from '../../core/model/types';
import { placeAnnotations, stateOf } from '../../core/placing/placeAnnotations';
import { readSidecarQuickly } from '../../core/sidecar/readQuickly';
import { MAX_SIDECAR_BYTES } from '../../core/sidecar/sidecarFile';
import { ArticleText } from '../../core/text/articleText';
import { toArticleText } from '../../core/text/lineEndings';
import type { CorpusCache } from './corpusCache.node';
import { SIDECAR_SUFFIX } from './readCorpus.node';
import { readText } from './readText.node';
import { isSame, settledStamp, stampOf } from './stamp.node';

/** A larger article can't be annotated, and isn't read for its annotations' places. */
const MAX_ARTICLE_BYTES = 50 * 1024 * 1024;

/** What was found in an article. */
export interface CheckedArticle {
  readonly article: string;
  /** The ids of the annotations that were looked for, in reading order, with commas between. */
  readonly ids: string;
  /**
   * The numbers of its annotations' states, in reading order; 'unsure' where its encoding isn't
   * plain, its sidecar isn't plainly right, or it can't be read: then it must be looked into with
   * care.
   */
  readonly known: readonly number[] | 'missing' | 'unsure';
  /** What the article says of itself, where it could be read. */
  readonly facts?: ArticleFacts;
}

/**
 * Looks into an article for what became of the passages of its annotations, as far as the cache
 * doesn't know it.
 */
export function checkArticle(article: string, cache: CorpusCache): CheckedArticle {
  return { article, ids: '', ...look(article, cache) };
}

type Looked = Pick<CheckedArticle, 'known'> & Partial<CheckedArticle>;

function look(article: string, cache: CorpusCache): Looked {
  const present = stampOf(article);
  if (present === undefined) return { known: 'missing' };
  const sidecarStamp = stampOf(article + SIDECAR_SUFFIX);
  const cached = sidecarStamp === undefined ? undefined : cache.find(article, sidecarStamp);
  if (cached?.found !== undefined && isSame(present, cached.found.stamp))
    return {
      known: cached.found.states,
      ids: cached.article.ids,
      facts: cached.found.facts,
    };
  const stamp = settledStamp(present);
  const sidecar = readText(article + SIDECAR_SUFFIX, MAX_SIDECAR_BYTES);
  const quick = typeof sidecar === 'object' ? readSidecarQuickly(sidecar.text) : undefined;
  if (quick === undefined || quick.article.encoding !== undefined) return { known: 'unsure' };
  const text = readText(article, MAX_ARTICLE_BYTES);
  if (text === undefined) return { known: 'missing' };
  if (text === 'unreadable') return { known: 'unsure' };
  const annotations = inReadingOrder(quick.annotations);
  const ids = annotations.map(({ id }) => id).join();
  const read = new ArticleText(toArticleText(text.text));
  const placed = placeAnnotations(read, annotations);
  const facts = articleFacts(read.text);
  const states = placed.map((one) => packState(stateOf(one)));
  if (cached?.article.ids === ids) cache.keepFound(article, { states, facts, stamp });
  return { known: states, ids, facts };
}
