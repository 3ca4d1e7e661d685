import { trimRange, type Utf16Range } from '../range';
import { htmlBlockAt } from './htmlText';
import { leafAt, type Leaf } from './leaves';
import { findFrontMatter } from './frontMatter';
import { frontMatterValueAt } from './frontMatterValue';
import { isBlank, lineEnd, lineStart, wholeCharacter } from './lineEdges';
import { isCalloutLabel, leadingSigns } from './lineSigns';
import type { TextKind } from './markdownParser';
import { markupIn, type Markup } from './markup';
import { partAt } from './paragraphLines';
import { parseAround } from './parsedRegion';
import { rowCellAt } from './tableRow';

/**
 * How far around the cursor a block is read, UTF-16 units: `Intl.Segmenter` is quadratic in the
 * length on Node 20, and no sentence worth tagging is longer.
 */
const REACH = 5_000;

/** A stretch of text that a reader takes for one: no sentence goes over its edges. */
export interface TextBlock extends Utf16Range {
  /**
   * The block's text, as long as the block: line ends, and quote signs behind them, are spaces, so
   * that offsets hold.
   */
  readonly words: string;
  readonly markup: readonly Markup[];
  /** It is taken whole: a value of front matter. */
  readonly isWhole?: boolean;
}

/**
 * The block of text at a place: a paragraph, heading, item, cell or value, without the signs that
 * open it.
 *
 * @param offset UTF-16 units
 * @returns undefined where there is no text: a blank line, a rule, the times of a subtitle
 */
export function textBlockAt(text: string, offset: number, kind: TextKind): TextBlock | undefined {
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  if (isBlank(text.slice(line.start, Math.min(line.end, line.start + REACH)))) return undefined;
  const frontMatter = findFrontMatter(text);
  if (frontMatter !== undefined && offset < frontMatter.body) {
    const value = frontMatterValueAt(text, frontMatter, offset);
    return value && { ...blockOf(text, value, []), isWhole: true };
  }
  const region = parseAround(text, offset, line.start, frontMatter?.body ?? 0, kind);
  const leaf = leafAt(text, region, offset, line);
  if (leaf === undefined) return hasWords(text, line) ? blockOf(text, line, []) : undefined;
  const { node } = leaf;
  if (node.name === 'HorizontalRule') return undefined;
  if (/^(?:FencedCode|CodeBlock)$/.test(node.name)) return blockOf(text, line, []);
  if (node.name === 'HTMLBlock') {
    const { range, markup } = htmlBlockAt(text, near(text, leaf, offset), offset);
    return blockOf(text, range, markup);
  }
  const markup = markupIn(text, node, region.start);
  if (!/^(?:Paragraph|Task|LinkReference)$/.test(node.name))
    return blockOf(text, headingWords(leaf, region.start), markup);
  return paragraphAt(text, leaf, line, offset, markup);
}

function paragraphAt(
  text: string,
  leaf: Leaf,
  line: Utf16Range,
  offset: number,
  markup: readonly Markup[],
): TextBlock | undefined {
  const part = partAt(text, leaf, line, offset, REACH);
  if (part === undefined) return undefined;
  const cell = rowCellAt(text, part, offset);
  if (cell !== undefined) return blockOf(text, cell, markup);
  const signs = leadingSigns(text.slice(part.start, part.end));
  const words = near(text, { start: part.start + signs, end: part.end }, offset);
  // The rest of a callout's first line is its title.
  const isTitle = isCalloutLabel(text.slice(part.start, part.end).trimStart());
  return isTitle && isBlank(text.slice(words.start, words.end))
    ? undefined
    : blockOf(text, words, markup);
}

/** A heading without its signs; a cell or comment as it is. */
function headingWords({ node, start, end }: Leaf, shift: number): Utf16Range {
  const marks = node.getChildren('HeaderMark');
  const isSetext = node.name.startsWith('Setext');
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined) return { start, end };
  return isSetext
    ? { start, end: last.from + shift }
    : { start: first.to + shift, end: last === first ? end : last.from + shift };
}

/** So much of a range as is near the cursor, with no character cut. */
function near(text: string, { start, end }: Utf16Range, offset: number): Utf16Range {
  const from = wholeCharacter(text, Math.max(start, offset - REACH));
  return { start: from, end: Math.max(from, wholeCharacter(text, Math.min(end, offset + REACH))) };
}

function hasWords(text: string, { start, end }: Utf16Range): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

function blockOf(text: string, range: Utf16Range, markup: readonly Markup[]): TextBlock {
  const { start, end } = trimRange(text, range);
  const words = text
    .slice(start, end)
    .replace(/\n(?:[ \t]*>)*/g, (found) => ' '.repeat(found.length));
  return {
    start,
    end,
    words,
    markup: markup.filter((one) => one.start >= start && one.end <= end && one.start < one.end),
  };
}
