import * as l10n from '@vscode/l10n';
import type { CorpusItem } from '../../corpus/corpus';
import { counted } from '../../text/counted';
import type { Steps } from '../../text/steps';
import { meaningOfLink, Names, oneLine, type DebateContext } from '../context';
import { leftOutNotices, MOST_ROWS } from '../limits';
import { keyOf } from '../lines';
import type { AnswersGraphModel, ArgumentModel, ArgumentStep } from '../model';
import { quoteCards } from '../quoteCards';
import type { Answer } from './readAnswers';

/** A place in an argument. */
interface Place {
  readonly id: string;
  readonly above: string | undefined;
  /** How it stands to that. */
  readonly link: string | undefined;
  readonly depth: number;
  readonly isRepeated: boolean;
}

/** What supports, rebuts or restates a claim, and in turn what does that to these. */
export function* argumentModel<Item extends CorpusItem>(
  claim: string,
  total: number,
  context: DebateContext<Item>,
): Steps<ArgumentModel> {
  const all = yield* placesUnder(claim, context);
  const places = all.slice(0, MOST_ROWS);
  const quotes = yield* quoteCards(
    places.map(({ id }) => id),
    context,
  );
  const names = new Names(context.vocabulary);
  const steps = places.flatMap(({ id, above, link, depth, isRepeated }): ArgumentStep[] => {
    const card = quotes.get(id);
    if (card === undefined) return [];
    const linkText = link === undefined ? undefined : names.link(link);
    const said = [linkText, card.speaker ?? names.speaker(undefined), card.codedText, card.quote];
    return [
      {
        key: keyOf('step', above, link, id),
        label: said.filter((one) => one !== undefined).join('. '),
        ids: [id],
        depth,
        link,
        linkText,
        meaning: link === undefined ? card.meaning : meaningOfLink(link),
        card,
        isRepeated,
      },
    ];
  });
  const isEmpty = steps.length === 0;
  return {
    view: 'answers',
    kind: 'argument',
    title: l10n.t('The argument under one claim'),
    description: counted(
      l10n.t('{0} {0|annotation|annotations} under the claim.'),
      Math.max(0, all.length - 1),
    ),
    legend: '',
    notices: [
      ...(isEmpty ? [l10n.t('There is no annotation “{0}” any more.', oneLine(claim))] : []),
      ...leftOutNotices(places.length, all.length, l10n.t('Annotations')),
    ],
    isEmpty,
    total,
    steps,
  };
}

/** All that is under a claim, in the order in which a tree is read; circles are cut. */
function* placesUnder<Item extends CorpusItem>(
  claim: string,
  { corpus }: DebateContext<Item>,
): Steps<readonly Place[]> {
  const seen = new Set<string>();
  const places: Place[] = [];
  const waiting: Omit<Place, 'isRepeated'>[] = [
    { id: claim, above: undefined, link: undefined, depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const isRepeated = seen.has(next.id);
    places.push({ ...next, isRepeated });
    if (isRepeated) continue;
    seen.add(next.id);
    const { id: above, depth } = next;
    const below = corpus.linksTo(above).map(({ type: link, source }) => ({
      ...{ id: source.annotation.id, above, link, depth: depth + 1 },
    }));
    // A copied article has the same links once more.
    const unlike = new Map(below.map((one) => [keyOf(one.id, one.link), one]));
    waiting.push(...[...unlike.values()].filter(({ id }) => id !== above).reverse());
    yield;
  }
  return places;
}

/** So many arguments are offered. */
const MOST_CLAIMS = 50;

/** The annotations that most links lead to: what is argued about. */
export function* mostAnswered<Item extends CorpusItem>(
  answers: readonly Answer[],
  context: DebateContext<Item>,
): Steps<AnswersGraphModel['claims']> {
  const counts = new Map<string, number>();
  for (const [n, { to }] of answers.entries()) {
    if (n % ANSWERS_A_STEP === 0) yield;
    counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  yield;
  // Only those that are large enough are put in order: there are very many with one or two.
  const sizes = Uint32Array.from(counts.values()).sort();
  const smallest = sizes[Math.max(0, sizes.length - MOST_CLAIMS)] ?? 0;
  yield;
  const answering = new Map<string, Set<string>>();
  for (const [n, { from, to }] of answers.entries()) {
    if (n % ANSWERS_A_STEP === 0) yield;
    if ((counts.get(to) ?? 0) < smallest) continue;
    answering.set(to, (answering.get(to) ?? new Set()).add(from));
  }
  yield;
  const largest = [...answering].sort(([, a], [, b]) => b.size - a.size).slice(0, MOST_CLAIMS);
  yield;
  const quotes = yield* quoteCards(
    largest.map(([id]) => id),
    context,
  );
  return largest.flatMap(([id, ids]) => {
    const card = quotes.get(id);
    if (card === undefined) return [];
    const speaker = card.speaker ?? l10n.t('No speaker');
    return [{ key: id, label: `${speaker}: ${card.quote}`, ids: [id, ...ids], size: ids.size }];
  });
}

const ANSWERS_A_STEP = 5_000;
