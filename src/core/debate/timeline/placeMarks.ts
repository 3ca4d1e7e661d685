import * as l10n from '@vscode/l10n';
import { keyOf } from '../lines';
import type { Line, TimelineMark } from '../model';
import { stanceName, type StanceMeaning } from '../stances';
import type { Axis, DayNumbers } from './axis';
import type { Event } from './readEvents';

/** Marks nearer than that, of one row and stance, become one. */
const BUCKET = 8;
/** How far above or below a row's middle the marks of a stance stand: not colour alone tells. */
const LANES: Readonly<Record<StanceMeaning, number>> = {
  favor: -12,
  against: 12,
  neutral: 0,
  otherStance: 0,
  uncoded: 0,
};
const SMALLEST = 4;
/** Larger ones would lie on those of other stances. */
const LARGEST = 6;

type Growing = { -readonly [K in keyof TimelineMark]: TimelineMark[K] } & { ids: string[] };

/** The marks of one row, and where each event of it became part of a mark. */
export interface PlacedRow {
  readonly marks: readonly TimelineMark[];
  readonly markOf: ReadonlyMap<Event, TimelineMark>;
}

/** Places the marks of a row; those of days that aren't shown are left out. */
export function placeMarks(
  line: Line,
  row: number,
  events: readonly Event[],
  { axis, days, undatedAt }: { axis: Axis; days: DayNumbers; undatedAt: number },
): PlacedRow {
  const marks = new Map<string, Growing>();
  const markOf = new Map<Event, TimelineMark>();
  const inTime = [...events].sort(({ date: a = '~' }, { date: b = '~' }) =>
    a < b ? -1 : Number(a > b),
  );
  for (const event of inTime) {
    const place = placeOf(event, axis, days, undatedAt);
    if (place === undefined) continue;
    const { meaning, date = '', isOfArticle } = event;
    const bucket = date === '' ? '' : Math.floor(place.x / BUCKET);
    const key = keyOf(line.value, meaning, isOfArticle ? 1 : 0, date.length, bucket);
    const known = marks.get(key);
    const mark =
      known === undefined
        ? { ...newMark(key, row, line, event), ...place }
        : joined(known, event, place.period);
    marks.set(key, mark);
    markOf.set(event, mark);
  }
  for (const mark of marks.values()) {
    mark.count = mark.ids.length;
    mark.radius = Math.min(LARGEST, SMALLEST + Math.log2(mark.count));
    mark.label = markLabel(line, mark);
  }
  return { marks: [...marks.values()], markOf };
}

function newMark(key: string, row: number, line: Line, event: Event): Omit<Growing, 'x'> {
  const { meaning, date = '', isOfArticle } = event;
  return {
    key,
    row,
    y: line.at + line.size / 2 + LANES[meaning],
    radius: SMALLEST,
    meaning,
    isHollow: isOfArticle,
    isUndated: date === '',
    date,
    count: 0,
    ids: [...event.ids],
    label: '',
  };
}

function joined(mark: Growing, event: Event, period: TimelineMark['period']): Growing {
  mark.ids.push(...event.ids);
  const [first = ''] = mark.date.split('–');
  const { date = '' } = event;
  if (date !== first) mark.date = `${first}–${date}`;
  if (mark.period !== undefined && period !== undefined)
    mark.period = {
      from: Math.min(mark.period.from, period.from),
      to: Math.max(mark.period.to, period.to),
    };
  return mark;
}

/** Where an event stands; undefined where its days aren't shown. */
function placeOf(
  { date }: Event,
  axis: Axis,
  days: DayNumbers,
  undatedAt: number,
): Pick<TimelineMark, 'x' | 'period'> | undefined {
  if (date === undefined) return { x: undatedAt };
  const { first, last } = days.of(date);
  if (!axis.shows(first, last)) return undefined;
  const from = axis.within(axis.at(first));
  const to = axis.within(axis.at(last + 1));
  const x = (from + to) / 2;
  return date.length === 'yyyy-mm-dd'.length ? { x } : { x, period: { from, to } };
}

function markLabel(line: Line, mark: Growing): string {
  const stance = stanceName(mark.meaning as StanceMeaning);
  if (mark.isUndated)
    return l10n.t('{0}: {1}, without a date ({2})', line.label, stance, mark.count);
  const date = mark.isHollow ? l10n.t('{0}, the date of the article', mark.date) : mark.date;
  return l10n.t('{0}: {1}, {2} ({3})', line.label, stance, date, mark.count);
}
