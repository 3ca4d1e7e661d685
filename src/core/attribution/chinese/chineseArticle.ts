import type { Utf16Range } from '../../text/range';
import type { Cast } from '../people/cast';
import { bestOfEach, type Candidate } from '../rank/candidate';
import type { Rule } from '../rank/rules';
import { PRECISION } from '../rank/rules';
import type { Reading } from '../reading';
import type { Quotation } from '../text/quotations';
import { findEvents, type SpeechEvent } from './events';
import { Resolver, type Speaker } from './resolve';
import { sectionSpeakers, type LineSpeaker } from './sections';
import { sentencesOf, type Sentence } from './sentences';
import { titleSpeakers, type TitlePart } from './titleSpeakers';

/** `“智商税”`: words that are set off, not said. */
const TERM_LENGTH = 10;
const SAYS_I =
  /(?:^|[，。；：])(?:我|笔者|本文|我们|小编)(?:认为|觉得|想|看来|的看法|个人|以为|个人认为|们认为)/;
/** How many sentences of a paragraph its last speaker is trusted to go on for. */
const NEAR = 1;

/** A Chinese report, interview or essay, read for who says what. */
export class ChineseArticle {
  private readonly events: readonly SpeechEvent[];
  private readonly resolver: Resolver;
  private readonly sections: readonly (LineSpeaker | undefined)[];
  private readonly sentences: readonly Sentence[];
  private readonly titles: readonly TitlePart[];

  constructor(
    private readonly reading: Reading,
    cast: Cast,
    private readonly authors: readonly string[],
  ) {
    this.events = findEvents(reading, cast);
    this.resolver = new Resolver(reading, this.events, cast, authors);
    this.sections = sectionSpeakers(reading, this.events, this.resolver);
    this.sentences = sentencesOf(reading);
    this.titles = titleSpeakers(reading, cast);
  }

  /** Who may have said a passage of the plain text, best first. */
  candidatesFor(passage: Utf16Range): Candidate[] {
    const line = this.reading.plain.lineAt(passage.start);
    const found: Candidate[] = [];
    const take = (rule: Rule, event: SpeechEvent | undefined) => {
      const speaker = event && this.resolver.speakerOf(event);
      if (event !== undefined && speaker !== undefined)
        found.push(this.candidate(rule, speaker, event));
    };
    const quotation = this.speechAt(passage);
    if (quotation === undefined) this.unquoted(passage, line, take);
    else this.quoted(quotation, line, take);
    this.byPlace(passage, line, found);
    this.byAuthor(passage, found);
    return bestOfEach(found);
  }

  /** The outermost quotation that gives speech, and not just a term. */
  private speechAt({ start, end }: Utf16Range): Quotation | undefined {
    const around = this.reading.quotationsAt(start).filter((one) => end <= one.end + 2);
    return around.find(({ inner, depth, goesOn }) => {
      if (depth > 0) return false;
      const { text } = this.reading.plain;
      const words = text.slice(inner.start, inner.end);
      if (goesOn || words.length > TERM_LENGTH || /[。！？!?，,]/.test(words)) return true;
      const before = text.slice(Math.max(0, inner.start - 3), inner.start - 1);
      return /[：:，,说称道]$/.test(before);
    });
  }

  private quoted(quotation: Quotation, line: number, take: Take): void {
    const text = this.reading.outside;
    const [first, last] = this.wholeSpeech(quotation, line);
    const sentence = this.sentenceOf(first.start);
    const before = this.events.filter(
      (event) => event.line === line && event.cue.end <= first.start && isSpoken(event),
    );
    const behind = this.events.find(
      ({ cue, subject }) =>
        cue.start >= last.end &&
        (subject?.start ?? cue.start) - last.end <= 3 &&
        !/[。\n]/.test(text.slice(last.end, cue.start)),
    );
    const opening = before.findLast(({ cue }) => cue.start >= sentence.start);
    const gap = opening === undefined ? '' : text.slice(opening.cue.end, first.start);
    if (opening !== undefined) take(gap.length <= 6 ? 'beforeQuotation' : 'sameSentence', opening);
    if (behind !== undefined)
      take(
        behind.closes && opening === undefined ? 'behindQuotation' : 'behindQuotationGoesOn',
        behind,
      );
    const earlier = before.findLast(({ cue }) => cue.start < sentence.start);
    take('freeQuotation', earlier);
    const isFirst = text.slice(this.reading.plain.lines[line]?.start, first.start).trim() === '';
    if (earlier === undefined && (isFirst || quotation.goesOn)) {
      const above = this.events.findLast((event) => event.line < line && isSpoken(event));
      if (above !== undefined && this.isNear(above.line, line))
        take('quotationAfterParagraph', above);
    }
  }

  /** Quotations that follow each other at once are one speech: `“…”“…”`, `“…”，“…”`. */
  private wholeSpeech(quotation: Quotation, line: number): [Quotation, Quotation] {
    const { text } = this.reading.plain;
    const outer = this.reading.quotations.filter(({ depth }) => depth === 0);
    const at = outer.indexOf(quotation);
    let last = quotation;
    for (const next of outer.slice(at + 1)) {
      if (this.reading.plain.lineAt(next.start) !== line) break;
      if (text.slice(last.end, next.start).trim() !== '') break;
      last = next;
    }
    return [quotation, last];
  }

