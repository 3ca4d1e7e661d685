import { findFrontMatter } from '../text/blocks/frontMatter';
import { endsWithAbbreviation } from '../text/sentences/abbreviations';
import { quotationsIn } from '../text/sentences/quotations';
import type { Utf16Range } from '../text/range';

/** How far before and after a passage dates are looked for, in UTF-16 units. */
const BEFORE = 3_000;
const AFTER = 1_000;
/** Of a long passage, its beginning. */
const LONGEST_PASSAGE = 2_000;

/** What stands around a passage; all ranges are those of the article. */
export interface Surroundings {
  /** What is looked at. */
  readonly window: Utf16Range;
  readonly paragraph: Utf16Range;
  /** With all of the quotation that the passage is in. */
  readonly sentence: Utf16Range;
  /** Quotations in the window, their marks included. */
  readonly quotations: readonly Utf16Range[];
}

/** Where a paragraph ends: an empty line, or a line that ends with a sentence. */
const PARAGRAPH_END =
  /\n[^\S\n]*\n|(?<=[。！？…!?.”」』][^\S\n]*)\n|\n(?=[#>|]|[^\S\n]*[-*+]\s|[ \t\u3000]{2})/g;
/** Where a sentence may end, with the signs that close it. */
const SENTENCE_END = /[。！？!?…]+[”’」』）)"']*|[.][”’)"']*(?=\s)/g;

/** Reads a little of the article around a passage: the time doesn't depend on its length. */
export function surroundingsOf(text: string, passage: Utf16Range): Surroundings {
  const end = Math.min(passage.end, passage.start + LONGEST_PASSAGE);
  // What the article says of itself is no date near the passage.
  const body = findFrontMatter(text)?.body ?? 0;
  const window = {
    start: Math.max(Math.min(body, passage.start), passage.start - BEFORE),
    end: Math.min(text.length, end + AFTER),
  };
  const words = text.slice(window.start, window.end);
  const inside = { start: passage.start - window.start, end: end - window.start };
  const ends = [...words.matchAll(PARAGRAPH_END)].map((match) => match.index + match[0].length);
  const paragraph = between(ends, inside, words.length);
  const quotations = paragraphsOf(ends, words.length).flatMap(({ start, end: stop }) =>
    quotationsIn(words.slice(start, stop)).map((one) => moved(one, start)),
  );
  const around = quotations
    .filter((one) => one.start < inside.end && one.end > inside.start)
    .reduce(joined, inside);
  const stops = sentenceEnds(words, paragraph).filter(
    (stop) => !quotations.some((one) => one.start < stop && stop < one.end),
  );
  const sentence = between([paragraph.start, ...stops, paragraph.end], around, words.length);
  const shift = (range: Utf16Range) => moved(range, window.start);
  return {
    window,
    paragraph: shift(paragraph),
    sentence: shift(sentence),
    quotations: quotations.map(shift),
  };
}

function sentenceEnds(words: string, { start, end }: Utf16Range): number[] {
  const paragraph = words.slice(start, end);
  return [...paragraph.matchAll(SENTENCE_END)].flatMap((match) => {
    const stop = match.index + match[0].length;
    const [before, after] = [paragraph.slice(0, stop), paragraph.slice(stop)];
    // “Why?” she asked goes on, and so does Mr. Lee.
    const goesOn = /^\s*\p{Ll}/u.test(after) || endsWithAbbreviation(before.slice(-20), after);
    return goesOn ? [] : [start + stop];
  });
}

/** The stretch between two of some edges that holds a range. */
function between(edges: readonly number[], range: Utf16Range, length: number): Utf16Range {
  return {
    start: edges.findLast((edge) => edge <= range.start) ?? 0,
    end: edges.find((edge) => edge >= range.end) ?? length,
  };
}

function paragraphsOf(ends: readonly number[], length: number): Utf16Range[] {
  return [0, ...ends].map((start, i) => ({ start, end: ends[i] ?? length }));
}

function joined(a: Utf16Range, b: Utf16Range): Utf16Range {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function moved({ start, end }: Utf16Range, by: number): Utf16Range {
  return { start: start + by, end: end + by };
}
