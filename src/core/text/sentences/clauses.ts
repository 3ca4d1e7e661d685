import { trimRange, type Utf16Range } from '../range';

/**
 * What parts the clauses of a sentence; commas in numbers don't. Chinese is often written with the
 * narrow signs, without a space behind them.
 */
const CLAUSE_END =
  /[，；：、。！？…—]+[”’」』»]*|[,;:.!?]+["”’»]*(?=\s|$)|(?<=\p{Script=Han})[,;:!?]+["”’»]*/gu;

/**
 * The clauses of a sentence, in order, without the signs and white space between them.
 *
 * @param range the sentence, UTF-16 units of `text`
 */
export function clausesIn(text: string, { start, end }: Utf16Range): Utf16Range[] {
  const ends = Array.from(text.slice(start, end).matchAll(CLAUSE_END), ({ 0: sign, index }) => ({
    start: start + index,
    end: start + index + sign.length,
  }));
  return [...ends, { start: end, end }]
    .map((sign, i) => trimRange(text, { start: ends[i - 1]?.end ?? start, end: sign.start }))
    .filter((clause) => clause.start < clause.end);
}

/** The clause of a sentence at a place; the last one before it where it stands on signs. */
export function clauseAt(text: string, sentence: Utf16Range, offset: number): Utf16Range {
  const clauses = clausesIn(text, sentence);
  return (
    clauses.findLast(({ start }) => start <= offset) ??
    clauses[0] ?? { ...sentence, end: sentence.start }
  );
}
