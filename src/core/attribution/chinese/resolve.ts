import { lastAt } from '../text/order';
import type { Named } from '../people/named';
import type { Cast, Figure, Mention } from '../people/cast';
import type { Reading } from '../reading';
import type { SpeechEvent } from './events';
import { bearerOf, isOfficeAlone } from './bearers';
import { chineseGender } from './words/genders';
import { CLAUSE_OF, HE, OBJECT, OCCASION, OFFICE, SELF_FIRST, wanted } from './meant';
import { endsAsOrganisation, kindOfName } from './names/forms';
import { subjectIn, type Subject } from './subject';
import { SURNAME } from './words/surnames';
import { KIN, TITLE } from './words/titles';
import { lengthOfLead } from './adverbials';
import { allMatches } from '../text/matches';

/** How a speaker was found. */
export type Naming =
  'name' | 'description' | 'bare' | 'pronoun' | 'farPronoun' | 'leftOut' | 'self';

/** Who an event's subject is. */
export interface Speaker {
  readonly name: string;
  readonly isKnown: boolean;
  readonly naming: Naming;
  /** Where the words stand, in the plain text. */
  readonly start: number;
  readonly end: number;
}

/** How far back a pronoun looks, UTF-16 units. */
const REACH = 800;
/** Pronouns of pronouns: not more than so many. */
const DEPTH = 6;
const SENTENCE = /[。！？!?\n]/g;
/** Who stands first in a sentence without a name: `我太太`, `一位店主`. */
const FIRST = new RegExp(
  `^([^，,。；：“”□的]{0,10}?(?:的[^，,。；：“”□的]{0,6}?)?(?:${TITLE}|${KIN}))(?![的、和与及们会]|${TITLE}|${SURNAME}[\\u4e00-\\u9fff])`,
);

/** Somebody who may be meant by a pronoun. */
interface Referent {
  readonly name: string;
  readonly isKnown: boolean;
  readonly start: number;
  readonly end: number;
}

/** Finds who is meant where no name stands. */
export class Resolver {
  private readonly mentions: readonly Mention[];
  /** Where sentences end, in order. */
  private readonly ends: readonly { readonly start: number }[];
  private readonly kinds = new Map<string, 'person' | 'organisation'>();
  private readonly found = new Map<SpeechEvent, Speaker | undefined>();
  private readonly indexes: ReadonlyMap<SpeechEvent, number>;
  /** Who speaks a line, where something stands over it; set by whoever finds that out. */
  selfAt: (line: number) => Referent | undefined = () => undefined;

  /** @param authors who wrote the article: `笔者` */
  constructor(
    private readonly reading: Reading,
    private readonly events: readonly SpeechEvent[],
    cast: Cast,
    named: Named,
    private readonly authors: readonly string[],
  ) {
    const kinds = new Map<Figure, 'person' | 'organisation'>();
    this.mentions = named.mentions;
    this.ends = allMatches(SENTENCE, reading.outside).map(({ index }) => ({ start: index + 1 }));
    for (const [name, figure] of cast.entries()) {
      if (kinds.has(figure)) continue;
      const kind = kindOfName(name);
      if (kind !== undefined) kinds.set(figure, kind);
    }
    for (const [{ name }, kind] of kinds) this.kinds.set(name, kind);
    this.indexes = new Map(events.map((event, index) => [event, index]));
  }

  /** Who an event's speaker is; undefined where nobody can be named. */
  speakerOf(event: SpeechEvent, depth = 0): Speaker | undefined {
    const { subject } = event;
    if (subject?.kind === 'self') return this.self(subject, event.line);
    if (this.found.has(event)) return this.found.get(event);
    const speaker = depth > DEPTH ? undefined : this.look(event, depth);
    if (depth <= DEPTH) this.found.set(event, speaker);
    return speaker;
  }

  /** Who is named in a stretch of text outside of quotations, in order. */
  mentionsBetween(start: number, end: number): Mention[] {
    const found: Mention[] = [];
    for (let index = lastAt(this.mentions, start - 1) + 1; ; index += 1) {
      const one = this.mentions[index];
      if (one === undefined || one.end > end) return found;
      found.push(one);
    }
  }

  /** The subject of a sentence: the first one named there who isn't an object. */
  subjectBetween(start: number, end: number): Mention | undefined {
    const found = this.mentionsBetween(start, end);
    return found.find((one) => !this.isObject(one, start) && !this.isOffice(one)) ?? found[0];
  }

