import { statementDate } from '../model/dates';
import { compareText } from '../text/compare';
import type { Corpus } from './corpus';

/** A stance with which a speaker was seen. */
export interface SeenStance {
  readonly stance: string;
  /** The latest date of a statement with it; undefined if none has one. */
  readonly date: string | undefined;
}

/** How a speaker was used before. */
export interface SpeakerUse {
  readonly speaker: string;
  /** The stances taken on the topic at hand: the one tagged last first, this article's before. */
  readonly stances: readonly SeenStance[];
  /** Whether the speaker has annotations in the article at hand. */
  readonly here: boolean;
  /** No stance on the topic at hand is known: it was left open in the article at hand. */
  readonly leftOpen?: true;
}

/** Where an annotation is to be made. */
export interface UsePlace {
  /** The key of the article at hand. */
  readonly article: string;
  /** The topic at hand; undefined: none, which is a topic of its own here. */
  readonly topic?: string | undefined;
  /**
   * By id, when an annotation was made or changed in this session (a count), which tells apart what
   * the same second saw.
   */
  readonly sequence?: ReadonlyMap<string, number>;
}

/**
 * The speakers used so far, in the order in which they are offered: those of the article at hand
 * first, each group by latest use. Times come from the annotations, so the order is the same in the
 * next session and on another machine. A stance counts for its topic alone.
 */
export function speakerUse(corpus: Corpus, place: UsePlace): SpeakerUse[] {
  const { article, topic, sequence = new Map() } = place;
  const speakers = new Map<string, SpeakerInUse>();
  for (const key of corpus.articleKeys()) {
    const here = key === article;
    for (const use of usesIn(corpus, key, sequence)) {
      const name = corpus.speakerNamed(use.speaker) ?? use.speaker;
      const speaker = speakers.get(name) ?? { last: use.last, stances: new Map(), leftOpen: false };
      speakers.set(name, speaker);
      add(speaker, use, here, topic);
    }
  }
  return [...speakers]
    .sort(([a, { last }], [b, other]) => compareMoments(other.last, last) || compareText(a, b))
    .map(([speaker, { last, stances, leftOpen }]) => ({
      speaker,
      stances: [...stances]
        .sort(([, a], [, b]) => compareMoments(b.last, a.last))
        .map(([stance, { date }]) => ({ stance, date })),
      here: last.here === true,
      ...(leftOpen && stances.size === 0 && { leftOpen }),
    }));
}

interface Moment {
  readonly here?: boolean;
  /** In milliseconds since 1970. */
  readonly time: number;
  /** -1 for what wasn't made in this session. */
  readonly sequence: number;
}

/** The use of a speaker, by one name, with one stance on one topic. */
interface UseIn {
  readonly speaker: string;
  readonly topic: string | undefined;
  readonly stance: string | undefined;
  /** The latest one. */
  readonly date: string | undefined;
  readonly last: Moment;
}

/** A speaker while uses are gathered. */
interface SpeakerInUse {
  last: Moment;
  leftOpen: boolean;
  readonly stances: Map<string, { readonly date: string | undefined; readonly last: Moment }>;
}

function add(
  speaker: SpeakerInUse,
  { topic, stance, date, last: moment }: UseIn,
  here: boolean,
  wanted: string | undefined,
): void {
  const last = { ...moment, here };
  speaker.last = later(speaker.last, last);
  if (topic !== wanted) return;
  if (stance === undefined) {
    speaker.leftOpen ||= here;
    return;
  }
  const known = speaker.stances.get(stance);
  speaker.stances.set(stance, {
    date: laterDate(known?.date, date),
    last: known === undefined ? last : later(known.last, last),
  });
}

/** What was found in articles that haven't changed since. */
const known = new WeakMap<object, readonly UseIn[]>();

/** The speakers of one article by their names as written. */
function usesIn(
  corpus: Corpus,
  key: string,
  sequence: ReadonlyMap<string, number>,
): readonly UseIn[] {
  const content = corpus.contentOf(key);
  if (content === undefined) return [];
  const found = known.get(content);
  if (found !== undefined) return found;
  const uses = new Map<string, UseIn>();
  const ids = content.ids();
  for (let i = 0; i < content.count; i++) {
    const speaker = content.valueOf(i, 'speaker');
    if (speaker === undefined) continue;
    const topic = content.valueOf(i, 'topic');
    const stance = content.valueOf(i, 'stance');
    const own = content.valueOf(i, 'date');
    const date = own === undefined ? undefined : statementDate({ date: own }, undefined)?.date;
    const last = { time: content.timeOf(i), sequence: sequence.get(ids[i] ?? '') ?? -1 };
    const name = JSON.stringify([speaker, topic, stance]);
    const before = uses.get(name);
    uses.set(name, {
      speaker,
      topic,
      stance,
      date: laterDate(before?.date, date),
      last: before === undefined ? last : later(before.last, last),
    });
  }
  const all = [...uses.values()];
  // The count of this session may come to be known a moment after the annotation.
  if (!ids.some((id) => sequence.has(id))) known.set(content, all);
  return all;
}

function later(a: Moment, b: Moment): Moment {
  return compareMoments(b, a) >= 0 ? b : a;
}

function laterDate(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareText(a, b) < 0 ? b : a;
}

function compareMoments(a: Moment, b: Moment): number {
  return (
    Number(a.here === true) - Number(b.here === true) || a.time - b.time || a.sequence - b.sequence
  );
}
