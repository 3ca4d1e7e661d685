import { isoWeek } from './isoWeek';
import { Pace, sortInSteps, type Steps } from '../text/steps';
import type { Duplicates } from './options';
import type { Statement } from './statement';

/** What is compared of one: names and a date, in UTF-16 units. */
const WORK_FOR_ONE = 16;

/**
 * The statements that count: of those of the same speaker on the same topic with the same stance,
 * one a document, week, month, year or in all. The earliest stays; of those with the same date, or
 * without one, the first of the list.
 *
 * A statement dated by a year or a month that is longer than the wanted time is in no known week or
 * month: it is a duplicate of those with the same date only. One without any date is none.
 *
 * @param ignoresStance also one of those with the other stance
 */
export function* withoutDuplicates<One extends Statement>(
  statements: readonly One[],
  duplicates: Duplicates,
  ignoresStance: boolean,
): Steps<readonly One[]> {
  if (duplicates === 'include') return statements;
  const seen = new Map<string, Map<string, Set<string>>>();
  const weeks = new Map<string, string>();
  const pace = new Pace();
  const kept: One[] = [];
  for (const statement of yield* byDate(statements)) {
    if (pace.isDue(WORK_FOR_ONE)) yield;
    const place = placeOf(statement, duplicates, weeks);
    if (place === undefined) {
      kept.push(statement);
      continue;
    }
    const topics = seen.get(statement.speaker) ?? new Map<string, Set<string>>();
    seen.set(statement.speaker, topics);
    const places = topics.get(statement.topic) ?? new Set();
    topics.set(statement.topic, places);
    const key = ignoresStance ? place : `${statement.stance} ${place}`;
    if (places.size < places.add(key).size) kept.push(statement);
  }
  return kept;
}

/** In time, those without a date last; a year before its months. */
function byDate<One extends Statement>(statements: readonly One[]): Steps<readonly One[]> {
  return sortInSteps(statements, ({ date: a = '~' }, { date: b = '~' }) =>
    a < b ? -1 : Number(a > b),
  );
}

/** Where or when a statement counts once; undefined: each does. */
function placeOf(
  { article, date }: Statement,
  duplicates: Duplicates,
  weeks: Map<string, string>,
): string | undefined {
  switch (duplicates) {
    case 'include':
      return undefined;
    case 'acrossrange':
      return '';
    case 'document':
      return article;
    case 'year':
      return date?.slice(0, 'yyyy'.length);
    case 'month':
      return date?.slice(0, 'yyyy-mm'.length);
    case 'week': {
      if (date === undefined || date.length < 'yyyy-mm-dd'.length) return date;
      const known = weeks.get(date) ?? isoWeek(date);
      weeks.set(date, known);
      return known;
    }
  }
}
