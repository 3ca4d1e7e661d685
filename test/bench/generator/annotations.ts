import type { Annotation, Link, Passage } from '../../../src/core/model/types';
import { timestamp } from '../../../src/core/model/ids';
import { describePassage } from '../../../src/core/placing/describePassage';
import { ArticleText } from '../../../src/core/text/articleText';
import type { GeneratedArticle, GeneratedSentence } from './article';
import type { Draw } from './draw';
import { CREATORS, NOTES, TAGS } from './words';
import { idOf, type World } from './world';

const DAY = 86_400_000;
/** Of all annotations so many have a link; of these so many one within the article. */
const LINKED = 0.25;
const LINKED_NEAR = 0.6;

/**
 * Annotations of an article in reading order.
 *
 * @param first the number of the first one, in the corpus
 */
export function makeAnnotations(
  world: World,
  article: GeneratedArticle,
  count: number,
  first: number,
  draw: Draw,
): Annotation[] {
  const text = new ArticleText(article.text);
  const chosen = Array.from({ length: count }, () => draw.between(0, article.sentences.length - 1));
  return chosen
    .sort((a, b) => a - b)
    .map((sentence, i) => makeAnnotation(world, article, text, sentence, first, first + i, draw));
}

function makeAnnotation(
  world: World,
  article: GeneratedArticle,
  text: ArticleText,
  index: number,
  first: number,
  number: number,
  draw: Draw,
): Annotation {
  const sentence = article.sentences[index] as GeneratedSentence;
  const speaker = draw.chance(0.9) ? (sentence.speaker ?? world.speaker(draw)) : undefined;
  const topic = draw.chance(0.9) ? world.topic(draw) : undefined;
  const stance =
    speaker && topic && draw.chance(0.9)
      ? world.stance(speaker, topic)
      : draw.pick(['favor', 'against']);
  const said = new Date(article.published.getTime() - draw.between(0, 30) * DAY);
  const created = new Date(article.published.getTime() + draw.between(60, 86_400 * 400) * 1000);
  const modified = new Date(created.getTime() + draw.between(0, 86_400 * 60) * 1000);
  const isCued = sentence.speaker !== undefined && speaker === sentence.speaker;
  return {
    id: idOf(world.seed, number),
    role: draw.pick(['claim', 'claim', 'claim', 'evidence', 'rebuttal']),
    ...(speaker && { speaker: speaker.name }),
    ...(draw.chance(0.8) && { stance: draw.chance(0.9) ? stance : 'neutral' }),
    ...(topic && { topic: topic.id }),
    passages: passagesOf(article, text, index, draw),
    ...(draw.chance(0.6) && dateOf(said, draw)),
    ...(draw.chance(0.08) && { reportedBy: [world.speaker(draw).name] }),
    ...(isCued && { quoteType: 'direct' as const, cue: sentence.cue ?? '' }),
    ...(draw.chance(0.15) && { note: draw.pick(NOTES) }),
    ...(draw.chance(0.2) && { tags: [...new Set([draw.pick(TAGS), draw.pick(TAGS)])] }),
    ...(number > 0 && draw.chance(LINKED) && { links: [linkOf(world, first, number, draw)] }),
    creator: draw.pick(CREATORS),
    created: timestamp(created),
    modified: timestamp(modified),
  };
}

/** A sentence, a part of one, or two sentences of an interrupted quotation. */
function passagesOf(
  { text, sentences }: GeneratedArticle,
  { map }: ArticleText,
  index: number,
  draw: Draw,
): Passage[] {
  const { start, end } = sentences[index] as GeneratedSentence;
  const comma = text.slice(start, end).search(/[，,]/);
  const isPart = comma > 12 && draw.chance(0.2);
  const first = describePassage(text, { start, end: isPart ? start + comma : end }, map);
  const next = sentences[index + 1];
  if (next !== undefined && draw.chance(0.04)) return [first, describePassage(text, next, map)];
  return [draw.chance(0.005) ? { ...first, detached: true } : first];
}

function dateOf(said: Date, draw: Draw): Pick<Annotation, 'date' | 'dateInferred'> {
  const date = said.toISOString().slice(0, draw.pick([4, 7, 7, 10, 10, 10, 10, 10, 10]));
  return draw.chance(0.15) ? { date, dateInferred: true } : { date };
}

/** A link to an annotation before, in the article or anywhere. */
function linkOf(world: World, first: number, number: number, draw: Draw): Link {
  const isNear = number > first && draw.chance(LINKED_NEAR);
  return {
    type: draw.pick(['supports', 'rebuts', 'restates']),
    target: idOf(world.seed, draw.between(isNear ? first : 0, number - 1)),
  };
}
