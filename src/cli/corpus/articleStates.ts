import { unpackState } from '../../core/corpus/packed/packedContent';
import { articleFacts } from '../../core/exchange/articleFacts';
import { stateOf } from '../../core/placing/placeAnnotations';
import type { State } from '../../core/model/types';
import { checkArticle } from '../../disk/corpus/checkArticles.node';
import type { CorpusCache } from '../../disk/corpus/corpusCache.node';
import type { PlacedArticle } from './placeArticle';

/** What became of an article's annotations. */
export interface ArticleStates {
  /** By their ids; empty where the article can't be looked into. */
  readonly states: ReadonlyMap<string, State>;
  /** The date that the article itself says it was published on. */
  readonly published?: string | undefined;
  /** Why it can't: there is none, or what its reading failed from. */
  readonly trouble?: 'missing' | { readonly unreadable: string };
}

/**
 * What became of an article's annotations; the article isn't read where the cache knows it.
 *
 * @param place looks with care, which is needed where something isn't plain
 */
export async function findStates(
  article: string,
  cache: CorpusCache,
  place: () => Promise<PlacedArticle>,
): Promise<ArticleStates> {
  const { known, ids, facts } = checkArticle(article, cache);
  if (known === 'missing') return { states: new Map(), trouble: 'missing' };
  if (known !== 'unsure') {
    const all = ids === '' ? [] : ids.split(',');
    return {
      states: new Map(all.map((id, i) => [id, unpackState(known[i] ?? 0) ?? 'orphaned'])),
      published: facts?.published,
    };
  }
  const { article: text, unreadable, placed } = await place();
  if (unreadable !== undefined) return { states: new Map(), trouble: { unreadable } };
  if (text === undefined) return { states: new Map(), trouble: 'missing' };
  return {
    states: new Map(placed.map((one) => [one.annotation.id, stateOf(one)])),
    published: articleFacts(text.text).published,
  };
}
