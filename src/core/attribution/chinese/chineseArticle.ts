import type { Utf16Range } from '../../text/range';
import type { Cast } from '../people/cast';
import { lastAt } from '../text/order';
import { bestOfEach, type Candidate } from '../rank/candidate';
import { precisionOf, type Rule } from '../rank/rules';
import type { Reading } from '../reading';
import type { Quotation } from '../text/quotations';
import type { SpeechEvent } from './events';
import { eventsWithPeople } from './people';
import { relationsOf } from './relations';
import { Resolver, type Naming, type Speaker } from './resolve';
import { LineScans } from './scan';
import { sectionSpeakers, type LineSpeaker } from './sections';
import { sentencesOf, type Sentence } from './sentences';
import { titleSpeakers, type TitlePart } from './titleSpeakers';

/** `“智商税”`: words that are set off, not said. */
const TERM_LENGTH = 10;
const SAYS_I =
  /(?:^|[，。；：])(?:我|笔者|本文|我们|小编)(?:个人)?(?:认为|觉得|想|看来|的看法|以为|们认为)/;
/** A text whose author says `我` so often outside of quotations is an essay. */
const ESSAY = 3;
/** Rules that tell little of who speaks; beside others the author mostly doesn't. */
const WEAK = /^(?:paragraphBefore|belowHeading|mostOfAll|beforeComment)/;
/** So many headings below each other may stand over a text. */
const HEADINGS = 3;

/** A Chinese report, interview or essay, read for who says what. */
export class ChineseArticle {
  readonly events: readonly SpeechEvent[];
  readonly resolver: Resolver;
  readonly sections: readonly (LineSpeaker | undefined)[];
  readonly sentences: readonly Sentence[];
  private readonly titles: readonly TitlePart[];
  private readonly isEssay: boolean;

  /**
   * @param scans what was scanned of the article's other stretches
   * @param isNamed whether the cast has the text's names already
   */
  constructor(
    readonly reading: Reading,
    cast: Cast,
    private readonly authors: readonly string[],
    scans = new LineScans(),
    isNamed = false,
  ) {
    const { events, named } = eventsWithPeople(reading, cast, scans, isNamed);
    this.events = events;
    this.resolver = new Resolver(reading, events, cast, named, authors);
    this.sections = sectionSpeakers(reading, this.events, this.resolver, named);
    this.resolver.selfAt = (line) => this.sections[line]?.speaker;
    this.sentences = sentencesOf(reading);
    this.titles = titleSpeakers(reading, cast);
    const own = reading.plain.lines.reduce((count, { start, end }, index) => {
      if (this.sections[index] !== undefined) return count;
      return (
        count + (reading.outside.slice(start, end).match(/我(?!们|国|省|市)|笔者/g)?.length ?? 0)
      );
    }, 0);
    this.isEssay = own >= ESSAY;
  }

  /** Who may have said a passage of the plain text, best first. */
  candidatesFor(passage: Utf16Range): Candidate[] {
    return bestOfEach(this.allFor(passage));
  }

  /** Whom each of the rules finds for a passage of the plain text. */
  allFor(passage: Utf16Range): Candidate[] {
    const line = this.reading.plain.lineAt(passage.start);
    const found: Candidate[] = [];
    for (const { rule, event } of relationsOf(this, passage, line)) {
      const speaker = this.resolver.speakerOf(event);
      if (speaker !== undefined) found.push(this.candidate(rule, speaker, event));
    }
    this.byPlace(passage, line, found);
    this.byAuthor(passage, line, found);
    return found;
  }

