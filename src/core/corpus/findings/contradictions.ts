import type { Steps } from '../../text/steps';
import type { Corpus, CorpusItem } from '../corpus';
import { queriedArticles } from '../query/rows';
import { foundAt, RowPace, type Found } from './found';
import { RestatedTogether, type LinkBetween } from './sameStatements';

/** A link that rebuts, beside links that say the opposite of the same statements. */
export interface Contradiction extends Found {
  /** From the found annotation. */
  readonly rebuts: LinkBetween;
  /** Links that support or restate; at least one. */
  readonly affirms: readonly LinkBetween[];
}

interface FoundLink {
  readonly at: Found;
  readonly link: LinkBetween;
}

/**
 * Finds links that can't both be right: one rebuts, another supports or restates, between the same
 * two statements, whichever way they lead. Annotations that restate one another, also by way of
 * others, make the same statement. So these contradict each other:
 *
 * - A supports B, and A rebuts B;
 * - A supports B, and B rebuts A;
 * - A restates B, and one of them rebuts the other, also where A restates B by way of C;
 * - A supports B, C restates B, and A rebuts C.
 *
 * That A and B rebut each other is a dispute, and no contradiction.
 *
 * @param corpus must not change before the last step
 * @returns one for each link that rebuts, in export order
 */
export function* findContradictions<Item extends CorpusItem>(
  corpus: Corpus<Item>,
): Steps<Contradiction[]> {
  const pace = new RowPace();
  const restated = new RestatedTogether();
  const supporting: LinkBetween[] = [];
  const rebutting: FoundLink[] = [];
  for (const article of queriedArticles(corpus)) {
    if (pace.isDue(article.content.count)) yield;
    for (const { i, type, target: to } of article.content.links()) {
      const link = { from: article.ids[i] ?? '', type, to };
      if (type === 'restates') restated.join(link);
      else if (type === 'supports') supporting.push(link);
      else if (type === 'rebuts') rebutting.push({ at: foundAt({ article, i }), link });
    }
  }
  const pairOf = ({ from, to }: LinkBetween) =>
    [restated.statementOf(from), restated.statementOf(to)].sort().join();
  // Few links rebut: what supports is only kept beside these.
  const supports = new Map<string, LinkBetween[]>(rebutting.map(({ link }) => [pairOf(link), []]));
  for (const link of supporting) {
    supports.get(pairOf(link))?.push(link);
    if (pace.isDue(1)) yield;
  }
  const found: Contradiction[] = [];
  for (const { at, link } of rebutting) {
    const { from, to } = link;
    const isOfItself = restated.statementOf(from) === restated.statementOf(to);
    const affirms = isOfItself
      ? restated.linksBetween(from, to)
      : (supports.get(pairOf(link)) ?? []);
    if (affirms.length > 0) found.push({ ...at, rebuts: link, affirms });
    if (pace.isDue(1)) yield;
  }
  return found;
}
