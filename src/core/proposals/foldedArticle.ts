import { foldedIndex, foldInSteps, foldText, type FoldedText } from '../anchoring';
import type { Utf16Range } from '../text/range';
import type { Steps } from '../text/steps';

/** So many places of the same words are looked at. */
const MOST_PLACES = 50;
/** So many units are made a text at once. */
const AT_ONCE = 8192;
const HALF_CHARACTER = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/;
/** What belongs to the character before it. */
const JOINED = /^[\p{M}\u200d\ufe0f]+/u;

/** An article folded for comparison, and where its words stand. */
export class FoldedArticle {
  private constructor(
    readonly text: string,
    private readonly folded: string,
    private readonly origin: FoldedText,
  ) {}

  static *of(text: string): Steps<FoldedArticle> {
    const origin = yield* foldInSteps(text);
    return new FoldedArticle(text, textOf(origin), origin);
  }

  /**
   * Where words stand in a part of the article, in its order: the same words, but for white space,
   * width, kinds of quotation marks and dashes, and Markdown's emphasis.
   */
  placesOf(words: string, part: Utf16Range): Utf16Range[] {
    const wanted = foldedWords(words);
    if (wanted === '') return [];
    const [from, to] = [this.indexOf(part.start), this.indexOf(part.end)];
    const within = this.folded.slice(from, to);
    const places: Utf16Range[] = [];
    let at = within.indexOf(wanted);
    for (let i = 0; at >= 0 && i < MOST_PLACES; i++, at = within.indexOf(wanted, at + 1)) {
      const range = this.rangeOf(from + at, wanted.length);
      if (this.hasSameWords(range, words)) places.push(range);
    }
    return places;
  }

  /** The place of a name, or other whole words, that is nearest to a passage. */
  nearest(words: string, passage: Utf16Range): Utf16Range | undefined {
    const wanted = foldedWords(words);
    if (wanted === '') return undefined;
    const isPlace = (range: Utf16Range) => this.hasSameWords(range, words) && this.isWhole(range);
    const find = (next: (at: number) => number, begin: number) => {
      let at = begin;
      for (let i = 0; at >= 0 && i < MOST_PLACES; i++, at = next(at)) {
        const range = this.rangeOf(at, wanted.length);
        if (isPlace(range)) return range;
      }
      return undefined;
    };
    const from = this.indexOf(passage.start);
    const behind = find(
      (at) => this.folded.indexOf(wanted, at + 1),
      this.folded.indexOf(wanted, from),
    );
    const before = find(
      (at) => (at === 0 ? -1 : this.folded.lastIndexOf(wanted, at - 1)),
      from === 0 ? -1 : this.folded.lastIndexOf(wanted, from - 1),
    );
    if (before === undefined || behind === undefined) return before ?? behind;
    return passage.start - before.end <= behind.start - passage.end ? before : behind;
  }

  /**
   * How many folded signs before and behind a place are as they are said to be; a mark of quotation
   * between needn't be said.
   */
  agreement(place: Utf16Range, before: string, after: string): number {
    const [front, back] = [foldedWords(before), foldedWords(after)];
    let [start, end] = [this.indexOf(place.start), this.indexOf(place.end)];
    if (this.folded[start - 1] === '"' && !front.endsWith('"')) start -= 1;
    if (this.folded[end] === '"' && !back.startsWith('"')) end += 1;
    let [signs, behind] = [0, 0];
    while (
      signs < Math.min(front.length, start) &&
      front.at(-1 - signs) === this.folded[start - 1 - signs]
    )
      signs += 1;
    while (behind < back.length && back[behind] === this.folded[end + behind]) behind += 1;
    return signs + behind;
  }

  /** The first folded sign at or behind an offset. */
  private indexOf(offset: number): number {
    return foldedIndex(this.origin, offset);
  }

  private rangeOf(index: number, length: number): Utf16Range {
    const start = this.origin.offsets[index] ?? 0;
    const end = (this.origin.offsets[index + length - 1] ?? start) + 1;
    return { start, end: end + (JOINED.exec(this.text.slice(end, end + 16))?.[0].length ?? 0) };
  }

  /** Folding takes more away than one may pass over: case, accents, forms of characters. */
  private hasSameWords({ start, end }: Utf16Range, words: string): boolean {
    const found = this.text.slice(start, end);
    return !HALF_CHARACTER.test(found) && plainWords(found) === plainWords(words);
  }

  /** “Li” isn't named in “Line”. */
  private isWhole({ start, end }: Utf16Range): boolean {
    const isLetter = (sign: string) => /[\p{L}\p{N}]/u.test(sign) && !/\p{Script=Han}/u.test(sign);
    const joins = (a: string, b: string) => isLetter(a) && isLetter(b);
    const { text } = this;
    return (
      !joins(text.charAt(start - 1), text.charAt(start)) &&
      !joins(text.charAt(end - 1), text.charAt(end))
    );
  }
}

/** Words folded as the article is. */
export function foldedWords(words: string): string {
  return textOf(foldText(words));
}

function textOf({ units, length }: FoldedText): string {
  let text = '';
  for (let from = 0; from < length; from += AT_ONCE)
    text += String.fromCharCode(...units.subarray(from, Math.min(length, from + AT_ONCE)));
  return text;
}

/**
 * Words as they count: without white space, invisible signs and Markdown's emphasis, in one width,
 * with one kind of quotation mark and dash.
 */
export function plainWords(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}*_`]/gu, '')
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/[“”„‟«»″「」『』]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/[。｡]/gu, '.');
}
