import * as l10n from '@vscode/l10n';
import type { CorpusItem } from '../../corpus/corpus';
import { RowPace } from '../../corpus/findings/found';
import { RestatedTogether } from '../../corpus/findings/sameStatements';
import { queriedArticles, type Row } from '../../corpus/query/rows';
import { periodOf } from '../../model/period';
import { counted } from '../../text/counted';
import type { Steps } from '../../text/steps';
import { idsOf } from '../answers/readAnswers';
import type { DebateContext } from '../context';
import { leftOutNotices, MOST_ROWS, nothingNotice } from '../limits';
import { keyOf } from '../lines';
import type { Occurrence, QuoteCard, SameStatementGroup, SameStatementModel } from '../model';
import { quoteCards } from '../quoteCards';
import { markDifferences } from './markDifferences';

/** More of one statement nobody reads. */
const MOST_OCCURRENCES = 50;

/** Statements that stand in several places: what `restates` links join. */
export function* sameStatementModel<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  context: DebateContext<Item>,
): Steps<SameStatementModel> {
  const found = yield* idsOf(rows);
  const all = yield* groupsAmong(found, context);
  const groups: SameStatementGroup[] = [];
  for (const ids of all.slice(0, MOST_ROWS)) {
    const cards = yield* quoteCards(ids, context);
    if (cards.size > 1) groups.push(groupOf([...cards.values()]));
    yield;
  }
  return {
    view: 'sameStatement',
    title: l10n.t('The same statement through the articles'),
    description: counted(
      l10n.t('{0} {0|statement stands|statements stand} in several places.'),
      all.length,
    ),
    legend: '',
    notices: [
      ...(found.size === 0 ? [nothingNotice()] : []),
      ...(found.size > 0 && all.length === 0 ? [noGroupsNotice()] : []),
      ...leftOutNotices(groups.length, all.length, l10n.t('Statements')),
    ],
    isEmpty: groups.length === 0,
    total: found.size,
    groups,
  };
}

/** The annotations of each statement of which one is among those that were found. */
function* groupsAmong<Item extends CorpusItem>(
  found: ReadonlySet<string>,
  { corpus }: DebateContext<Item>,
): Steps<readonly (readonly string[])[]> {
  const pace = new RowPace();
  const restated = new RestatedTogether();
  const linked = new Set<string>();
  for (const { content, ids } of queriedArticles(corpus)) {
    if (pace.isDue(1)) yield;
    if (!content.hasLinks()) continue;
    for (const { i, type, target: to } of content.links()) {
      const from = ids[i] ?? '';
      if (type !== 'restates' || from === to || !corpus.hasId(to)) continue;
      restated.join({ from, type, to });
      linked.add(from).add(to);
    }
  }
  const groups = new Map<string, Set<string>>();
  for (const id of linked) {
    if (pace.isDue(1)) yield;
    const statement = restated.statementOf(id);
    groups.set(statement, (groups.get(statement) ?? new Set()).add(id));
  }
  yield;
  const wanted: (readonly string[])[] = [];
  for (const ids of groups.values()) {
    if (pace.isDue(ids.size)) yield;
    const all = [...ids];
    if (all.some((id) => found.has(id))) wanted.push(all);
  }
  yield;
  return wanted.sort((a, b) => b.length - a.length);
}

function groupOf(cards: readonly QuoteCard[]): SameStatementGroup {
  const ordered = [...cards].sort(byTime);
  const first = ordered[0]?.quote ?? '';
  const shown = ordered.slice(0, MOST_OCCURRENCES);
  const ids = ordered.map(({ id }) => id);
  return {
    key: keyOf('statement', ...[...ids].sort().slice(0, 1)),
    label: counted(l10n.t('{0} {0|place|places}: {1}'), ordered.length, first),
    ids,
    count: ordered.length,
    occurrences: shown.map((card, n): Occurrence => ({
      key: card.id,
      label: [card.speaker, card.dateText, card.title, card.quote]
        .filter((one) => one !== undefined)
        .join('. '),
      ids: [card.id],
      card,
      pieces: n === 0 ? [{ kind: 'same', text: card.quote }] : markDifferences(first, card.quote),
    })),
  };
}

/** By the end of their dates, those of statements before those of articles; undated ones last. */
function byTime(a: QuoteCard, b: QuoteCard): number {
  const key = ({ date, dateOf }: QuoteCard) =>
    `${date === undefined ? '~' : periodOf(date).first}${dateOf ?? ''}`;
  const [one, other] = [key(a), key(b)];
  if (one === other) return 0;
  const [day, otherDay] = [one.slice(0, 10), other.slice(0, 10)];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  return a.dateOf === 'statement' ? -1 : 1;
}

function noGroupsNotice(): string {
  return l10n.t(
    'No statement is known to stand in several places. Link annotations that say the same by “restates”, or accept a group of same statements.',
  );
}
