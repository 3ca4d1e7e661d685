import type { Utf16Range } from '../text/range';
import { ChineseArticle } from './chinese/chineseArticle';
import { addChineseNames } from './chinese/names';
import { EnglishArticle } from './english/englishArticle';
import { addEnglishNames } from './english/names';
import { Cast } from './people/cast';
import type { Candidate } from './rank/candidate';
import { Reading } from './reading';
import { regionAt } from './text/regions';
import { authorsOf } from './text/author';
import { findFrontMatter } from '../text/blocks/frontMatter';
import type { QuoteType, Suggestion, SuggestOptions } from './types';

/** A text is Chinese from this share of its characters on. */
const CHINESE = 0.1;
const HAN = /[\u3400-\u9fff]/g;

/** What answers for a stretch of an article. */
interface Reader {
  readonly reading: Reading;
  readonly english?: EnglishArticle;
  candidatesFor(passage: Utf16Range, parts: readonly Utf16Range[]): Candidate[];
}

/** An article, for suggesting the speakers of its passages; what was read of it is kept. */
export class AttributedArticle {
  private readonly readers = new Map<number, Reader>();
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
    return reader
      .candidatesFor(passage, parts)
      .map((candidate) => this.suggestion(candidate, reader, passage));
  }

  private suggestion(candidate: Candidate, { reading }: Reader, passage: Utf16Range): Suggestion {
    const { speaker, score, cue, span, reportedBy } = candidate;
    const raw = cue && reading.plain.rangeToRaw(cue);
    return {
      speaker,
      score,
      ...(raw && { cue: { ...raw, text: this.text.slice(raw.start, raw.end) } }),
      ...(span && { span: reading.plain.rangeToRaw(span) }),
      ...(reportedBy && { reportedBy }),
      quoteType: quoteTypeOf(reading, passage),
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
    const han = reading.plain.text.match(HAN)?.length ?? 0;
    if (han < CHINESE * reading.plain.text.length) {
      addEnglishNames(reading.plain.text, cast);
      const article = new EnglishArticle(reading, cast);
      return {
        reading,
        english: article,
        candidatesFor: (_, parts) => article.candidatesFor(parts),
      };
    }
    addChineseNames(reading.outside, cast);
    const article = new ChineseArticle(reading, cast, this.authors);
    return { reading, candidatesFor: (passage) => article.candidatesFor(passage) };
  }
}

/** Whether a passage gives the very words, reports them, or both. */
function quoteTypeOf(reading: Reading, { start, end }: Utf16Range): QuoteType {
  const isInside = reading.quotationsAt(start).some((one) => end <= one.end + 1);
  if (isInside) return 'direct';
  const hasQuotation = reading.quotations.some(
    (one) => one.depth === 0 && one.start < end && start < one.end,
  );
  return hasQuotation ? 'mixed' : 'indirect';
}
