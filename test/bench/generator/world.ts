import { Draw } from './draw';
import { NAMES, TOPICS } from './words';

export interface GeneratedSpeaker {
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface GeneratedTopic {
  readonly id: string;
  readonly statement: string;
}

/** Who speaks in a generated corpus and what about: the same in all of its articles. */
export class World {
  readonly speakers: readonly GeneratedSpeaker[];
  readonly topics: readonly GeneratedTopic[];
  private readonly speakerSums: readonly number[];
  private readonly topicSums: readonly number[];

  constructor(
    readonly seed: number,
    speakers: number,
    topics: number,
  ) {
    const draw = new Draw(seed, 1);
    this.speakers = shuffled(allSpeakers(), draw).slice(0, speakers);
    this.topics = shuffled(allTopics(), draw).slice(0, topics);
    this.speakerSums = zipfSums(this.speakers.length, 1);
    this.topicSums = zipfSums(this.topics.length, 0.7);
  }

  /** One of the speakers: the first ones speak often, the last ones once in a while. */
  speaker(draw: Draw): GeneratedSpeaker {
    return this.speakers[draw.pickBySums(this.speakerSums)] as GeneratedSpeaker;
  }

  topic(draw: Draw): GeneratedTopic {
    return this.topics[draw.pickBySums(this.topicSums)] as GeneratedTopic;
  }

  /** What a speaker mostly thinks of a topic. */
  stance(speaker: GeneratedSpeaker, topic: GeneratedTopic): string {
    const draw = new Draw(this.seed, this.speakers.indexOf(speaker), this.topics.indexOf(topic));
    return draw.pick(['favor', 'favor', 'against', 'against', 'neutral']);
  }
}

/** The id of a corpus's annotation number `index`; no two are the same. */
export function idOf(seed: number, index: number): string {
  // Multiplying by a number that shares no factor with the range reaches each id once.
  const number = (index * 2654435761 + (seed % 1000) * 7919) % 36 ** 8;
  return `g${number.toString(36).padStart(8, '0')}`;
}

/** Sums of weights that fall as a power of the rank (Zipf's law). */
function zipfSums(count: number, exponent: number): number[] {
  let sum = 0;
  return Array.from({ length: count }, (_, rank) => (sum += 1 / (rank + 1) ** exponent));
}

function allSpeakers(): GeneratedSpeaker[] {
  const { english, chinese } = NAMES;
  return [
    ...english.first.flatMap((first) =>
      english.last.map((last) => ({
        name: `${first} ${last}`,
        aliases: [`${first.charAt(0)}. ${last}`],
      })),
    ),
    ...chinese.last.flatMap((last) =>
      chinese.first.map((first) => ({ name: last + first, aliases: [] })),
    ),
  ];
}

function allTopics(): GeneratedTopic[] {
  return TOPICS.things.flatMap((thing, i) =>
    TOPICS.respects.map((respect, j) => ({
      id: `${thing}-${respect}`,
      statement: `${TOPICS.thingsInChinese[i] ?? ''}的${TOPICS.respectsInChinese[j] ?? ''}会变好`,
    })),
  );
}

function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  return list
    .map((one) => ({ one, order: draw.share() }))
    .sort((a, b) => a.order - b.order)
    .map(({ one }) => one);
}
