import * as l10n from '@vscode/l10n';
import type { CorpusItem } from '../corpus/corpus';
import { statementDate, type StatementDate } from '../model/dates';
import { quoteOf } from '../model/quote';
import { shownQuote } from '../text/excerpt';
import type { Steps } from '../text/steps';
import { meaningOfStance, Names, oneLine, type DebateContext } from './context';
import type { QuoteCard } from './model';

/**
 * Annotations as people read them, by id; ids that the corpus doesn't know are left out. Of one
 * that several articles have, the first by path.
 *
 * @param ids not too many: the articles of all of them are unpacked
 */
export function* quoteCards<Item extends CorpusItem>(
  ids: Iterable<string>,
  context: DebateContext<Item>,
): Steps<ReadonlyMap<string, QuoteCard>> {
  const { corpus } = context;
  const names = new Names(context.vocabulary);
  const wanted = new Map<string, Set<string>>();
  const order = new Set<string>(ids);
  for (const id of order) {
    const [article] = corpus.keysInOrder(new Set(corpus.articlesWithId(id)));
    if (article === undefined) continue;
    wanted.set(article, (wanted.get(article) ?? new Set()).add(id));
  }
  const found = new Map<string, QuoteCard>();
  for (const [article, itsIds] of wanted) {
    for (const item of corpus.ofArticle(article)) {
      const { id } = item.annotation;
      if (itsIds.has(id) && !found.has(id)) found.set(id, quoteCard(item, context, names));
    }
    yield;
  }
  return new Map([...order].flatMap((id) => cardOf(found, id)));
}

function cardOf(found: ReadonlyMap<string, QuoteCard>, id: string): [string, QuoteCard][] {
  const card = found.get(id);
  return card === undefined ? [] : [[id, card]];
}

/** One annotation as people read it. */
export function quoteCard<Item extends CorpusItem>(
  { article, annotation }: Item,
  { corpus, publishedOf, titleOf }: DebateContext<Item>,
  names: Names,
): QuoteCard {
  const { id, role, topic, stance } = annotation;
  const speaker = corpus.speakerOf(annotation);
  const published = publishedOf(article);
  const date = statementDate(annotation, published);
  return {
    id,
    article,
    title: oneLine(titleOf(article) ?? '') || oneLine(corpus.pathOf(article) ?? article),
    published: published === undefined ? undefined : oneLine(published),
    quote: shownQuote(quoteOf(annotation)).trim(),
    speaker: speaker === undefined ? undefined : names.speaker(speaker),
    role: names.role(role),
    topic: topic === undefined ? undefined : names.topic(topic),
    stance: stance === undefined ? undefined : names.stance(stance),
    meaning: meaningOfStance(stance),
    date: date?.date,
    dateOf: date?.of,
    codedText: [
      names.role(role),
      ...(stance === undefined ? [] : [names.stance(stance)]),
      ...(topic === undefined ? [] : [names.topic(topic)]),
    ].join(' · '),
    dateText: dateText(date),
  };
}

/** A date as it is told, and whether it is the article's. */
export function dateText(date: StatementDate | undefined): string {
  if (date === undefined) return l10n.t('No date');
  return date.of === 'article' ? l10n.t('{0}, the date of the article', date.date) : date.date;
}
