import * as l10n from '@vscode/l10n';
import type { CorpusItem } from '../../corpus/corpus';
import { findTurns, type Turn, type TurnEnd } from '../../corpus/findings/turns';
import type { Row } from '../../corpus/query/rows';
import { counted } from '../../text/counted';
import type { Steps } from '../../text/steps';
import { collectRows } from '../collectRows';
import { fitted, Names, type DebateContext } from '../context';
import { timelineLegend } from '../legends';
import { leftOutNotices, MOST_ROWS, noTopicsNotice, nothingNotice } from '../limits';
import { bySize, keyOf } from '../lines';
import type { Line, TimelineMark, TimelineModel, TimelineOptions, TimelineTurn } from '../model';
import { Axis, DayNumbers, paddedSpan, spanOf, type Span } from './axis';
import { placeMarks, type PlacedRow } from './placeMarks';
import { readEvents, type Event, type Events } from './readEvents';

const ROW_HEIGHT = 40;
const HEAD_HEIGHT = 28;
/** The margin for what has no date. */
const UNDATED_WIDTH = 56;
/** More marks take too long to draw: the largest rows are shown. */
const MOST_MARKS = 6_000;
const MOST_TURNS = 1_000;
const PADDING = 8;
/** What the axis shows where no statement has a date. */
const ANY_TIME: Span = { since: '2000-01-01', until: '2000-12-31' };

/** Who said what when: a row for each speaker or topic, marks at the dates of statements. */
export function* timelineModel<Item extends CorpusItem>(
  given: Iterable<Row<Item>>,
  context: DebateContext<Item>,
  { by = 'speaker', width, since, until }: Omit<TimelineOptions, 'view'>,
): Steps<TimelineModel> {
  const rows = yield* collectRows(given);
  const events = yield* readEvents(rows, context, by);
  const turns = yield* findTurns(rows, context);
  const names = new Names(context.vocabulary);
  const days = new DayNumbers();
  const dated = spanOfEvents(events, days);
  const found = dated === undefined ? ANY_TIME : paddedSpan(dated);
  const labelWidth = Math.round(Math.min(220, Math.max(90, width * 0.22)));
  const space = events.undated > 0 ? UNDATED_WIDTH : 0;
  const axisEnd = Math.max(labelWidth + 120, width - space - PADDING);
  const axis = new Axis(
    { since: since ?? found.since, until: until ?? found.until },
    labelWidth,
    axisEnd,
  );
  yield;
  const all = bySize(events.rowCounts);
  const lines: Line[] = [];
  const placed: PlacedRow[] = [];
  let markCount = 0;
  for (const [value, count] of all.slice(0, MOST_ROWS)) {
    const label = by === 'speaker' ? names.speaker(value) : names.topic(value);
    const at = HEAD_HEIGHT + lines.length * ROW_HEIGHT;
    const text = fitted(label, labelWidth - 2 * PADDING);
    const line = { key: keyOf('row', value), value, text, label, at, size: ROW_HEIGHT, count };
    const undatedAt = axisEnd + UNDATED_WIDTH / 2;
    const ofRow = events.ofRows.get(value) ?? [];
    const row = placeMarks(line, lines.length, ofRow, { axis, days, undatedAt });
    markCount += row.marks.length;
    if (markCount > MOST_MARKS && lines.length > 0) break;
    lines.push(line);
    placed.push(row);
    yield;
  }
  const drawnTurns = yield* placeTurns(turns, by, { lines, placed, events, names });
  const marks = placed.flatMap((row) => row.marks);
  const height = HEAD_HEIGHT + lines.length * ROW_HEIGHT;
  const hasNoTopics = by === 'topic' && all.every(([value]) => value === undefined);
  return {
    view: 'timeline',
    by,
    title: by === 'speaker' ? l10n.t('Speakers over time') : l10n.t('Topics over time'),
    description: describe(rows.length, events.undated, dated, turns.length),
    legend: timelineLegend({ marks, turns: drawnTurns }),
    notices: [
      ...(rows.length === 0 ? [nothingNotice()] : []),
      ...(rows.length > 0 && hasNoTopics ? [noTopicsNotice()] : []),
      ...(rows.length > 0 && events.undated === rows.length ? [noDatesNotice()] : []),
      ...leftOutNotices(
        lines.length,
        all.length,
        by === 'speaker' ? l10n.t('Speakers') : l10n.t('Topics'),
      ),
      ...leftOutNotices(drawnTurns.length, countShown(turns, by, lines), l10n.t('Turns')),
    ],
    isEmpty: rows.length === 0,
    total: rows.length,
    width: Math.max(width, axisEnd + space + PADDING),
    height: height + PADDING,
    rows: lines,
    marks,
    turns: drawnTurns,
    ticks: axis.ticks(),
    ...axis.span,
    axis: { from: axis.from, to: axis.to, y: HEAD_HEIGHT },
    undatedAt: events.undated > 0 ? axisEnd + UNDATED_WIDTH / 2 : undefined,
  };
}