  private unquoted(passage: Utf16Range, line: number, take: Take): void {
    const sentence = this.sentenceOf(passage.start);
    const own = this.events.filter(
      ({ line: at, cue }) => at === line && cue.start >= sentence.start && cue.start < sentence.end,
    );
    const before = own.filter(({ cue }) => cue.end <= passage.start + 1);
    take('sameSentence', before.findLast(isSpoken) ?? before.at(-1));
    if (before.length === 0) {
      const inside = own.find(
        ({ cue }) => cue.start < passage.end && cue.start - passage.start <= 12,
      );
      take('inPassage', inside);
      const behind = own.find(({ cue, closes }) => cue.start >= passage.end - 1 && closes);
      take('endOfSentence', behind);
    }
    const earlier = this.events.findLast(
      (event) => event.line === line && event.cue.start < sentence.start && isSpoken(event),
    );
    if (earlier === undefined) return;
    const between = this.sentences.filter(
      ({ start }) => start > earlier.cue.start && start < sentence.start,
    ).length;
    take(between <= NEAR ? 'sentenceBefore' : 'sentencesBefore', earlier);
  }

  /** By headings, sections, transcripts, the paragraph before. */
  private byPlace(passage: Utf16Range, line: number, found: Candidate[]): void {
    const section = this.sections[line];
    if (section !== undefined) {
      const { name, start, end } = section.speaker;
      found.push({
        speaker: name,
        isKnown: true,
        rule: section.kind,
        score: PRECISION[section.kind],
        span: { start, end },
        cue: { start, end },
      });
    }
    const part = this.titles.find(
      ({ start, end }) => start <= passage.start && passage.start < end,
    );
    if (part !== undefined)
      found.push({ ...part.candidate, rule: 'title', score: PRECISION.title });
    if (this.reading.plain.lines[line]?.kind === 'heading') this.belowHeading(line, found);
    const above = this.events.findLast((event) => event.line < line && isSpoken(event));
    const speaker = above && this.resolver.speakerOf(above);
    if (above !== undefined && speaker !== undefined && this.isNear(above.line, line))
      found.push(this.candidate('paragraphBefore', speaker, above));
    this.mostOfAll(found);
  }

  private belowHeading(line: number, found: Candidate[]): void {
    const { lines } = this.reading.plain;
    let next = line + 1;
    while (lines[next]?.kind === 'heading') next += 1;
    const event = this.events.find((one) => one.line >= next && isSpoken(one));
    if (event === undefined || event.line > next + 1) return;
    const speaker = this.resolver.speakerOf(event);
    if (speaker !== undefined) found.push(this.candidate('belowHeading', speaker, event));
  }

  private mostOfAll(found: Candidate[]): void {
    const counts = new Map<string, { speaker: Speaker; event: SpeechEvent; count: number }>();
    for (const event of this.events) {
      const speaker = isSpoken(event) ? this.resolver.speakerOf(event) : undefined;
      if (speaker === undefined) continue;
      const other = counts.get(speaker.name);
      counts.set(speaker.name, { speaker, event, count: (other?.count ?? 0) + 1 });
    }
    const all = [...counts.values()].sort((a, b) => b.count - a.count);
    const [most] = all;
    const sum = all.reduce((total, { count }) => total + count, 0);
    if (most === undefined || most.count < 3 || most.count < 0.6 * sum) return;
    const one = this.candidate('mostOfAll', most.speaker, most.event);
    found.push({ ...one, cue: undefined });
  }

  private byAuthor({ start, end }: Utf16Range, found: Candidate[]): void {
    const [author] = this.authors;
    if (author === undefined) return;
    const says = SAYS_I.test(this.reading.outside.slice(start - 1, end));
    const rule = says ? 'authorSaysI' : 'author';
    found.push({ speaker: author, isKnown: false, rule, score: PRECISION[rule] });
  }

  private candidate(rule: Rule, speaker: Speaker, event: SpeechEvent): Candidate {
    const { name, isKnown, start, end } = speaker;
    const source = this.events.findLast(
      (one) =>
        one.kind === 'source' &&
        one !== event &&
        one.line === event.line &&
        one.cue.end <= event.cue.start &&
        one.cue.start >= this.sentenceOf(event.cue.start).start,
    );
    const reporter = source && this.resolver.speakerOf(source);
    return {
      speaker: name,
      isKnown,
      rule,
      score: PRECISION[rule],
      cue: event.cue,
      span: { start, end },
      ...(reporter === undefined ? {} : { reportedBy: [reporter.name] }),
    };
  }

  private sentenceOf(place: number): Sentence {
    const found = this.sentences.findLast(({ start }) => start <= place);
    return found ?? { start: place, end: place };
  }

  private isNear(above: number, line: number): boolean {
    return (
      line - above <= 2 &&
      !this.reading.plain.lines.slice(above + 1, line + 1).some(({ kind }) => kind === 'heading')
    );
  }
}

type Take = (rule: Rule, event: SpeechEvent | undefined) => void;

/** Of a source, who passes it on says it only where nobody else does. */
function isSpoken({ kind }: SpeechEvent): boolean {
  return kind !== 'source';
}