  /** The first one of a sentence who is its subject for certain. */
  surelySubject(start: number, end: number): Mention | undefined {
    return this.mentionsBetween(start, end).find(
      (one) =>
        !this.isObject(one, start) &&
        !this.isOffice(one) &&
        !/^的/.test(this.reading.outside.slice(one.end, one.end + 1)),
    );
  }

  /** Who is named behind a relative clause that begins a stretch: `在岸边干了十年的余雪`. */
  behindClause(start: number, end: number): Mention | undefined {
    const [first] = this.mentionsBetween(start, end);
    if (first === undefined) return undefined;
    return CLAUSE_OF.test(this.reading.outside.slice(start, first.start)) ? first : undefined;
  }

  /** Where the sentence of a place begins. */
  sentenceStart(at: number): number {
    const end = this.ends[lastAt(this.ends, at)]?.start ?? 0;
    return Math.max(0, at - REACH, end);
  }

  /** `某公司` in `某公司首席科学家王某`. */
  private isOffice({ end }: Mention): boolean {
    return OFFICE.test(this.reading.outside.slice(end, end + 12));
  }

  private isObject({ start }: Mention, from: number): boolean {
    const before = this.reading.outside.slice(Math.max(from, start - 40), start);
    return OBJECT.test(before.slice(-3)) || OCCASION.test(before);
  }

  private look(event: SpeechEvent, depth: number): Speaker | undefined {
    const { subject } = event;
    if (subject === undefined) return this.leftOut(event, depth);
    const { start, end } = subject;
    if (subject.kind === 'figure') {
      const { name, isKnown } = subject.figure;
      return { name, isKnown, naming: 'name', start, end };
    }
    if (subject.kind === 'words') {
      const { words, form } = subject;
      const bearer = isOfficeAlone(words) ? this.bearing(words, start) : undefined;
      return bearer === undefined
        ? { name: words, isKnown: false, naming: form, start, end }
        : { name: bearer.name, isKnown: bearer.isKnown, naming: 'pronoun', start, end };
    }
    if (subject.kind === 'self') return this.self(subject, event.line);
    const found = this.before(subject, event, depth);
    if (found === undefined) return undefined;
    // Where the own paragraph has a sentence in front, it mostly names somebody who wasn't known.
    const line = this.reading.plain.lines[event.line]?.start ?? 0;
    const isFar =
      found.start < line && /[。！？；，]/.test(this.reading.outside.slice(line, start));
    const naming = isFar ? 'farPronoun' : 'pronoun';
    return { name: found.name, isKnown: found.isKnown, naming, start, end };
  }

  private self(subject: Subject & { kind: 'self' }, line: number): Speaker | undefined {
    const { start, end, words } = subject;
    const above = this.selfAt(line);
    if (above !== undefined && /我/.test(words))
      return { name: above.name, isKnown: above.isKnown, naming: 'pronoun', start, end };
    const [author] = this.authors;
    const name = author ?? (/^本(?:报|刊|报告)/.test(words) ? words : undefined);
    return name === undefined ? undefined : { name, isKnown: false, naming: 'self', start, end };
  }

  /** The verb's own sentence names its subject further in front, or the event before it did. */
  private leftOut(event: SpeechEvent, depth: number): Speaker | undefined {
    const start = this.sentenceStart(event.cue.start);
    const before = this.previous(event);
    if (before !== undefined && before.cue.start >= start && before.kind !== 'source') {
      const found = this.speakerOf(before, depth + 1);
      if (found !== undefined) return { ...found, naming: 'leftOut' };
    }
    const sentence = this.reading.outside.slice(start, event.cue.start);
    const lead = lengthOfLead(sentence);
    if (SELF_FIRST.test(sentence.slice(lead))) {
      const at = { start: start + lead, end: start + lead + 1 };
      const own = this.self({ kind: 'self', words: '我', ...at }, event.line);
      return own && { ...own, naming: 'leftOut' };
    }
    const mention = this.surelySubject(start, event.cue.start);
    if (mention !== undefined)
      return {
        ...named(mention.figure),
        naming: 'leftOut',
        start: mention.start,
        end: mention.end,
      };
    const described = this.described(start, event.cue.start);
    if (described !== undefined) return { ...described, naming: 'leftOut' };
    const line = this.reading.plain.lines[event.line]?.start ?? 0;
    const found = this.back(event, () => true, depth, Math.max(line, event.cue.start - REACH / 2));
    return found && { ...found, naming: 'leftOut' };
  }

