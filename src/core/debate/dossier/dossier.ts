import * as l10n from '@vscode/l10n';
import type { CorpusItem } from '../../corpus/corpus';
import type { Row } from '../../corpus/query/rows';
import { periodOf } from '../../model/period';
import { counted } from '../../text/counted';
import type { Steps } from '../../text/steps';
import { idsOf } from '../answers/readAnswers';
import { Names, type DebateContext } from '../context';
import { bySize } from '../lines';
import type { QuoteCard } from '../model';
import { quoteCards } from '../quoteCards';

/** Whom or what a dossier is about. */
export interface DossierSubject {
  readonly kind: 'speaker' | 'topic';
  /** The canonical name, or the topic's id. */
  readonly value: string;
}

/** All that a speaker said, or that was said about a topic, each quote with its source. */
export interface Dossier {
  readonly title: string;
  /** How many quotes there are, and what they were chosen by. */
  readonly subtitle: string;
  readonly sections: readonly DossierSection[];
}

/** A speaker's quotes on one topic, or one speaker's quotes on the topic: in time. */
export interface DossierSection {
  readonly heading: string;
  readonly entries: readonly DossierEntry[];
}

/** One quote, with what supports, rebuts or restates it below. */
export interface DossierEntry {
  readonly card: QuoteCard;
  /** How it stands to the one above it; undefined at the top. */
  readonly linkText: string | undefined;
  readonly answers: readonly DossierEntry[];
}

/** Evidence for evidence for evidence: more isn't read under one quote. */
const DEEPEST = 3;

/**
 * Makes the dossier of some annotations.
 *
 * @param rows those that are quoted; what answers them comes from the whole corpus
 * @param filter what they were chosen by, as it would be typed; empty: nothing
 */
export function* makeDossier<Item extends CorpusItem>(
  { kind, value }: DossierSubject,
  rows: Iterable<Row<Item>>,
  context: DebateContext<Item>,
  filter: string,
): Steps<Dossier> {
  const { corpus } = context;
  const names = new Names(context.vocabulary);
  const found = yield* idsOf(rows);
  const below = new Map<string, readonly { readonly type: string; readonly id: string }[]>();
  let layer: ReadonlySet<string> = found;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = new Set<string>();
    for (const id of layer) {
      if (below.has(id)) continue;
      const links = corpus.linksTo(id).filter(({ source }) => source.annotation.id !== id);
      below.set(
        id,
        links.map(({ type, source }) => ({ type, id: source.annotation.id })),
      );
      for (const { source } of links) next.add(source.annotation.id);
      yield;
    }
    layer = next;
  }
  const answering = [...below.values()].flatMap((links) => links.map(({ id }) => id));
  const cards = yield* quoteCards([...found, ...answering], context);
  const entryOf = (card: QuoteCard, link: string | undefined, above: readonly string[]) => {
    const path = [...above, card.id];
    const answers = path.length > DEEPEST ? [] : (below.get(card.id) ?? []);
    const entry: DossierEntry = {
      card,
      linkText: link === undefined ? undefined : names.link(link),
      // Where links go round in a circle, the circle ends.
      answers: answers.flatMap(({ type, id }) => {
        const answer = path.includes(id) ? undefined : cards.get(id);
        return answer === undefined ? [] : [entryOf(answer, type, path)];
      }),
    };
    return entry;
  };
  const groups = new Map<string, QuoteCard[]>();
  for (const id of found) {
    const card = cards.get(id);
    if (card === undefined) continue;
    const heading =
      kind === 'speaker'
        ? (card.topic ?? names.topic(undefined))
        : (card.speaker ?? names.speaker(undefined));
    groups.set(heading, [...(groups.get(heading) ?? []), card]);
  }
  const order = bySize(Array.from(groups, ([heading, { length }]) => [heading, length]));
  const chosenBy = filter === '' ? [] : [l10n.t('Filter: {0}', filter)];
  return {
    title: kind === 'speaker' ? names.speaker(value) : names.topic(value),
    subtitle: [counted(l10n.t('{0} {0|quote|quotes}'), found.size), ...chosenBy].join(' · '),
    sections: order.flatMap(([heading = '']) => [
      {
        heading,
        entries: [...(groups.get(heading) ?? [])]
          .sort(byTime)
          .map((card) => entryOf(card, undefined, [])),
      },
    ]),
  };
}

/** By the beginnings of their dates; undated ones last. */
function byTime({ date: a }: QuoteCard, { date: b }: QuoteCard): number {
  const [one, other] = [a, b].map((date) => (date === undefined ? '~' : periodOf(date).first));
  return one === other ? 0 : (one ?? '') < (other ?? '') ? -1 : 1;
}

/** Where a quote stands. */
export interface QuotePlace {
  /** As it is shown, such as `articles/a.md:32`. */
  readonly text: string;
  /** Where a link to it leads; undefined: there is nothing to open. */
  readonly href: string | undefined;
  /** The article's own address, if it is one of the web. */
  readonly url: string | undefined;
}

/** The places of quotes, by the ids of annotations. */
export type QuotePlaces = ReadonlyMap<string, QuotePlace>;
