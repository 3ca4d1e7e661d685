import type { Utf16Range } from './range';

/**
 * How far around the cursor a paragraph is read, UTF-16 units: `Intl.Segmenter` is quadratic in the
 * length on Node 20, and no sentence worth tagging is longer.
 */
const REACH = 5_000;

/**
 * A line that starts a block of its own in Markdown, so that the sentence before it can't go on
 * into it.
 */
const BLOCK_START =
  /^[ \t\u3000]*(?:#{1,6}\s|[-*+]\s|\||\d{1,3}\\?[.)]\s|```|~~~|(?:[-*_=][ \t]*){3,}$)/;
/**
 * A line that is a block whole: heading, table row, rule, image, fence. The next line can't
 * continue it.
 */
const BLOCK_WHOLE = /^[ \t]*(?:#{1,6}\s|\||```|~~~|(?:[-*_=][ \t]*){3,}$|!\[[^\]]*\]\([^)]*\)\s*$)/;
/**
 * Marks at the start of a block that are not part of the sentence: bullets, quote signs, numbers,
 * heading signs.
 */
const BLOCK_MARK = /^(?:[ \t\u3000]*(?:>|#{1,6}[ \t]|[-*+][ \t]|\d{1,3}\\?[.)][ \t]))+[ \t]*/;

/**
 * The paragraph, heading, list item or table row that holds `offset`, without the marks that open
 * it.
 */
export function textBlockAt(text: string, offset: number): Utf16Range {
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
  const from = wholeCharacter(text, Math.max(start, offset - REACH));
  const block = { start: from, end: wholeCharacter(text, Math.min(end, offset + REACH)) };
  const mark =
    from === start ? (BLOCK_MARK.exec(text.slice(start, block.end))?.[0].length ?? 0) : 0;
  if (mark > 0) return { start: start + mark, end: block.end };
  return /^[ \t]*\|/.test(text.slice(start, end)) ? cellAt(text, block, offset) : block;
}

/** The cell of a table row at `offset`, the next one at a bar. */
function cellAt(text: string, row: Utf16Range, offset: number): Utf16Range {
  const cells = Array.from(text.slice(row.start, row.end).matchAll(/(?:\\.|[^|\\])+/g))
    .filter(([words]) => !isBlank(words))
    .map(({ 0: words, index }) => ({
      start: row.start + index,
      end: row.start + index + words.length,
    }));
  return cells.find(({ end }) => offset < end) ?? cells.at(-1) ?? { start: offset, end: offset };
}

/** `offset`, moved before a character that it would cut in two. */
function wholeCharacter(text: string, offset: number): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1))
    ? offset - 1
    : offset;
}

/** Whether `next` goes on with the paragraph that `line` belongs to. */
function continues(line: string, next: string): boolean {
  const [quoted, nextQuoted] = [quoteSigns(line), quoteSigns(next)];
  const [words, nextWords] = [line.slice(quoted.length), next.slice(nextQuoted.length)];
  const sameDepth = quoted.split('>').length === nextQuoted.split('>').length;
  return (
    sameDepth &&
    !isBlank(words) &&
    !isBlank(nextWords) &&
    !BLOCK_WHOLE.test(words) &&
    !BLOCK_START.test(nextWords)
  );
}

function quoteSigns(line: string): string {
  return /^(?:[ \t]*>)*/.exec(line)?.[0] ?? '';
}

function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Whether `text` holds nothing but white space. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
