import { trimRange, type Utf16Range } from './range';

/**
 * How far around the cursor a paragraph is read, UTF-16 units: `Intl.Segmenter` is quadratic in the length on Node 20,
 * and no sentence worth tagging is longer.
 */
const REACH = 5_000;

/** A line that starts a block of its own in Markdown, so that the sentence before it can't go on into it. */
const BLOCK_START = /^[ \t\u3000]*(?:#{1,6}\s|[-*+]\s|>|\||\d{1,9}\\?[.)]\s|```|~~~|(?:[-*_][ \t]*){3,}$)/;
/** A line that is a block whole: heading, table row, rule, image, fence. The next line can't continue it. */
const BLOCK_WHOLE = /^[ \t]*(?:#{1,6}\s|\||```|~~~|(?:[-*_=][ \t]*){3,}$|!\[[^\]]*\]\([^)]*\)\s*$)/;
/** Marks at the start of a block that are not part of the sentence: bullets, quote signs, numbers, heading signs. */
const BLOCK_MARK = /^(?:[ \t\u3000]*(?:>|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}\\?[.)][ \t]|\|))+[ \t]*/;

/** Titles and the like: a name follows, never a new sentence. */
const BEFORE_NAME = /(?:^|[\s(“"'‘[])(?:Dr|Mr|Mrs|Ms|Prof|Gen|Sen|Rep|Gov|Hon|Rev|Capt|Col|Lt|Sgt|St|Mt|Messrs|Fig|Figs|No|Nos|Vol|pp?|cf|vs|e\.g|i\.e|approx|ca|al|Art|Sec|Ch|Eq|Ed|Eds|[A-Z])\.\s*$/;
/** Abbreviations that may end a sentence: they do when a word follows that usually starts one. */
const MAY_END = /(?:^|[\s(“"'‘[])(?:U\.S|U\.K|E\.U|U\.N|D\.C|U\.S\.A|Inc|Ltd|Co|Corp|Bros|Jr|Sr|etc|a\.m|p\.m|Ph\.D|M\.D|B\.A|M\.A|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Ave|Blvd|Rd|Dept|est|min|max)\.\s*$/;
const STARTER = /^[\s“"'‘(*_[]*(?:The|A|An|In|On|At|It|Its|He|She|They|We|You|I|But|And|Or|So|Yet|This|That|These|Those|There|Here|However|Still|For|From|When|While|If|As|By|Our|Their|His|Her|Now|Then|What|Who|Why|How|Some|Many|Most|No|Not|One|After|Before|Since|Although|Because|Critics|Officials)\b/;
/** What closes a sentence after its full stop although Unicode's rules give it to the next one. */
const CLOSERS = /^(?:\*{1,3}|_{1,3}|~~|[”’"'»›）)\]】」』〉》])+/;

/**
 * The sentence at a place in an article: what is annotated when nothing is selected.
 *
 * Sentence boundaries are Unicode's (UAX #29, by `Intl.Segmenter`), read a paragraph at a time with inner line ends as
 * spaces, as in hard-wrapped text; common English abbreviations don't end a sentence, and closing quotation marks and
 * emphasis marks belong to the sentence they close.
 *
 * @param text the article's text
 * @param offset a place in it, UTF-16 units
 * @returns the sentence without white space at its ends; empty where there is none (a blank line)
 */
export function sentenceAt(text: string, offset: number): Utf16Range {
  const block = blockAt(text, offset);
  const sentences = sentencesOf(text, block);
  const found = sentences.find((sentence) => offset < sentence.end) ?? sentences.at(-1);
  return found === undefined ? { start: offset, end: offset } : trimRange(text, found);
}

/** The paragraph, heading, list item or table row that holds `offset`, without the marks that open it. */
function blockAt(text: string, offset: number): Utf16Range {
  let start = lineStart(text, offset);
  let end = lineEnd(text, offset);
  if (isBlank(text.slice(start, end))) return { start: offset, end: offset };
  while (start > 0 && offset - start < REACH) {
    const previous = lineStart(text, start - 1);
    if (!continues(text.slice(previous, start - 1), text.slice(start, lineEnd(text, start)))) break;
    start = previous;
  }
  while (end < text.length && end - offset < REACH) {
    const next = lineEnd(text, end + 1);
    if (!continues(text.slice(lineStart(text, end), end), text.slice(end + 1, next))) break;
    end = next;
  }
  const from = Math.max(start, offset - REACH);
  return { start: from, end: Math.min(end, offset + REACH) };
}

/** Whether `next` goes on with the paragraph that `line` belongs to. */
function continues(line: string, next: string): boolean {
  const bothQuoted = /^\s*>/.test(line) && /^\s*>\s*[^\s>]/.test(next) && !isBlank(line.replace(/^[\s>]+/, ''));
  return !isBlank(line) && !isBlank(next) && !BLOCK_WHOLE.test(line) && (bothQuoted || !BLOCK_START.test(next));
}

function sentencesOf(text: string, block: Utf16Range): Utf16Range[] {
  const raw = text.slice(block.start, block.end);
  const mark = BLOCK_MARK.exec(raw)?.[0].length ?? 0;
  // Same length, so that offsets hold: line ends, and quote signs that open an inner line, read as spaces.
  const flat = raw.slice(mark).replace(/\n(?:[ \t]*>)*/g, (found) => ' '.repeat(found.length));
  const origin = block.start + mark;
  const sentences: { start: number; end: number }[] = [];
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(flat)) {
    const last = sentences.at(-1);
    const closers = last === undefined ? 0 : (CLOSERS.exec(segment)?.[0].length ?? 0);
    // Closers that open something here (emphasis, an ASCII quotation mark) have their partner in this same segment.
    const closing = last !== undefined && closers > 0 && closesMore(flat.slice(last.start, last.end), segment.slice(0, closers));
    if (last !== undefined && closing) last.end = index + closers;
    const start = closing ? index + closers : index;
    if (isBlank(flat.slice(start, index + segment.length))) continue;
    if (last !== undefined && joins(flat.slice(last.start, last.end), segment)) last.end = index + segment.length;
    else sentences.push({ start, end: index + segment.length });
  }
  return sentences.map(({ start, end }) => ({ start: origin + start, end: origin + end }));
}

/** Whether `marks`, found right after `sentence`, close something that was opened in it. */
function closesMore(sentence: string, marks: string): boolean {
  if (/[”’»›）)\]】」』〉》]/.test(marks[0] ?? '')) return true;
  const mark = /^(\*+|_+|~~|"|')/.exec(marks)?.[0] ?? '';
  return mark !== '' && sentence.split(mark).length % 2 === 0;
}

/** Whether the break between two segments is only an abbreviation's full stop. */
function joins(before: string, after: string): boolean {
  return BEFORE_NAME.test(before) || (MAY_END.test(before) && !STARTER.test(after));
}

function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
