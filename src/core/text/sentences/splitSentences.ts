import type { Markup } from '../blocks/markup';
import type { TextBlock } from '../blocks/textBlock';
import { isBlank } from '../blocks/lineEdges';
import { trimRange, type Utf16Range } from '../range';
import { endsWithAbbreviation } from './abbreviations';
import { quotationsIn } from './quotations';

/** A quoted question or call may stand inside a sentence: “Why?” she asked. */
const AFTER_QUOTE = /[”’"'»«“」』]\s*$/;
const AFTER_QUOTED_CALL = /[?!…][”’"'»«“]\s*$/;
/** Who asked, by name: “Why?” Ms Lee asked. */
const REPORTED =
  /^\s*(?:I|(?:\p{Lu}[\p{L}'’-]*\.?\s+){0,3}\p{Lu}[\p{L}'’-]*)\s+(?:(?:later|then|also|once|had)\s+)?(?:asked|asks|said|says|replied|replies|cried|cries|shouted|shouts|called|wondered|wonders|exclaimed|demanded|wrote|writes|answered|insisted|added|adds|warned|argued|joked)\b/u;
/** Japanese goes on behind a quotation with a particle: 「…。」と述べた. */
const AFTER_JAPANESE_QUOTE = /[」』]\s*$/;
const PARTICLE = /^(?:と|って|などと|なんて|という|との)/;

/** The number of a heading or an item, inside its emphasis: `**1.已经有…**` */
const NUMBER_IN_FRONT =
  /^[\s*_~=“"'（([]*(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxIVX]{1,4}|第?[一二三四五六七八九十]{1,3})\\?[.．)）]\s*$/u;

/** Closing signs after a full stop: brackets, the number of a footnote, emoji at an end. */
const CLOSED =
  /[”’›）)】」』〉》]|\]|[ \u00a0\u202f]?»|\[\^?\d+\](?!\()|\[\^[^\]\s]+\]|[⁰¹²³⁴-⁹]+| ?(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\u200d\ufe0f]*)+(?=[\s”’»）)】」』*]|$)/uy;
/** What Unicode's rules count to the sentence after a full stop, closing or not. */
const AROUND_STOP = /[\s*_~="'“”‘’«»‹›„‚()（）[\]【】「」『』〈〉《》〔〕]/;
/** Addresses: their dots and question marks end nothing. */
const ADDRESS = /https?:\/\/[!-'*-~]*[\w/]/g;

/**
 * The sentences of a block, in order, without white space at their ends,
 * as ranges of the article.
 */
export function splitSentences(block: TextBlock): Utf16Range[] {
  if (block.isWhole === true) return [{ start: block.start, end: block.end }];
  const { words, start: shift } = block;
  const marks = new Marks(block);
  const sentences: Utf16Range[] = [];
  let start = 0;
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  for (const { segment, index } of segmenter.segment(marks.readable)) {
    const segmentEnd = index + segment.length;
    const isLast = segmentEnd === words.length;
    const end = isLast ? segmentEnd : marks.closedEnd(start, segmentEnd);
    if (end <= start || isBlank(words.slice(start, end))) continue;
    const rest = words.slice(end);
    const isNumber = start === 0 && NUMBER_IN_FRONT.test(words.slice(0, end));
    const goesOn = isNumber || joins(words.slice(start, end), rest) || marks.holds(start, end);
    if (!isBlank(rest) && goesOn) continue;
    const { start: from, end: to } = trimRange(words, { start, end });
    sentences.push({ start: from + shift, end: to + shift });
    start = end;
  }
  return sentences;
}

/**
 * Whether there is no break between `before` and `after`: an abbreviation, or a quoted question
 * inside a sentence.
 */
function joins(before: string, after: string): boolean {
  return (
    endsWithAbbreviation(before, after) ||
    (AFTER_QUOTE.test(before) && /^\s*\p{Ll}/u.test(after)) ||
    (AFTER_QUOTED_CALL.test(before) && REPORTED.test(after)) ||
    (AFTER_JAPANESE_QUOTE.test(before) && PARTICLE.test(after))
  );
}

/** What opens and closes in a block: markup, quotation marks. Positions count from its start. */
class Marks {
  /** The words with letters and digits in place of what is none, of the same length. */
  readonly readable: string;
  private readonly words: string;
  private readonly markup: readonly Markup[];
  /** Where quotations close whose marks may as well open one. */
  private readonly quoteEnds: ReadonlySet<number>;

  constructor({ words, markup, start }: TextBlock) {
    this.words = words;
    this.markup = markup.map((one) => ({
      ...one,
      start: one.start - start,
      end: one.end - start,
      content: { start: one.content.start - start, end: one.content.end - start },
    }));
    this.readable = this.makeReadable();
    this.quoteEnds = new Set(quotationsIn(words).map(({ end }) => end - 1));
  }

  private makeReadable(): string {
    const characters = this.words.replace(ADDRESS, (found) => '0'.repeat(found.length)).split('');
    for (const { start, end, content, kind } of this.markup) {
      if (kind === 'object') characters.fill('X', start, end);
      // Unicode's rules count brackets behind a full stop to its sentence.
      if (kind === 'tag')
        characters.fill(this.words.charAt(start + 1) === '/' ? ')' : '(', start, end);
      if (kind === 'link') characters.fill('0', content.end + 1, end);
    }
    return characters.join('');
  }

  /**
   * Where the sentence that Unicode's rules end at `end` really ends: they give it every quotation
   * mark and bracket behind the full stop, also those that open the next sentence (`。“`), and no
   * emphasis mark.
   */
  closedEnd(start: number, end: number): number {
    let at = end;
    while (at > start && AROUND_STOP.test(this.readable.charAt(at - 1)) && !this.isObjectEnd(at))
      at--;
    for (let next = this.closing(at); next > at; next = this.closing(at)) at = next;
    return at;
  }

  private isObjectEnd(at: number): boolean {
    return this.markup.some(
      ({ end, kind }) => (kind === 'link' || kind === 'object') && end === at,
    );
  }

  /** The end of the mark that closes something at `at`; `at` if none does. */
  private closing(at: number): number {
    const markup = this.markup.find(
      ({ content, end, kind }) =>
        content.end === at && end > at && (kind === 'phrase' || kind === 'link'),
    );
    if (markup !== undefined) return markup.end;
    CLOSED.lastIndex = at;
    const found = CLOSED.exec(this.words)?.[0].length;
    if (found !== undefined) return at + found;
    const space = /^[ \u00a0\u202f](?=[«»])/.exec(this.words.slice(at, at + 2))?.[0].length ?? 0;
    if (this.quoteEnds.has(at + space)) return at + space + 1;
    // A quotation that began in a paragraph before.
    return /^["'*_]+(?:\s|$)/.test(this.words.slice(at, at + 4)) && !this.opensAt(at) ? at + 1 : at;
  }

  private opensAt(at: number): boolean {
    return this.markup.some(({ start }) => start === at);
  }

  /** Whether a sentence from `start` that ends at `at` would cut markup in two. */
  holds(start: number, at: number): boolean {
    return this.markup.some(({ start: from, end, content, kind }) => {
      if (at <= from || at >= end) return false;
      if (kind !== 'phrase') return true;
      // A phrase of several sentences may be parted, if it begins and ends with them.
      const beginsInside = isOnlySigns(this.words.slice(start, from)) || from < start;
      const endsInside = /[.!?…。！？”’"'»」』）)\]\s]$/.test(this.words.slice(from, content.end));
      return !beginsInside || !(endsInside || isBlank(this.words.slice(end)));
    });
  }
}

function isOnlySigns(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
