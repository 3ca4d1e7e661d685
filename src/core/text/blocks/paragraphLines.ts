import type { Utf16Range } from '../range';
import { isBlank, lineEnd, lineStart } from './lineEdges';
import { beginsBlock, isCueTime } from './lineSigns';

/** A line of a paragraph, and what of it are its own words. */
interface Line {
  /** Behind quote signs, with indentation. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** How many quotations it stands in. */
  readonly depth: number;
}

/**
 * The part of a paragraph around `offset` that is a block of its own for a reader: a turn of a
 * transcript, an item of a list that Markdown doesn't know, an indented line.
 *
 * @param line the line of `offset`: it may be endless, and isn't looked for again
 * @param reach how far from `offset` lines are looked at, UTF-16 units
 * @returns undefined where the line is no text, such as the times of a subtitle
 */
export function partAt(
  text: string,
  paragraph: Utf16Range,
  { start: lineFrom, end: lineTo }: Utf16Range,
  offset: number,
  reach: number,
): Utf16Range | undefined {
  const startOf = (at: number) => (lineFrom <= at && at <= lineTo ? lineFrom : lineStart(text, at));
  const first = startOf(paragraph.start);
  const lineAt = (at: number): Line => {
    const start = startOf(at);
    const end = Math.min(lineEnd(text, at), Math.max(paragraph.end, start));
    const marks = text.slice(start, start === first ? paragraph.start : end);
    const signs = start === first ? marks : (/^(?:[ \t]*>)*/.exec(marks)?.[0] ?? '');
    const from = start === first ? firstWords(text, start, paragraph.start) : start + signs.length;
    return { words: text.slice(from, end), start: from, end, depth: signs.split('>').length };
  };
  const next = (line: Line) => (line.end >= paragraph.end ? undefined : lineAt(line.end + 1));
  const before = (line: Line) => {
    const start = startOf(line.start);
    return start <= first ? undefined : lineAt(start - 1);
  };
  const parts = (a: Line, b: Line) =>
    a.depth !== b.depth ||
    isBlank(a.words) ||
    isBlank(b.words) ||
    beginsBlock(b.words, a.words, next(b)?.words ?? '');

  const near = (line: Line) => Math.abs(line.start - offset) < reach;
  const here = lineAt(Math.min(Math.max(offset, paragraph.start), paragraph.end));
  if (isBlank(here.words) || isNoText(here, next(here))) return undefined;
  let from = here;
  for (let line = before(from); line !== undefined && near(line); line = before(from)) {
    if (parts(line, from) || isNoText(line, from)) break;
    from = line;
  }
  let to = here;
  for (let line = next(to); line !== undefined && near(line); line = next(to)) {
    if (parts(to, line)) break;
    to = line;
  }
  return { start: from.start, end: to.end };
}

/** Where the words of a paragraph's first line begin: its indentation by wide spaces counts. */
function firstWords(text: string, line: number, paragraph: number): number {
  let at = paragraph;
  while (at > line && /[\u3000\u2003]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** Times of a subtitle, and its number or name, which stands right above them. */
function isNoText({ words }: Line, after: Line | undefined): boolean {
  return isCueTime(words) || (!isBlank(words) && after !== undefined && isCueTime(after.words));
}
