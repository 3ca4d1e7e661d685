import type { Steps } from '../../text/steps';
import type { Corpus, CorpusItem } from '../corpus';
import { queriedArticles, valueOf, type Row } from '../query/rows';
import { foundAt, RowPace, type Found } from './found';

/** What may be missing, in the order in which it is told. */
export const GAPS = [
  'unsupported',
  'untargeted',
  'unanswered',
  'unattributed',
  'dangling',
] as const;

export type Gap = (typeof GAPS)[number];

/** Annotations by what they lack, each list in the order of the rows. */
export type Gaps = Readonly<Record<Gap, readonly Found[]>>;

/**
 * Finds what is missing among some annotations:
 *
 * - `unsupported`: claims that nothing `supports`
 * - `untargeted`: rebuttals from which no link `rebuts` anything
 * - `unanswered`: annotations that `rebuts` something and are rebutted by nothing
 * - `unattributed`: annotations without a speaker
 * - `dangling`: annotations with a link whose target doesn't exist
 *
 * Links count from all of the corpus, whichever annotations are asked about.
 *
 * @param rows of the corpus, which must not change before the last step
 */
export function* findGaps<Item extends CorpusItem>(
  corpus: Corpus<Item>,
  rows: Iterable<Row<Item>>,
): Steps<Gaps> {
  const pace = new RowPace();
  const [supported, rebutted] = [new Set<string>(), new Set<string>()];
  for (const { content } of queriedArticles(corpus)) {
    for (const { type, target } of content.links()) {
      if (type === 'supports') supported.add(target);
      else if (type === 'rebuts') rebutted.add(target);
    }
    if (pace.isDue(content.count)) yield;
  }
  const found: Record<Gap, Found[]> = {
    unsupported: [],
    untargeted: [],
    unanswered: [],
    unattributed: [],
    dangling: [],
  };
  for (const row of rows) {
    for (const gap of gapsOf(row)) found[gap].push(foundAt(row));
    if (pace.isDue(1)) yield;
  }
  return found;

  function gapsOf(row: Row<Item>): Gap[] {
    const { article, i } = row;
    const id = article.ids[i] ?? '';
    const role = valueOf(row, 'role');
    const links = article.linksFrom(i);
    const rebuts = links.some(({ type }) => type === 'rebuts');
    const gaps: Gap[] = [];
    if (role === 'claim' && !supported.has(id)) gaps.push('unsupported');
    if (role === 'rebuttal' && !rebuts) gaps.push('untargeted');
    if (rebuts && !rebutted.has(id)) gaps.push('unanswered');
    if (valueOf(row, 'speaker') === undefined) gaps.push('unattributed');
    if (links.some(({ target }) => !corpus.hasId(target))) gaps.push('dangling');
    return gaps;
  }
}
