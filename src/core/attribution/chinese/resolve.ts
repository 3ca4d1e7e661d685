import type { Cast, Figure, Mention } from '../people/cast';
import type { Reading } from '../reading';
import type { SpeechEvent } from './events';
import type { Subject } from './subject';

/** Who an event's subject is. */
export interface Speaker {
  readonly name: string;
  readonly isKnown: boolean;
  /** Whether a name or the very words say so, and not a pronoun. */
  readonly isNamed: boolean;
  /** Where the words stand, in the plain text. */
  readonly start: number;
  readonly end: number;
}

/** How far back a pronoun looks, UTF-16 units. */
const REACH = 600;
const SENTENCE = /[。！？!?\n]/g;
/** In front of those who aren't a sentence's subject. */
const OBJECT = /(?:与|和|及|向|对|给|被|由|据|跟|同|让|把|对于|关于|采访|问|像|如)$/;

/** Finds who is meant where no name stands. */
export class Resolver {
  private readonly mentions: readonly Mention[];

  /** @param authors who wrote the article: `笔者` */
  constructor(
    private readonly reading: Reading,
    private readonly events: readonly SpeechEvent[],
    cast: Cast,
    private readonly authors: readonly string[],
  ) {
    this.mentions = cast.mentionsIn(reading.outside);
  }

  /** Who an event's speaker is; undefined where nobody can be named. */
  speakerOf(event: SpeechEvent, depth = 0): Speaker | undefined {
    const { subject } = event;
    if (subject === undefined) return this.leftOut(event, depth);
    const { start, end } = subject;
    if (subject.kind === 'figure') return { ...named(subject.figure), start, end };
    if (subject.kind === 'words')
      return { name: subject.words, isKnown: false, isNamed: true, start, end };
    if (subject.kind === 'self') {
      const [author] = this.authors;
      return author === undefined
        ? undefined
        : { name: author, isKnown: false, isNamed: false, start, end };
    }
    const found = this.before(subject, event, depth);
    return found && { ...found, isNamed: false, start, end };
  }

  /** Who is named in a stretch of text outside of quotations, in order. */
  mentionsBetween(start: number, end: number): Mention[] {
    return this.mentions.filter((one) => one.start >= start && one.end <= end);
  }

  /** The subject of a sentence: the first one named there who isn't an object. */
  subjectBetween(start: number, end: number): Mention | undefined {
    const found = this.mentionsBetween(start, end);
    const text = this.reading.outside;
    return (
      found.find((one) => !OBJECT.test(text.slice(Math.max(start, one.start - 3), one.start))) ??
      found[0]
    );
  }

  /** The verb's own sentence names its subject further in front, or the event before it did. */
  private leftOut(event: SpeechEvent, depth: number): Speaker | undefined {
    const start = this.sentenceStart(event.cue.start);
    const mention = this.subjectBetween(start, event.cue.start);
    if (mention !== undefined)
      return { ...named(mention.figure), isNamed: true, start: mention.start, end: mention.end };
    const before = this.previous(event);
    if (before === undefined || before.line !== event.line || depth > 3) return undefined;
    const found = this.speakerOf(before, depth + 1);
    return found && { ...found, isNamed: false };
  }

  private before(subject: Subject & { kind: 'pronoun' }, event: SpeechEvent, depth: number) {
    const sentence = this.sentenceStart(subject.start);
    const own = this.subjectBetween(sentence, subject.start);
    if (own !== undefined && subject.noun === '')
      return { ...named(own.figure), start: own.start, end: own.end };
    const titled = subject.noun === '' ? undefined : this.titled(subject.noun, subject.start);
    if (titled !== undefined) return titled;
    const previous = this.previous(event);
    const said =
      previous !== undefined && subject.start - previous.cue.end < REACH && depth < 8
        ? this.speakerOf(previous, depth + 1)
        : undefined;
    const mention = this.lastSubject(subject.start);
    // Whom a sentence in between is about comes before who spoke last.
    if (mention !== undefined && mention.start > (previous?.cue.end ?? 0))
      return { ...named(mention.figure), start: mention.start, end: mention.end };
    return said;
  }

  /** The last one named with a title, or described so. */
  private titled(noun: string, at: number): Omit<Speaker, 'isNamed'> | undefined {
    const text = this.reading.plain.text;
    const found = this.mentions.findLast(
      ({ start, end }) =>
        end <= at &&
        at - start < 3 * REACH &&
        (text.slice(Math.max(0, start - 14), start).includes(noun) ||
          text.slice(end, end + 14).includes(noun)),
    );
    if (found !== undefined) return { ...named(found.figure), start: found.start, end: found.end };
    const described = this.events.findLast(
      ({ subject, cue }) =>
        cue.end <= at && subject?.kind === 'words' && subject.words.endsWith(noun),
    )?.subject;
    return described?.kind === 'words'
      ? { name: described.words, isKnown: false, start: described.start, end: described.end }
      : undefined;
  }

  private lastSubject(at: number): Mention | undefined {
    const end = this.sentenceStart(at);
    const start = this.sentenceStart(Math.max(0, end - 2));
    return end - start > 0 ? this.subjectBetween(start, end) : undefined;
  }

  private previous(event: SpeechEvent): SpeechEvent | undefined {
    return this.events[this.events.indexOf(event) - 1];
  }

  private sentenceStart(at: number): number {
    const from = Math.max(0, at - REACH);
    let start = from;
    for (const { index } of this.reading.outside.slice(from, at).matchAll(SENTENCE))
      start = from + index + 1;
    return start;
  }
}

function named({ name, isKnown }: Figure) {
  return { name, isKnown, isNamed: true };
}