/** From the first statement to the last one; undefined where none has a date. */
function spanOfEvents({ ofRows }: Events, days: DayNumbers): Span | undefined {
  let [first, last] = [Infinity, -Infinity];
  for (const events of ofRows.values())
    for (const { date } of events) {
      if (date === undefined) continue;
      const period = days.of(date);
      first = Math.min(first, period.first);
      last = Math.max(last, period.last);
    }
  return first <= last ? spanOf(first, last) : undefined;
}

/** The lines between the marks of turns; those whose ends aren't both shown are left out. */
function* placeTurns(
  turns: readonly Turn[],
  by: 'speaker' | 'topic',
  {
    lines,
    placed,
    events,
    names,
  }: {
    readonly lines: readonly Line[];
    readonly placed: readonly PlacedRow[];
    readonly events: Events;
    readonly names: Names;
  },
): Steps<TimelineTurn[]> {
  const rowOf = new Map(lines.map(({ value }, n) => [value, n]));
  const drawn: TimelineTurn[] = [];
  for (const turn of turns) {
    const { speaker, topic, from, to } = turn;
    if (drawn.length >= MOST_TURNS) break;
    const row = rowOf.get(turn[by]);
    if (row === undefined) continue;
    const ofRow = events.ofRows.get(turn[by]) ?? [];
    const [start, end] = [from, to].map((one) => markOfEnd(placed[row], ofRow, one));
    if (start === undefined || end === undefined) continue;
    drawn.push({
      key: keyOf('turn', from.id, to.id),
      label: l10n.t(
        '{0} on {1}: {2} in {3}, {4} in {5}',
        ...[names.speaker(speaker), names.topic(topic)],
        ...[names.stance(from.stance), from.date, names.stance(to.stance), to.date],
      ),
      ids: [from.id, to.id],
      row,
      from: { x: start.x, y: start.y, meaning: from.stance },
      to: { x: end.x, y: end.y, meaning: to.stance },
    });
    if (drawn.length % 20 === 0) yield;
  }
  return drawn;
}

function markOfEnd(
  placed: PlacedRow | undefined,
  events: readonly Event[],
  { stance, date, dateOf }: TurnEnd,
): TimelineMark | undefined {
  const event = events.find(
    (one) =>
      one.meaning === stance && one.date === date && one.isOfArticle === (dateOf === 'article'),
  );
  return event && placed?.markOf.get(event);
}

/** How many turns could be drawn if there were no limit, as far as their rows are shown. */
function countShown(
  turns: readonly Turn[],
  by: 'speaker' | 'topic',
  lines: readonly Line[],
): number {
  if (turns.length <= MOST_TURNS) return 0;
  const shown = new Set(lines.map(({ value }) => value));
  return turns.filter((turn) => shown.has(turn[by])).length;
}

function noDatesNotice(): string {
  return l10n.t(
    'None of these statements has a date. Give them one with “Claims: Edit”, or their articles one in the front matter.',
  );
}

function describe(total: number, undated: number, dated: Span | undefined, turns: number): string {
  if (dated === undefined)
    return counted(l10n.t('{0} {0|statement|statements} without a date.'), total);
  return counted(
    l10n.t(
      '{0} {0|statement|statements} from {1} to {2}, {3} of them without a date; {4} {4|turn|turns}.',
    ),
    ...[total, dated.since, dated.until, undated, turns],
  );
}
