import * as l10n from '@vscode/l10n';
import type { CorpusItem } from '../../corpus/corpus';
import { RowPace } from '../../corpus/findings/found';
import { RestatedTogether } from '../../corpus/findings/sameStatements';
import { queriedArticles, type Row } from '../../corpus/query/rows';
import { periodOf } from '../../model/period';
import { counted } from '../../text/counted';
import type { Steps } from '../../text/steps';
import { idsOf } from '../answers/readAnswers';
import type { DebateContext, ProposedGroup } from '../context';
import { leftOutNotices, MOST_ROWS, nothingNotice } from '../limits';
import { keyOf } from '../lines';
import type { Occurrence, QuoteCard, SameStatementGroup, SameStatementModel } from '../model';
import { quoteCards } from '../quoteCards';
import { markDifferences } from './markDifferences';

/** More of one statement nobody reads. */
const MOST_OCCURRENCES = 50;

/** Statements that stand in several places: by `restates` links, then those that are proposed. */
export function* sameStatementModel<Item extends CorpusItem>(
  rows: Iterable<Row<Item>>,
  context: DebateContext<Item>,
): Steps<SameStatementModel> {
  const found = yield* idsOf(rows);
  yield;
  const all = yield* groupsAmong(found, context);
  const groups: SameStatementGroup[] = [];
  for (const { ids, score } of all.slice(0, MOST_ROWS)) {
    const cards = yield* quoteCards(ids, context);
    if (cards.size > 1) groups.push(groupOf([...cards.values()], score));
    yield;
  }
  const proposed = all.filter(({ score }) => score !== undefined).length;
  return {
    view: 'sameStatement',
    title: l10n.t('The same statement through the articles'),
    description: counted(
      proposed === 0
        ? l10n.t('{0} {0|statement stands|statements stand} in several places.')
        : l10n.t(
            '{0} {0|statement stands|statements stand} in several places; {1} of them {1|is|are} but proposed.',
          ),
      ...[all.length, proposed],
    ),
    legend: '',
    notices: [
      ...(found.size === 0 ? [nothingNotice()] : []),
      ...(found.size > 0 && all.length === 0 && context.isLookingForSame !== true
        ? [noGroupsNotice()]
        : []),
      ...(context.isLookingForSame === true ? [lookingNotice()] : []),
      ...leftOutNotices(groups.length, all.length, l10n.t('Statements')),
    ],
    isEmpty: groups.length === 0,
    total: found.size,
    groups,
  };
}

/** Annotations that say the same. */
interface Together {
  readonly ids: readonly string[];
  /** Undefined: links say it. */
  readonly score?: number;
}

/**
 * The annotations of each statement of which one is among those that were found. What a proposal
 * adds to is a part of the proposal.
 */
function* groupsAmong<Item extends CorpusItem>(
  found: ReadonlySet<string>,
  { corpus, sameGroups = [] }: DebateContext<Item>,
): Steps<readonly Together[]> {
  const pace = new RowPace();
  const restated = new RestatedTogether();
  const linked = new Set<string>();
  for (const { content, ids } of queriedArticles(corpus)) {
    if (pace.isDue(1)) yield;
    if (!content.hasLinks()) continue;
    for (const { i, type, target: to } of content.links()) {
      if (pace.isDue(1)) yield;
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
  const proposed: ProposedGroup[] = [];
  const isProposed = new Set<string>();
  for (const group of sameGroups) {
    if (pace.isDue(group.ids.length)) yield;
    const statements = new Set(group.ids.map((id) => restated.statementOf(id)));
    if (statements.size < 2 || !group.ids.some((id) => found.has(id))) continue;
    proposed.push(group);
    for (const id of group.ids) isProposed.add(id);
  }
  const wanted: Together[] = [];
  for (const ids of groups.values()) {
    if (pace.isDue(ids.size)) yield;
    const all = [...ids];
    const isPart = all.every((id) => isProposed.has(id));
    if (!isPart && all.some((id) => found.has(id))) wanted.push({ ids: all });
  }
  yield;
  return [...wanted.sort((a, b) => b.ids.length - a.ids.length), ...proposed];
}

function groupOf(cards: readonly QuoteCard[], score: number | undefined): SameStatementGroup {
  const ordered = [...cards].sort(byTime);
  const first = ordered[0]?.quote ?? '';
  const shown = ordered.slice(0, MOST_OCCURRENCES);
  const ids = ordered.map(({ id }) => id);
  return {
    key: keyOf('statement', ...[...ids].sort().slice(0, 1)),
    label: counted(l10n.t('{0} {0|place|places}: {1}'), ordered.length, first),
    ids,
    count: ordered.length,
    proposedText:
      score === undefined ? undefined : l10n.t('proposed, {0} % sure', Math.round(score * 100)),
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

function lookingNotice(): string {
  return l10n.t('Looking for statements that may be the same …');
}

function noGroupsNotice(): string {
  return l10n.t(
    'No statement is known to stand in several places. Link annotations that say the same by “restates”, or accept a group of same statements.',
  );
}
