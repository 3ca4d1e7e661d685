import type { Utf16Range } from '../text/range';
import { ChineseArticle } from './chinese/chineseArticle';
import { LineScans } from './chinese/scan';
import { addChinesePeople } from './chinese/storyPeople';
import { addChineseNames } from './chinese/names/collect';
import { DialogueArticle } from './dialogue/dialogueArticle';
import { ENGLISH_ROLES } from './dialogue/englishRoles';
import { isStory } from './dialogue/genre';
import { CHINESE_ROLES } from './dialogue/chineseRoles';
import { CHINESE_TURN_WEIGHTS } from './dialogue/chineseWeights';
import { ENGLISH_TURN_WEIGHTS } from './dialogue/englishWeights';
import { EnglishArticle } from './english/englishArticle';
import { addKnownNames } from './english/knownNames';
import { addEnglishPeople } from './english/storyPeople';
import { addEnglishNames } from './english/names';
import { Cast } from './people/cast';
import type { Candidate } from './rank/candidate';
import { quoteTypeOf } from './quoteType';
import { Reading } from './reading';
import { regionAt } from './text/regions';
import { authorsOf } from './text/author';
import { findFrontMatter } from '../text/blocks/frontMatter';
import type { Suggestion, SuggestOptions } from './types';

/** A text is Chinese from this share of its characters on. */
const CHINESE = 0.1;
const [FIRST_HAN, LAST_HAN] = [0x3400, 0x9fff];

/** How many Chinese characters a text has. */
function hanIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= FIRST_HAN && code <= LAST_HAN) count += 1;
  }
  return count;
}

/** The best one is right this often at least, and each of the others. */
const LEAST = 0.3;
/** In Chinese reports, whose rules are surer. */
const LEAST_IN_REPORTS = 0.45;
const LEAST_OTHER = 0.01;

/**
 * The models of stories were fitted on lists of their people. Where those are collected from the
 * text, the best one is right so many times less often (measured; docs/attribution.md).
 */
const FOUND = { chinese: 0.6, english: 0.9 } as const;

/** What answers for a stretch of an article. */
interface Reader {
  /** The reader of reports and essays; undefined where the text isn't Chinese. */
  readonly chinese: () => ChineseArticle | undefined;
  readonly reading: Reading;
  readonly english: EnglishArticle | undefined;
  readonly story: DialogueArticle | undefined;
  candidatesFor(passage: Utf16Range, parts: readonly Utf16Range[]): Candidate[];
}

/** An article, for suggesting the speakers of its passages; what was read of it is kept. */
export class AttributedArticle {
  private readonly readers = new Map<number, Reader>();
  private readonly scans = new LineScans();
  private readonly body: number;
  private readonly authors: readonly string[];

  constructor(
    readonly text: string,
    private readonly options: SuggestOptions = {},
  ) {
    this.body = findFrontMatter(text)?.body ?? 0;
    this.authors = authorsOf(text);
  }

  /**
   * Who says a passage, best first.
   *
   * @param passages its parts, in UTF-16 units
   */
  suggest(passages: readonly Utf16Range[]): Suggestion[] {
    const [first] = passages;
    if (first === undefined) return [];
    const reader = this.readerAt(first.start);
    const { plain } = reader.reading;
    const end = passages.at(-1)?.end ?? first.end;
    const passage = { start: plain.toPlain(first.start), end: plain.toPlain(end) };
    const parts = passages.map((one) => ({
      start: plain.toPlain(one.start),
      end: plain.toPlain(one.end),
    }));
    const candidates = reader.candidatesFor(passage, parts);
    // Who is right less often than that is no suggestion, but a guess.
    const isReport = reader.story === undefined && reader.english === undefined;
    const least = isReport ? LEAST_IN_REPORTS : LEAST;
    if ((candidates[0]?.score ?? 0) < least) return [];
    return candidates
      .filter(({ score }, index) => index === 0 || score >= LEAST_OTHER)
      .map((candidate) => this.suggestion(candidate, reader, parts));
  }

  private suggestion(
    candidate: Candidate,
    { reading }: Reader,
    parts: readonly Utf16Range[],
  ): Suggestion {
    const { speaker, score, cue, span, reportedBy, rule } = candidate;
    const quoteType = quoteTypeOf(reading, parts, rule);
    const raw = cue && reading.plain.rangeToRaw(cue);
    return {
      speaker,
      score,
      ...(raw && { cue: { ...raw, text: this.text.slice(raw.start, raw.end) } }),
      ...(span && { span: reading.plain.rangeToRaw(span) }),
      ...(reportedBy && { reportedBy }),
      ...(quoteType && { quoteType }),
    };
  }

  readerAt(offset: number): Reader {
    const region = regionAt(this.text, offset < this.body ? 0 : this.body, offset);
    const kept = this.readers.get(region.start);
    if (kept !== undefined) return kept;
    const reading = new Reading(this.text, region);
    const cast = new Cast(this.options.speakers);
    const reader = this.read(reading, cast);
    this.readers.set(region.start, reader);
    return reader;
  }

  private read(reading: Reading, cast: Cast): Reader {
    const isChinese = hanIn(reading.plain.text) >= CHINESE * reading.plain.text.length;
    const tells = isStory(reading, isChinese);
    // A story's list has its people; what else looks like a name there mostly is none.
    const isListed = tells && (this.options.speakers?.length ?? 0) > 0;
    if (!isChinese) addKnownNames(cast);
    if (!isListed) {
      const { plain, outside } = reading;
      if (isChinese && !tells) addChineseNames(outside, this.scans.hintsOf(reading), cast);
      else if (isChinese) addChinesePeople(plain.text, outside, cast);
      else if (tells) addEnglishPeople(plain.text, outside, cast);
      else addEnglishNames(plain.text, cast);
    }
    const story = tells
      ? new DialogueArticle(
          reading,
          cast,
          isChinese ? CHINESE_ROLES : ENGLISH_ROLES,
          isChinese ? CHINESE_TURN_WEIGHTS : ENGLISH_TURN_WEIGHTS,
        )
      : undefined;
    const english = isChinese ? undefined : new EnglishArticle(reading, cast);
    let kept: ChineseArticle | undefined;
    const chinese = () => {
      if (isChinese) kept ??= new ChineseArticle(reading, cast, this.authors, this.scans, !tells);
      return kept;
    };
    return {
      reading,
      english,
      chinese,
      story,
      candidatesFor: (passage, parts) => {
        if (story?.has(passage.start) === true) {
          const share = isListed ? 1 : isChinese ? FOUND.chinese : FOUND.english;
          const found = story
            .candidatesFor(passage)
            .map((one) => ({ ...one, score: one.score * share }));
          if (!isChinese || isListed || found.length > 0) return found;
        }
        if (english !== undefined) return english.candidatesFor(parts);
        return chinese()?.candidatesFor(passage) ?? [];
      },
    };
  }
}
