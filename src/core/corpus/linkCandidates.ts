import { quoteOf } from '../model/quote';
import type { Annotation } from '../model/types';
import type { Corpus, CorpusItem } from './corpus';
import { foldForSearch } from './searchAnnotations';

/** More are not compared: what else there is comes unranked. */
const MOST_COMPARED = 3_000;
/** How many are looked at before others may have their turn. */
const STEP = 100;

/** What speaks for a candidate, in points. */
const SAME_TOPIC = 2;
const SAME_ARTICLE = 1.5;
const IS_CLAIM = 0.5;
/** For all pairs of letters in common. */
const SAME_WORDS = 4;

/**
 * The annotations that one may be meant to be linked to, the likeliest first: those of its article
 * and of its topic, by the words that they have in common with it. What is further away comes in no
 * list: there may be hundreds of thousands.
 */
export function* linkCandidates<Item extends CorpusItem>(
  corpus: Corpus<Item>,
  source: CorpusItem,
): Generator<void, Item[], void> {
  const { annotation, article } = source;
  const pairs = letterPairs(annotation);
  const ranked: { readonly item: Item; readonly score: number }[] = [];
  let compared = 0;
  for (const item of likely(corpus, source)) {
    if (compared >= MOST_COMPARED) break;
    compared += 1;
    if (compared % STEP === 0) yield;
    const other = item.annotation;
    if (other.id === annotation.id && item.article === article) continue;
    const hasTopic = annotation.topic !== undefined && other.topic === annotation.topic;
    const score =
      (hasTopic ? SAME_TOPIC : 0) +
      (item.article === article ? SAME_ARTICLE : 0) +
      (other.role === 'claim' ? IS_CLAIM : 0) +
      SAME_WORDS * inCommon(pairs, letterPairs(other));
    ranked.push({ item, score });
  }
  return ranked.sort((a, b) => b.score - a.score).map(({ item }) => item);
}

/** Those of the article, then those of the topic elsewhere. */
function* likely<Item extends CorpusItem>(
  corpus: Corpus<Item>,
  { annotation, article }: CorpusItem,
): Generator<Item, void> {
  yield* corpus.ofArticle(article);
  const { topic } = annotation;
  if (topic === undefined) return;
  for (const key of corpus.keysInOrder(corpus.articlesWithTopic(topic)))
    if (key !== article)
      for (const item of corpus.ofArticle(key)) if (item.annotation.topic === topic) yield item;
}

/** Pairs of neighbouring letters: they need no word borders, which Chinese doesn't write. */
function letterPairs(annotation: Annotation): Set<string> {
  const letters = Array.from(foldForSearch(quoteOf(annotation)).replace(/[^\p{L}\p{N}]+/gu, ' '));
  const pairs = letters.map((letter, i) => letter + (letters[i + 1] ?? ' '));
  return new Set(pairs.filter((pair) => !pair.includes(' ')));
}

/** How much of the smaller set is in the other one, 0 to 1. */
function inCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let count = 0;
  for (const pair of small) if (large.has(pair)) count += 1;
  return count / small.size;
}