  private before(
    subject: Subject & { kind: 'pronoun' },
    event: SpeechEvent,
    depth: number,
  ): Referent | undefined {
    const { words, noun, start } = subject;
    const kindOf = (name: string) => this.kinds.get(name) ?? kindOfName(name);
    const wants = wanted(words, noun, kindOf);
    const sentence = this.sentenceStart(start);
    const own = this.mentionsBetween(sentence, start).find(
      (one) => wants(one.figure.name) && !this.isObject(one, sentence),
    );
    if (own !== undefined) return { ...named(own.figure), start: own.start, end: own.end };
    const described = this.described(sentence, start);
    if (described !== undefined && wants(described.name) && described.end <= start)
      return described;
    const titled = noun === '' ? undefined : this.titled(noun, start);
    if (titled !== undefined) return titled;
    const other = words.startsWith('他') ? 'f' : words.startsWith('她') ? 'm' : undefined;
    const kind = HE.test(words) ? 'person' : endsAsOrganisation(noun) ? 'organisation' : undefined;
    const isSure = (name: string) => kind === undefined || kindOf(name) === kind;
    const fits = (name: string) =>
      isSure(name) && (other === undefined || chineseGender(name) !== other);
    return this.back(event, fits, depth) ?? this.back(event, wants, depth);
  }

  /** Whoever speaks or is spoken of in the sentences before, the nearest first. */
  private back(
    event: SpeechEvent,
    wants: (name: string) => boolean,
    depth: number,
    least = event.cue.start - REACH,
  ): Referent | undefined {
    let end = this.sentenceStart(event.cue.start);
    let index = (this.indexes.get(event) ?? 0) - 1;
    while (end > Math.max(0, least)) {
      const start = this.sentenceStart(end - 1);
      while ((this.events[index]?.cue.start ?? -1) >= end) index -= 1;
      for (; (this.events[index]?.cue.start ?? -1) >= start; index -= 1) {
        const one = this.events[index];
        if (one === undefined || one.kind === 'source' || one.subject?.kind === 'self') continue;
        const speaker = this.speakerOf(one, depth + 1);
        if (speaker !== undefined && wants(speaker.name)) return speaker;
      }
      const own = this.mentionsBetween(start, end).filter(
        (one) => wants(one.figure.name) && !/^的/.test(this.reading.outside.slice(one.end)),
      );
      const mention = own.find((one) => !this.isObject(one, start)) ?? own.at(-1);
      if (mention !== undefined)
        return { ...named(mention.figure), start: mention.start, end: mention.end };
      const described = this.described(start, end);
      if (described !== undefined && wants(described.name)) return described;
      if (start >= end) return undefined;
      end = start;
    }
    return undefined;
  }

  /** Who a sentence begins with, where only a description tells. */
  private described(start: number, end: number): Referent | undefined {
    const sentence = this.reading.outside.slice(start, end);
    const lead = lengthOfLead(sentence);
    const words = FIRST.exec(sentence.slice(lead))?.[1];
    if (words === undefined) return undefined;
    const subject = subjectIn(words, start + lead, []);
    if (subject?.kind !== 'words' || subject.form === 'bare') return undefined;
    return { name: subject.words, isKnown: false, start: subject.start, end: subject.end };
  }

  /** The last one named with a title, or described so. */
  private titled(noun: string, at: number): Referent | undefined {
    const found = this.bearing(noun, at);
    if (found !== undefined) return found;
    const described = this.events.findLast(
      ({ subject, cue }) =>
        cue.end <= at && subject?.kind === 'words' && subject.words.endsWith(noun),
    )?.subject;
    return described?.kind === 'words'
      ? { name: described.words, isKnown: false, start: described.start, end: described.end }
      : undefined;
  }

  private bearing(noun: string, at: number): Referent | undefined {
    const found = bearerOf(noun, at, this.reading.plain.text, this.mentions);
    return found && { ...named(found.figure), start: found.start, end: found.end };
  }

  private previous(event: SpeechEvent): SpeechEvent | undefined {
    return this.events[(this.indexes.get(event) ?? 0) - 1];
  }
}

function named({ name, isKnown }: Figure) {
  return { name, isKnown };
}
