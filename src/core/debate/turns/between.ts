import type { CorpusItem } from '../../corpus/corpus';
import { RowPace } from '../../corpus/findings/found';
import type { Turn } from '../../corpus/findings/turns';
import { RowDates } from '../../corpus/query/rowDates';
import { valueOf, type Row } from '../../corpus/query/rows';
import { periodOf } from '../../model/period';
import type { Steps } from '../../text/steps';
import type { DebateContext } from '../context';

/** What was said about a topic between the two statements of a turn. */
export interface Between {
  /** By the speaker: neutral, or without a stance. In time. */
  readonly own: readonly string[];
  /** By others. In time. */
  readonly others: readonly string[];
}

interface Said {
  readonly id: string;
  readonly speaker: string | undefined;
  readonly first: string;
  readonly last: string;
}

/** What stands between the statements of turns, for each of them. */
export function* findBetween<Item extends CorpusItem>(
  turns: readonly Turn[],
  rows: readonly Row<Item>[],
  { corpus, publishedOf }: DebateContext<Item>,
): Steps<Between[]> {
  const pace = new RowPace();
  const dates = new RowDates(publishedOf);
  const topics = new Map<string, Said[]>(turns.map(({ topic }) => [topic, []]));
  for (const row of rows) {
    if (pace.isDue(1)) yield;
    const said = topics.get(valueOf(row, 'topic') ?? '');
    const date = said && dates.dateOf(row);
    if (date === undefined) continue;
    const speaker = corpus.speakerNamed(valueOf(row, 'speaker'));
    said?.push({ id: row.article.ids[row.i] ?? '', speaker, ...periodOf(date) });
  }
  for (const said of topics.values()) {
    said.sort((a, b) => (a.first < b.first ? -1 : Number(a.first > b.first)));
    yield;
  }
  const found: Between[] = [];
  for (const { speaker, topic, from, to } of turns) {
    const [after, before] = [periodOf(from.date).last, periodOf(to.date).first];
    const said = (topics.get(topic) ?? []).filter(
      ({ first, last }) => first > after && last < before,
    );
    const isOwn = (one: Said) => one.speaker === speaker;
    found.push({
      own: said.filter(isOwn).map(({ id }) => id),
      others: said.filter((one) => !isOwn(one)).map(({ id }) => id),
    });
    yield;
  }
  return found;
}
