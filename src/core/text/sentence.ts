import { textBlockAt, isBlank } from './paragraph';
import { trimRange, type Utf16Range } from './range';

/** Where a word may begin: behind a space, or a sign that opens something. */
const WORD_START = String.raw`(?:^|[\s(“"'‘[])`;

/** Titles and the like: a name follows, never a new sentence. */
const BEFORE_NAME = abbreviationAtEnd(
  'Dr Mr Mrs Ms Prof Gen Sen Rep Gov Hon Rev Capt Col Lt Sgt Mt Messrs',
  'Fig Figs Vol p pp cf vs e.g i.e approx ca Art Sec Ch Eq Ed Eds',
);
/** Words that are an abbreviation only before a number. */
const BEFORE_NUMBER = abbreviationAtEnd('No Nos');
/** Abbreviations that may end a sentence: they do when a word follows that usually starts one. */
const MAY_END = abbreviationAtEnd(
  'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z',
  'St al U.S U.K E.U U.N D.C U.S.A Inc Ltd Co Corp Bros Jr Sr etc a.m p.m Ph.D M.D B.A M.A',
  'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun',
  'Ave Blvd Rd Dept est min max',
);

/** Words that usually start a sentence: “A” and “I” only as words of their own, not as initials. */
const STARTERS = [
  'The An In On At It Its He She They We You But And Or So Yet This That These Those There Here',
  'However Still For From When While If As By Our Their His Her Now Then What Who Why How Some',
  'Many Most No Not One After Before Since Although Because Critics Officials',
];
const STARTER = new RegExp(
  String.raw`^[\s“"'‘(*_[]*(?:${alternatives(STARTERS)}|A(?=\s)|I(?=[\s'’]))\b`,
);

/** A quoted question or call may stand inside a sentence: “Why?” she asked. */
const AFTER_QUOTE = /[”’"'»」』]\s*$/;

/**
 * Closing signs after a full stop: quotation marks, brackets, a link's address, the number of a
 * footnote, emoji that nothing follows on.
 */
const CLOSED =
  /[”’»›）)】」』〉》]|\]\([^\s)]*\)|\]|\[\^?\d+\](?!\()|[⁰¹²³⁴-⁹]+| ?(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\u200d\ufe0f]*)+(?=[\s”’»）)】」』*]|$)/uy;
/** Signs that open and close with the same characters; the longer ones first. */
const TWO_WAY = ['***', '**', '*', '___', '__', '_', '~~', '"', "'"];
/** What Unicode's rules count to the sentence after a full stop, closing or not. */
const AROUND_STOP = /[\s*_~"'“”‘’«»‹›()（）[\]【】「」『』〈〉《》〔〕]/;
/** Addresses: their dots and question marks end nothing. */
const ADDRESS = /https?:\/\/[!-'*-~]*[\w/]|(?<=\]\()[^\s)]+(?=\))/g;

/**
 * The sentence at a place in an article: what is annotated when nothing is selected.
 *
 * Sentence boundaries are Unicode's (UAX #29, by `Intl.Segmenter`), read a paragraph at a time with
 * inner line ends as spaces, as in hard-wrapped text; common English abbreviations don't end a
 * sentence, and closing quotation marks and emphasis marks belong to the sentence they close.
 *
 * @param text the article's text
 * @param offset a place in it, UTF-16 units
 * @returns the sentence without white space at its ends; empty where there is none (a blank line)
 */
export function sentenceAt(text: string, offset: number): Utf16Range {
  const block = textBlockAt(text, offset);
  // Same length, so that offsets hold: line ends, and quote signs that open an inner line, read as
  // spaces.
  const flat = text
    .slice(block.start, block.end)
    .replace(/\n(?:[ \t]*>)*/g, (found) => ' '.repeat(found.length));
  const sentences = sentencesOf(flat).map(({ start, end }) => ({
    start: block.start + start,
    end: block.start + end,
  }));
  // Right behind a sentence the cursor belongs to it, unless the next sentence or line starts
  // there.
  const found = sentences.find(
    ({ end }) => offset < end || /^[^\S\n]*\s$/.test(text.slice(end, offset + 1)),
  );
  return found ?? sentences.at(-1) ?? { start: offset, end: offset };
}

function sentencesOf(flat: string): Utf16Range[] {
  const readable = flat.replace(ADDRESS, (found) => '0'.repeat(found.length));
  const sentences: Utf16Range[] = [];
  let start = 0;
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(
    readable,
  )) {
    const segmentEnd = index + segment.length;
    const end = segmentEnd === flat.length ? segmentEnd : closedEnd(flat, start, segmentEnd);
    if (isBlank(flat.slice(start, end)) || joins(flat.slice(start, end), flat.slice(end))) continue;
    sentences.push(trimRange(flat, { start, end }));
    start = end;
  }
  return sentences;
}

/**
 * Where the sentence that Unicode's rules end at `end` really ends: they give it every quotation
 * mark and bracket behind the full stop, also those that open the next sentence (`。“`), and no
 * emphasis mark.
 */
function closedEnd(flat: string, start: number, end: number): number {
  let at = end;
  while (at > start && AROUND_STOP.test(flat.charAt(at - 1))) at--;
  for (;;) {
    CLOSED.lastIndex = at;
    const length =
      CLOSED.exec(flat)?.[0].length ??
      TWO_WAY.find((mark) => flat.startsWith(mark, at) && closes(flat, at, mark))?.length;
    if (length === undefined) break;
    at += length;
  }
  return at;
}

/**
 * Whether `mark`, found at `at`, closes what the same mark opened earlier in the paragraph: a space
 * behind it says so, or the count.
 */
function closes(flat: string, at: number, mark: string): boolean {
  if (/^(?:\s|$)/.test(flat.slice(at + mark.length, at + mark.length + 1))) return true;
  // An apostrophe is no quotation mark: single ones can't be counted.
  return mark !== "'" && flat.slice(0, at).replace(/\\./g, '').split(mark).length % 2 === 0;
}

/**
 * Whether there is no break between `before` and `after`: an abbreviation, or a quoted question
 * inside a sentence.
 */
function joins(before: string, after: string): boolean {
  return (
    !isBlank(after) &&
    (BEFORE_NAME.test(before) ||
      (BEFORE_NUMBER.test(before) && /^\s*\d/.test(after)) ||
      (MAY_END.test(before) && !STARTER.test(after)) ||
      (AFTER_QUOTE.test(before) && /^\s*\p{Ll}/u.test(after)))
  );
}

/** Finds one of the abbreviations, with its full stop, at the end of a text. */
function abbreviationAtEnd(...words: readonly string[]): RegExp {
  return new RegExp(String.raw`${WORD_START}(?:${alternatives(words)})\.\s*$`);
}

/** Words, separated by spaces, as the alternatives of a regular expression. */
function alternatives(words: readonly string[]): string {
  return words
    .join(' ')
    .replaceAll('.', String.raw`\.`)
    .replaceAll(' ', '|');
}