  /** The outermost quotation that gives speech, and not just a term. */
  speechAt({ start, end }: Utf16Range): Quotation | undefined {
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

  sentenceOf(place: number): Sentence {
    return this.sentences[lastAt(this.sentences, place)] ?? { start: place, end: place };
  }

  isNear(above: number, line: number): boolean {
    return (
      line - above <= 2 &&
      !this.reading.plain.lines.slice(above + 1, line + 1).some(({ kind }) => kind === 'heading')
    );
  }

  /** By headings, sections, transcripts. */
  private byPlace(passage: Utf16Range, line: number, found: Candidate[]): void {
    const section = this.sections[line];
    if (section !== undefined) {
      const { name, isKnown, start, end } = section.speaker;
      // Whom he quotes or reports says it then, mostly.
      const isBeside = found.some(({ rule }) => /^turn(?:Reports|Quotes) /.test(rule));
      const kind = isBeside ? 'turnBeside' : section.kind;
      found.push(this.placed(kind, { name, isKnown, naming: 'name', start, end }));
    }
    const part = this.titles.find(
      ({ start, end }) => start <= passage.start && passage.start < end,
    );
    if (part !== undefined)
      found.push({ ...part.candidate, rule: 'title name', score: precisionOf('title', 'name') });
    if (this.reading.plain.lines[line]?.kind === 'heading') this.belowHeading(line, found);
    if (found.length === 0) this.mostOfAll(found);
  }

  private belowHeading(line: number, found: Candidate[]): void {
    const { lines } = this.reading.plain;
    let next = line + 1;
    while (next <= line + HEADINGS && lines[next]?.kind === 'heading') next += 1;
    const event = this.events.find((one) => one.line >= next && one.kind !== 'source');
    if (event === undefined || event.line > next + 1) return;
    const speaker = this.resolver.speakerOf(event);
    if (speaker !== undefined) found.push(this.candidate('belowHeading', speaker, event));
  }

  private mostOfAll(found: Candidate[]): void {
    const [most, sum] = this.most();
    if (most === undefined || most.count < 3 || most.count < 0.6 * sum) return;
    const one = this.candidate('mostOfAll', most.speaker, most.event);
    found.push({ ...one, cue: undefined });
  }

  private counted:
    [{ speaker: Speaker; event: SpeechEvent; count: number } | undefined, number] | undefined;

  private most() {
    if (this.counted !== undefined) return this.counted;
    const counts = new Map<string, { speaker: Speaker; event: SpeechEvent; count: number }>();
    for (const event of this.events) {
      const speaker = event.kind === 'source' ? undefined : this.resolver.speakerOf(event);
      if (speaker === undefined) continue;
      const other = counts.get(speaker.name);
      counts.set(speaker.name, { speaker, event, count: (other?.count ?? 0) + 1 });
    }
    const all = [...counts.values()].sort((a, b) => b.count - a.count);
    this.counted = [all[0], all.reduce((total, { count }) => total + count, 0)];
    return this.counted;
  }

  private byAuthor({ start, end }: Utf16Range, line: number, found: Candidate[]): void {
    const [author] = this.authors;
    if (author === undefined) return;
    const section = this.sections[line];
    if (section !== undefined && section.kind !== 'list' && section.kind !== 'belowLabel') return;
    const says = SAYS_I.test(this.reading.outside.slice(start - 1, end));
    const quoted = this.speechAt({ start, end }) !== undefined;
    const isBeside = found.some(({ rule }) => !WEAK.test(rule));
    const rule: Rule = says
      ? 'authorSaysI'
      : quoted
        ? 'authorQuotes'
        : this.reading.plain.lines[line]?.kind === 'heading'
          ? 'authorHeading'
          : isBeside
            ? 'authorBeside'
            : this.isInSentence(start)
              ? 'authorInSentence'
              : this.isEssay
                ? 'essay'
                : 'author';
    const score = precisionOf(rule, 'self');
    found.push({ speaker: author, isKnown: false, rule: `${rule} self`, score });
  }

  /** Whether something stands in front of a passage in its sentence: mostly who says it. */
  private isInSentence(start: number): boolean {
    const { outside } = this.reading;
    return /[\u4e00-\u9fff]{3}/.test(outside.slice(this.sentenceOf(start).start, start));
  }

  private candidate(rule: Rule, speaker: Speaker, event: SpeechEvent): Candidate {
    const source = this.events.findLast(
      (one) =>
        one.kind === 'source' &&
        one !== event &&
        one.line === event.line &&
        one.cue.end <= event.cue.start &&
        one.cue.start >= this.sentenceOf(event.cue.start).start,
    );
    const reporter = source && this.resolver.speakerOf(source);
    const one = this.placed(rule, speaker, speaker.naming);
    return {
      ...one,
      cue: event.cue,
      ...(reporter === undefined ? {} : { reportedBy: [reporter.name] }),
    };
  }

  private placed(rule: Rule, speaker: Speaker, naming: Naming = 'name'): Candidate {
    const { name, isKnown, start, end } = speaker;
    const span = { start, end };
    return {
      speaker: name,
      isKnown,
      rule: `${rule} ${naming}`,
      score: precisionOf(rule, naming),
      cue: span,
      span,
    };
  }
}
