import type { CorpusItem } from '../../corpus/corpus';
import { RowPace } from '../../corpus/findings/found';
import { queriedArticles, valueOf, type Row } from '../../corpus/query/rows';
import type { Steps } from '../../text/steps';
import type { DebateContext } from '../context';

/** A link between two annotations, with their speakers; undefined: not set. */
export interface Answer {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly fromSpeaker: string | undefined;
  readonly toSpeaker: string | undefined;
}

/**
 * The links of which at least one end is among some rows. Those that lead to nothing, or to where
 * they come from, are none.
 */
export function* readAnswers<Item extends CorpusItem>(
  found: ReadonlySet<string>,
  { corpus }: DebateContext<Item>,
): Steps<Answer[]> {
  const pace = new RowPace();
  const links: Omit<Answer, 'toSpeaker'>[] = [];
  const targets = new Map<string, string | undefined>();
  for (const article of queriedArticles(corpus)) {
    if (pace.isDue(article.content.count)) yield;
    if (!article.hasLinks) continue;
    for (const { i, type, target: to } of article.content.links()) {
      const from = article.ids[i] ?? '';
      if (from === to || !corpus.hasId(to) || !(found.has(from) || found.has(to))) continue;
      const fromSpeaker = corpus.speakerNamed(valueOf({ article, i }, 'speaker'));
      links.push({ type, from, to, fromSpeaker });
      targets.set(to, undefined);
    }
  }
  // Of an id that several articles have, the first one's speaker.
  const isKnown = new Set<string>();
  for (const article of links.length > 0 ? queriedArticles(corpus) : []) {
    if (pace.isDue(article.content.count)) yield;
    for (const [i, id] of article.ids.entries()) {
      if (!targets.has(id) || isKnown.has(id)) continue;
      isKnown.add(id);
      targets.set(id, corpus.speakerNamed(valueOf({ article, i }, 'speaker')));
    }
  }
  const answers: Answer[] = [];
  for (const { type, from, to, fromSpeaker } of links) {
    if (pace.isDue(1)) yield;
    answers.push({ type, from, to, fromSpeaker, toSpeaker: targets.get(to) });
  }
  return answers;
}

/** The ids of some rows. */
export function* idsOf<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
): Steps<ReadonlySet<string>> {
  const pace = new RowPace();
  const ids = new Set<string>();
  for (const { article, i } of rows) {
    if (pace.isDue(1)) yield;
    ids.add(article.ids[i] ?? '');
  }
  return ids;
}
