import type { CorpusItem } from '../../corpus/corpus';
import { RowPace } from '../../corpus/findings/found';
import { RowDates } from '../../corpus/query/rowDates';
import { valueOf, type Row } from '../../corpus/query/rows';
import type { Steps } from '../../text/steps';
import { meaningOfStance, type DebateContext } from '../context';
import type { StanceMeaning } from '../stances';

/** Statements of one row that have stance and date in common. */
export interface Event {
  readonly meaning: StanceMeaning;
  /** Undefined: neither the statement nor its article has one. */
  readonly date: string | undefined;
  readonly isOfArticle: boolean;
  readonly ids: string[];
}

/** The statements of each speaker or topic. */
export interface Events {
  readonly ofRows: ReadonlyMap<string | undefined, readonly Event[]>;
  readonly rowCounts: ReadonlyMap<string | undefined, number>;
  readonly undated: number;
}

/** Reads when what was said. */
export function* readEvents<Item extends CorpusItem>(
  rows: readonly Row<Item>[],
  { corpus, publishedOf }: DebateContext<Item>,
  by: 'speaker' | 'topic',
): Steps<Events> {
  const pace = new RowPace();
  const dates = new RowDates(publishedOf);
  const ofRows = new Map<string | undefined, Map<string, Event>>();
  const rowCounts = new Map<string | undefined, number>();
  let undated = 0;
  for (const row of rows) {
    if (pace.isDue(1)) yield;
    const value = by === 'topic' ? valueOf(row, 'topic') : corpus.speakerNamed(valueOf(row, by));
    const stance = valueOf(row, 'stance');
    const { date, of } = dates.statementDateOf(row) ?? {};
    let events = ofRows.get(value);
    if (events === undefined) ofRows.set(value, (events = new Map<string, Event>()));
    const meaning = meaningOfStance(stance);
    const key = `${date ?? ''} ${of ?? ''} ${meaning}`;
    let event = events.get(key);
    if (event === undefined)
      events.set(key, (event = { meaning, date, isOfArticle: of === 'article', ids: [] }));
    event.ids.push(row.article.ids[row.i] ?? '');
    rowCounts.set(value, (rowCounts.get(value) ?? 0) + 1);
    if (date === undefined) undated += 1;
  }
  const listed = [...ofRows].map(([value, events]) => [value, [...events.values()]] as const);
  return { ofRows: new Map(listed), rowCounts, undated };
}
