import type { Utf16Range } from '../text/range';

/** A smaller part isn't split again, in UTF-16 units: if it doesn't fit, nothing will. */
const SMALLEST = 200;
/** Where a part is best cut in two: between paragraphs, lines, sentences. */
const GAPS = [/\n[^\S\n]*\n\s*/g, /\n/g, /[。！？!?][”’」』"']*|\.\s/g] as const;

/**
 * Cuts an article into parts that a model can take at once, between paragraphs where that can be.
 * All parts together are the whole text.
 *
 * @param most no part has more UTF-16 units: answers get worse with length
 * @param fits whether the model can take a part
 * @returns undefined if not even a few lines fit
 */
export async function splitArticle(
  text: string,
  most: number,
  fits: (part: Utf16Range) => Promise<boolean>,
): Promise<Utf16Range[] | undefined> {
  const parts: Utf16Range[] = [];
  const waiting: Utf16Range[] = [{ start: 0, end: text.length }];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const length = part.end - part.start;
    if (text.slice(part.start, part.end).trim() === '') continue;
    if (length <= most && (await fits(part))) {
      parts.push(part);
      continue;
    }
    if (length <= SMALLEST) return undefined;
    const middle = cutNear(text, part);
    waiting.push({ start: middle, end: part.end }, { start: part.start, end: middle });
  }
  return parts;
}

/** The gap nearest to the middle, not too near to an end. */
function cutNear(text: string, { start, end }: Utf16Range): number {
  const [from, to, middle] = [
    start + (end - start) / 4,
    end - (end - start) / 4,
    Math.floor((start + end) / 2),
  ];
  for (const gap of GAPS) {
    const words = text.slice(from, to);
    const shift = Math.floor(from);
    const ends = Array.from(words.matchAll(gap), ({ 0: signs, index }) => index + signs.length);
    const nearest = ends
      .map((at) => at + shift)
      .filter((at) => at < to)
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
    if (nearest !== undefined) return nearest;
  }
  const isPair = /^[\uDC00-\uDFFF]/.test(text.slice(middle, middle + 1));
  return isPair ? middle + 1 : middle;
}
