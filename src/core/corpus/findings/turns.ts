import type { StatementDate } from '../../model/dates';
import { compareText } from '../../text/compare';
import type { Steps } from '../../text/steps';
import type { CorpusItem } from '../corpus';
import type { RowContext } from '../query/group';
import { periodOf, type Period } from '../../model/period';
import { RowDates } from '../query/rowDates';
import { valueOf, type Row } from '../query/rows';
import { foundAt, RowPace, type Found } from './found';

/** The stances between which a speaker can turn. */
export type OppositeStance = 'favor' | 'against';

/** One of the two statements between which a speaker turned. */
export interface TurnEnd extends Found {
  readonly stance: OppositeStance;
  /** `2024`, `2024-07` or `2024-07-04`. */
  readonly date: string;
  readonly dateOf: StatementDate['of'];
}

/** A speaker who held the opposite stance on a topic before. */
export interface Turn {
  /** The canonical name. */
  readonly speaker: string;
  readonly topic: string;
  readonly from: TurnEnd;
  readonly to: TurnEnd;
}

/** A turn as commands give it. */
export function turnResult({ speaker, topic, from, to }: Turn): object {
  const endResult = ({ id, stance, date, dateOf }: TurnEnd) => ({ id, stance, date, dateOf });
  return { speaker, topic, from: endResult(from), to: endResult(to) };
}

/** A dated statement of one speaker on one topic. */
interface Statement<Item extends CorpusItem> {
  readonly row: Row<Item>;
  readonly stance: OppositeStance;
  readonly date: string;
}

/**
 * Finds where speakers turned: a row for each change between neighbours in time, ordered by
 * speaker, topic and time.
 *
 * One statement is before another if its period ends before the other's begins; periods that
 * overlap aren't in any order. Two statements are neighbours if one is before the other and none
 * of the same speaker and topic is between them, be it in favor or against. Of statements with the
 * same stance and the same date, the last one is turned away from, and the first one is turned to.
 *
 * @param rows of the corpus, which must not change before the last step; what isn't among them
 *   counts as not said
 */
export function* findTurns<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  { corpus, publishedOf }: RowContext<Item>,
): Steps<Turn[]> {
  const pace = new RowPace();
  const dates = new RowDates(publishedOf);
  const speakers = new Map<string, Map<string, Statement<Item>[]>>();
  for (const row of rows) {
    if (pace.isDue(1)) yield;
    const stance = valueOf(row, 'stance');
    if (stance !== 'favor' && stance !== 'against') continue;
    const topic = valueOf(row, 'topic');
    const speaker = corpus.speakerNamed(valueOf(row, 'speaker'));
    const date = dates.dateOf(row);
    if (topic === undefined || speaker === undefined || date === undefined) continue;
    const topics = entryOf(speakers, speaker, () => new Map<string, Statement<Item>[]>());
    entryOf(topics, topic, (): Statement<Item>[] => []).push({ row, stance, date });
  }
  const endOf = ({ row, stance, date }: Statement<Item>): TurnEnd => {
    const dateOf = dates.statementDateOf(row)?.of ?? 'statement';
    return { ...foundAt(row), stance, date, dateOf };
  };
  const turns: Turn[] = [];
  for (const [speaker, topics] of byName(speakers))
    for (const [topic, statements] of byName(topics)) {
      for (const [from, to] of changes(statements))
        turns.push({ speaker, topic, from: endOf(from), to: endOf(to) });
      if (pace.isDue(statements.length)) yield;
    }
  return turns;
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function byName<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}

/** The changes between neighbours in time among the statements of one speaker on one topic. */
function changes<Item extends CorpusItem>(
  statements: readonly Statement<Item>[],
): [Statement<Item>, Statement<Item>][] {
  if (statements.every(({ stance }) => stance === statements[0]?.stance)) return [];
  const moments = momentsOf(statements);
  const starts = moments.map(({ first }) => first);
  // For each moment, the earliest end of it and of all that begin later.
  const ends = moments.map(({ last }) => last);
  for (let i = ends.length - 2; i >= 0; i--)
    if ((ends[i + 1] ?? '') < (ends[i] ?? '')) ends[i] = ends[i + 1] ?? '';
  return moments.flatMap(({ from, last: end }) => {
    const next = firstAfter(starts, end);
    // What begins behind the end of another later one isn't a neighbour: that one is between.
    const last = firstAfter(starts, ends[next] ?? '');
    return moments
      .slice(next, last)
      .filter(({ to }) => to.stance !== from.stance)
      .map(({ to }): [Statement<Item>, Statement<Item>] => [from, to]);
  });
}

/** Statements with the same stance and the same date. */
interface Moment<Item extends CorpusItem> extends Period {
  /** The one that a turn away begins with, and the one that a turn to them ends with. */
  from: Statement<Item>;
  readonly to: Statement<Item>;
}

/** In the order of their beginnings, then of their ends. */
function momentsOf<Item extends CorpusItem>(
  statements: readonly Statement<Item>[],
): Moment<Item>[] {
  const favor = new Map<string, Moment<Item>>();
  const against = new Map<string, Moment<Item>>();
  for (const statement of statements) {
    const moments = statement.stance === 'favor' ? favor : against;
    const known = moments.get(statement.date);
    if (known !== undefined) known.from = statement;
    else
      moments.set(statement.date, { ...periodOf(statement.date), from: statement, to: statement });
  }
  return [...favor.values(), ...against.values()].sort(
    (a, b) => compareDays(a.first, b.first) || compareDays(a.last, b.last),
  );
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The number of the first one of sorted texts that is after another text. */
function firstAfter(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') > text) high = middle;
    else low = middle + 1;
  }
  return low;
}
