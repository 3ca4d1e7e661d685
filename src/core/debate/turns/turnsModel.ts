import * as l10n from '@vscode/l10n';
import type { CorpusItem } from '../../corpus/corpus';
import { findTurns, type Turn } from '../../corpus/findings/turns';
import type { Row } from '../../corpus/query/rows';
import { firstDay, lastDay } from '../../network/days';
import type { SetAsideFinding } from '../../model/types';
import { counted } from '../../text/counted';
import type { Steps } from '../../text/steps';
import { collectRows } from '../collectRows';
import { Names, type DebateContext } from '../context';
import { leftOutNotices, MOST_ROWS, nothingNotice } from '../limits';
import { keyOf } from '../lines';
import type { QuoteCard, TurnCard, TurnsModel } from '../model';
import { quoteCards } from '../quoteCards';
import { dayNumber } from '../timeline/axis';
import { findBetween, type Between } from './between';

/** So many of the speaker's own statements between are quoted; the others are counted. */
const MOST_QUOTED = 3;
const MOST_IDS = 200;

/** What a turn is called among the findings that were set aside. */
const KIND = 'turn';

/** Who turned: both statements, and what stands between. */
export function* turnsModel<Item extends CorpusItem>(
  given: Iterable<Row<Item>>,
  context: DebateContext<Item>,
): Steps<TurnsModel> {
  const rows = yield* collectRows(given);
  const all = yield* findTurns(rows, context);
  const turns = all.slice(0, MOST_ROWS);
  const between = yield* findBetween(turns, rows, context);
  const quoted = turns.flatMap(({ from, to }, n) => [
    ...[from.id, to.id],
    ...(between[n]?.own.slice(0, MOST_QUOTED) ?? []),
  ]);
  const quotes = yield* quoteCards(quoted, context);
  const names = new Names(context.vocabulary);
  const cards = turns.flatMap((turn, n) =>
    turnCard(turn, between[n] ?? { own: [], others: [] }, quotes, names, context.findings ?? []),
  );
  return {
    view: 'turns',
    title: l10n.t('Turns'),
    description: counted(
      l10n.t(
        '{0} {0|turn|turns}: the same speaker with opposite stances on the same topic, at different dates.',
      ),
      all.length,
    ),
    legend: '',
    notices: [
      ...(rows.length === 0 ? [nothingNotice()] : []),
      ...(rows.length > 0 && all.length === 0 ? [noTurnsNotice()] : []),
      ...leftOutNotices(turns.length, all.length, l10n.t('Turns')),
    ],
    isEmpty: all.length === 0,
    total: rows.length,
    cards,
  };
}

function turnCard(
  { speaker, topic, from, to }: Turn,
  { own, others }: Between,
  quotes: ReadonlyMap<string, QuoteCard>,
  names: Names,
  findings: readonly SetAsideFinding[],
): TurnCard[] {
  const [before, after] = [quotes.get(from.id), quotes.get(to.id)];
  if (before === undefined || after === undefined) return [];
  const [speakerText, topicText] = [names.speaker(speaker), names.topic(topic)];
  const [stanceBefore, stanceAfter] = [names.stance(from.stance), names.stance(to.stance)];
  return [
    {
      key: keyOf('turn', from.id, to.id),
      label: l10n.t(
        '{0} on {1}: {2} in {3}, {4} in {5}',
        ...[speakerText, topicText, stanceBefore, from.date, stanceAfter, to.date],
      ),
      ids: [from.id, to.id],
      speaker,
      topic,
      speakerText,
      topicText,
      from: before,
      to: after,
      apart: timeApart(from.date, to.date),
      between: own.slice(0, MOST_QUOTED).flatMap((id) => quotes.get(id) ?? []),
      ownBetween: own.length,
      othersBetween: others.length,
      betweenText:
        own.length + others.length === 0
          ? l10n.t('nothing on the topic between')
          : l10n.t(
              'Between: {0} of the speaker, {1} of others on the topic',
              ...[own.length, others.length],
            ),
      idsBetween: [...own, ...others].slice(0, MOST_IDS),
      setAside: reasonOf([from.id, to.id], findings),
    },
  ];
}

/** Why a turn was set aside; the order of its ids doesn't matter. */
function reasonOf(
  ids: readonly string[],
  findings: readonly SetAsideFinding[],
): string | undefined {
  return findings.find(
    (one) =>
      one.kind === KIND && one.ids.length === ids.length && ids.every((id) => one.ids.includes(id)),
  )?.reason;
}

/** The days from the end of one date to the beginning of a later one, in words. */
function timeApart(from: string, to: string): string {
  const days = dayNumber(firstDay(to)) - dayNumber(lastDay(from));
  if (days < 61) return counted(l10n.t('{0} {0|day|days}'), days);
  if (days < 731) return counted(l10n.t('{0} {0|month|months}'), Math.floor(days / 30.44));
  return counted(l10n.t('{0} {0|year|years}'), Math.floor(days / 365.25));
}

function noTurnsNotice(): string {
  return l10n.t(
    'No speaker turned. A turn needs two statements on the same topic, one in favor and one against, with dates of which one is before the other.',
  );
}
