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
 *
 * Goes through all annotations: who asks again and again keeps a `SpeakerUses`.
 */
export function speakerUse(corpus: Corpus, place: UsePlace): SpeakerUse[] {
  const uses = new SpeakerUses();
  for (const key of corpus.articleKeys()) uses.setArticle(corpus, key, place.sequence);
  return uses.at(place);
}

/** When something was tagged. */
interface Moment {
  /** In milliseconds since 1970. */
  readonly time: number;
  /** -1 for what wasn't made in this session. */
  readonly sequence: number;
}

/** The latest use of something. */
interface LatestUse {
  last: Moment;
  /** The latest date of a statement. */
  date: string | undefined;
}

/** A speaker's uses: as a whole, and by topic and stance; open stances among them. */
interface Uses extends LatestUse {
  readonly topics: Map<string | undefined, Map<string | undefined, LatestUse>>;
}

/** How all speakers were used, kept up to date article by article. */
export class SpeakerUses {
  /** By article, and by the canonical names in it. */
  private readonly articles = new Map<string, ReadonlyMap<string, Uses>>();
  /** By canonical name, in all articles. */
  private readonly all = new Map<string, Uses>();
  private readonly articlesOf = new Map<string, Set<string>>();

  /** The canonical names of all speakers, in no order. */
  names(): IterableIterator<string> {
    return this.all.keys();
  }

  /**
   * Takes over what an article has now, which may be nothing.
   *
   * @param sequence by id, when annotations were made in this session (a count)
   */
  setArticle(corpus: Corpus, key: string, sequence?: ReadonlyMap<string, number>): void {
    const before = this.articles.get(key);
    const now = usesIn(corpus, key, sequence);
    if (now.size === 0) this.articles.delete(key);
    else this.articles.set(key, now);
    for (const name of before?.keys() ?? []) {
      this.articlesOf.get(name)?.delete(key);
      this.gather(name);
    }
    for (const [name, uses] of now) {
      const articles = this.articlesOf.get(name) ?? new Set();
      this.articlesOf.set(name, articles.add(key));
      this.all.set(name, merged(this.all.get(name), uses));
    }
  }

  /** How they were used, in the order in which they are offered at a place. */
  at({ article, topic }: Pick<UsePlace, 'article' | 'topic'>): SpeakerUse[] {
    const here = this.articles.get(article);
    return Array.from(this.all, ([speaker, uses]) => {
      const own = here?.get(speaker);
      return { speaker, own, last: own?.last ?? uses.last, uses };
    })
      .sort(
        (a, b) =>
          Number(b.own !== undefined) - Number(a.own !== undefined) ||
          compareMoments(b.last, a.last) ||
          compareText(a.speaker, b.speaker),
      )
      .map(({ speaker, own, uses }) => {
        const ownStances = own?.topics.get(topic);
        const stances = stancesOf(uses.topics.get(topic), ownStances);
        const leftOpen = stances.length === 0 && ownStances?.has(undefined) === true;
        return { speaker, stances, here: own !== undefined, ...(leftOpen && { leftOpen }) };
      });
  }

  /** Puts together anew what all articles have of a speaker. */
  private gather(name: string): void {
    let uses: Uses | undefined;
    for (const key of this.articlesOf.get(name) ?? []) {
      const own = this.articles.get(key)?.get(name);
      if (own !== undefined) uses = merged(uses, own);
    }
    if (uses === undefined) {
      this.all.delete(name);
      this.articlesOf.delete(name);
    } else this.all.set(name, uses);
  }
}

/** The stances on a topic: those of the article at hand first, each group by latest use. */
function stancesOf(
  all: ReadonlyMap<string | undefined, LatestUse> | undefined,
  here: ReadonlyMap<string | undefined, LatestUse> | undefined,
): SpeakerUse['stances'] {
  return Array.from(all ?? [], ([stance, { date, last }]) => {
    const own = here?.get(stance);
    return { stance, date, isHere: own !== undefined, last: own?.last ?? last };
  })
    .sort((a, b) => Number(b.isHere) - Number(a.isHere) || compareMoments(b.last, a.last))
    .flatMap(({ stance, date }) => (stance === undefined ? [] : [{ stance, date }]));
}

/** The speakers of one article. */
function usesIn(
  corpus: Corpus,
  key: string,
  sequence: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, Uses> {
  const found = new Map<string, Uses>();
  const content = corpus.contentOf(key);
  const ids = content?.ids() ?? [];
  for (let i = 0; content !== undefined && i < content.count; i++) {
    const speaker = corpus.speakerNamed(content.valueOf(i, 'speaker'));
    if (speaker === undefined) continue;
    const own = content.valueOf(i, 'date');
    const date = own === undefined ? undefined : statementDate({ date: own }, undefined)?.date;
    const last = { time: content.timeOf(i), sequence: sequence?.get(ids[i] ?? '') ?? -1 };
    const uses = found.get(speaker) ?? { last, date, topics: new Map() };
    found.set(speaker, uses);
    takeIn(uses, { last, date });
    takeStance(uses, content.valueOf(i, 'topic'), content.valueOf(i, 'stance'), { last, date });
  }
  return found;
}

/** Takes an article's uses of a speaker in to those of the others. */
function merged(all: Uses | undefined, one: Uses): Uses {
  const uses = all ?? { last: one.last, date: one.date, topics: new Map() };
  takeIn(uses, one);
  for (const [topic, stances] of one.topics)
    for (const [stance, use] of stances) takeStance(uses, topic, stance, use);
  return uses;
}

function takeStance(
  { topics }: Uses,
  topic: string | undefined,
  stance: string | undefined,
  use: LatestUse,
): void {
  const stances = topics.get(topic) ?? new Map<string | undefined, LatestUse>();
  topics.set(topic, stances);
  const known = stances.get(stance);
  if (known === undefined) stances.set(stance, { last: use.last, date: use.date });
  else takeIn(known, use);
}

function takeIn(known: LatestUse, { last, date }: LatestUse): void {
  if (compareMoments(last, known.last) > 0) known.last = last;
  if (known.date === undefined || (date !== undefined && compareText(known.date, date) < 0))
    known.date = date;
}

function compareMoments(a: Moment, b: Moment): number {
  return a.time - b.time || a.sequence - b.sequence;
}
