import { trimRange, type Utf16Range } from '../text/range';
import type { Entry } from './answerReader';
import { foldedWords, type FoldedArticle } from './foldedArticle';
import { isSamePassage, type DropReason, type NamingWords, type Proposal } from './proposal';

/** Fewer signs are no passage, and no name. */
const SHORTEST_QUOTE = 4;
const SHORTEST_NAME = 2;
/** Words that say who speaks stand no farther from the passage, in UTF-16 units. */
const CUE_REACH = 600;
/** Longer words don't just say who speaks. */
const LONGEST_CUE = 80;

/** A speaker that annotations or the codebook name. */
export interface NamedSpeaker {
  /** The canonical name. */
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What entries are held against. */
export interface Asked {
  readonly article: FoldedArticle;
  readonly roles: readonly string[];
  readonly stances: readonly string[];
  /** What stances may be about: its id. */
  readonly topic: string | undefined;
  readonly speakers: readonly NamedSpeaker[];
  /** The passages that are annotated by now. */
  readonly annotated: () => readonly Utf16Range[];
  /** Whether these words were refused before. */
  readonly isRejected: (words: string) => boolean;
}

/**
 * Holds what a model says against the article: what doesn't stand there is dropped, with the
 * reason. What is taken are the article's own words.
 */
export class EntryAnchor {
  private readonly taken: Utf16Range[] = [];
  private readonly known = new Map<string, NamedSpeaker>();
  /** Where the last passage ended: entries come in the order of the text. */
  private last = 0;

  constructor(private readonly asked: Asked) {
    for (const speaker of asked.speakers)
      for (const name of [speaker.name, ...speaker.aliases])
        if (!this.known.has(foldedWords(name))) this.known.set(foldedWords(name), speaker);
  }

  /** @param part the part of the article that the model was given */
  anchor(entry: Entry, part: Utf16Range): Proposal | DropReason {
    const place = this.placeOf(entry, part);
    if (typeof place === 'string') return place;
    this.last = Math.max(this.last, place.end);
    const range = this.wholeWords(place);
    const isTaken = (one: Utf16Range) => isSamePassage(one, range);
    if (this.asked.annotated().some(isTaken)) return 'annotated';
    if (this.taken.some(isTaken)) return 'repeated';
    const { text } = this.asked.article;
    if (this.asked.isRejected(text.slice(range.start, range.end))) return 'rejected';
    const speaker = this.speakerOf(entry, range);
    if (speaker === undefined) return 'speaker';
    this.taken.push(range);
    return { range, ...speaker, role: this.roleOf(entry), ...this.stanceOf(entry) };
  }

  private placeOf(
    { quote, before = '', after = '' }: Entry,
    part: Utf16Range,
  ): Utf16Range | DropReason {
    if (foldedWords(quote).length < SHORTEST_QUOTE) return 'notInArticle';
    const { article } = this.asked;
    const places = article.placesOf(quote, part);
    const [first] = places;
    if (first === undefined) return 'notInArticle';
    if (places.length === 1) return first;
    const agreements = places.map((place) => article.agreement(place, before, after));
    const best = Math.max(...agreements);
    const agreeing = places.filter((_place, i) => agreements[i] === best);
    const [agreed, other] = agreeing;
    if (agreed !== undefined && other === undefined) return agreed;
    const [next, ...later] = agreeing.filter(({ start }) => start >= this.last);
    return next !== undefined && later.length === 0 ? next : 'ambiguous';
  }

  /** Without marks of quotation around it, with both marks of an emphasis. */
  private wholeWords(place: Utf16Range): Utf16Range {
    const { text } = this.asked.article;
    const words = text.slice(place.start, place.end);
    const isQuoted = /^[“„«「『"].*[”“»」』"]$/su.test(words) && words.length > SHORTEST_QUOTE + 2;
    const inner = isQuoted ? { start: place.start + 1, end: place.end - 1 } : place;
    return withWholeEmphasis(text, trimRange(text, inner));
  }

  private speakerOf(
    { speaker, speakerWords }: Entry,
    range: Utf16Range,
  ): Pick<Proposal, 'speaker' | 'named' | 'cue'> | undefined {
    if (speaker === undefined || !/\p{L}/u.test(speaker)) return undefined;
    const { article } = this.asked;
    const known = this.known.get(foldedWords(speaker));
    const names = known === undefined ? [speaker] : [known.name, ...known.aliases];
    const distance = (one: Utf16Range) => Math.max(range.start - one.end, one.start - range.end, 0);
    const [named] = names
      .filter((name) => foldedWords(name).length >= SHORTEST_NAME)
      .flatMap((name) => article.nearest(name, range) ?? [])
      .sort((a, b) => distance(a) - distance(b));
    if (named === undefined) return undefined;
    const cue = this.cueOf(speakerWords, range);
    const name = known?.name ?? article.text.slice(named.start, named.end).trim();
    return { speaker: name, named, ...(cue !== undefined && { cue }) };
  }

  /** The words that say who speaks, if they stand near the passage and not in it. */
  private cueOf(words: string | undefined, { start, end }: Utf16Range): NamingWords | undefined {
    if (words === undefined || words.length > LONGEST_CUE) return undefined;
    const { article } = this.asked;
    const { text } = article;
    const near = [
      { start: Math.max(0, start - CUE_REACH), end: start },
      { start: end, end: Math.min(text.length, end + CUE_REACH) },
    ];
    const [before, behind] = near.map((part) => article.placesOf(words, part));
    const place = before?.at(-1) ?? behind?.[0];
    return place && { ...place, text: text.slice(place.start, place.end) };
  }

  private roleOf({ role }: Entry): string {
    const { roles } = this.asked;
    const usual = roles.includes('claim') ? 'claim' : (roles[0] ?? 'claim');
    return role !== undefined && roles.includes(role) ? role : usual;
  }

  private stanceOf({ stance, topic }: Entry): Pick<Proposal, 'stance' | 'topic'> {
    if (this.asked.topic === undefined || topic !== this.asked.topic) return {};
    const isKnown = stance !== undefined && this.asked.stances.includes(stance);
    return { topic, ...(isKnown && { stance }) };
  }
}

/** Words that have one of two marks of an emphasis get the other one, if it stands beside them. */
function withWholeEmphasis(text: string, { start, end }: Utf16Range): Utf16Range {
  const marks = text.slice(start, end).match(/\*+|_{2,}|`+/g) ?? [];
  const lone = [...new Set(marks)].find(
    (mark) => marks.filter((one) => one === mark).length % 2 === 1,
  );
  if (lone === undefined) return { start, end };
  if (text.slice(Math.max(0, start - lone.length), start) === lone)
    return { start: start - lone.length, end };
  return text.startsWith(lone, end) ? { start, end: end + lone.length } : { start, end };
}
