import { articlePath } from '../../workspace/platform/uris';
import { statementDate } from '../../core/model/dates';
import { quoteOf } from '../../core/model/quote';
import { shownQuote } from '../../core/text/excerpt';
import { shownText } from '../../core/text/shownText';
import { stanceMark } from '../../ui/labels';
import type { Quote } from '../../views/debate/protocol';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Services } from '../services';

type Needs = Pick<Services, 'index' | 'labels'>;

/** The annotations with some ids as cards show them, in that order; those that are gone aren't. */
export function quotesOf(services: Needs, ids: readonly string[], articleDate: string): Quote[] {
  const seen = new Set(ids);
  return [...seen]
    .flatMap((id) => services.index.corpus.withId(id))
    .map((item) => quoteCard(services, item, articleDate));
}

function quoteCard(
  { index, labels }: Needs,
  { article, uri, annotation }: IndexedAnnotation,
  articleDate: string,
): Quote {
  const { id, role, speaker, stance, topic } = annotation;
  const { published, title } = index.factsOf(article);
  const date = statementDate(annotation, published);
  const coded = [
    labels.role(role),
    ...(stance === undefined ? [] : [`${stanceMark(stance)} ${labels.stance(stance)}`]),
    ...(topic === undefined ? [] : [labels.topic(topic)]),
  ];
  return {
    article,
    id,
    quote: shownQuote(quoteOf(annotation)),
    speaker: speaker === undefined ? labels.noSpeaker : shownText(speaker),
    coded: shownText(coded.join(' · ')),
    date:
      date === undefined ? '' : date.of === 'article' ? `${date.date} (${articleDate})` : date.date,
    title: shownText(title ?? articlePath(uri)),
  };
}
