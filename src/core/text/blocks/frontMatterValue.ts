import { trimRange, type Utf16Range } from '../range';
import type { FrontMatter } from './frontMatter';
import { isBlank, lineEnd, lineStart } from './lineEdges';

/** A key, or the sign of an item, with the space behind it. */
const KEY =
  /^[ \t]*(?:- +)?(?:"[^"\n]*"|'[^'\n]*'|[\p{L}_][\p{L}\p{N}_. -]*?)[ \t]*[:=](?:[ \t]+|$)/u;
const ITEM = /^(?:[ \t]*- +|%[ \t]*)/;
const BLOCK_SCALAR = /^[|>][+-]?\d?[ \t]*\n/;

/**
 * The value at a place of the front matter, without key and quotation marks; with the cursor on a
 * key, both.
 *
 * @returns undefined where there is neither, as on a rule
 */
export function frontMatterValueAt(
  text: string,
  { content }: FrontMatter,
  offset: number,
): Utf16Range | undefined {
  if (offset < content.start || offset > content.end) return undefined;
  const startsEntry = (line: number) => {
    const words = text.slice(line, lineEnd(text, line));
    return KEY.test(words) || ITEM.test(words);
  };
  let start = lineStart(text, offset);
  while (start > content.start && !startsEntry(start)) start = lineStart(text, start - 1);
  let end = lineEnd(text, start);
  while (end < content.end && !startsEntry(end + 1)) end = lineEnd(text, end + 1);
  end = Math.max(start, Math.min(end, content.end));
  const entry = text.slice(start, end);
  const key = (KEY.exec(entry) ?? ITEM.exec(entry))?.[0].length ?? 0;
  if (offset < start + key && /[\p{L}\p{N}]/u.test(entry.slice(0, key)))
    return trimRange(text, { start, end });
  // On the line of a block's sign, too.
  if (BLOCK_SCALAR.test(entry.slice(key)) && offset <= lineEnd(text, start))
    return trimRange(text, { start, end });
  const value = valueOf(entry.slice(key));
  const range = { start: start + key + value.start, end: start + key + value.end };
  return isBlank(text.slice(range.start, range.end)) ? undefined : trimRange(text, range);
}

/** A value without quotation marks, the sign of a block, a comment or a comma behind it. */
function valueOf(written: string): Utf16Range {
  const block = BLOCK_SCALAR.exec(written)?.[0].length;
  if (block !== undefined) return { start: block, end: written.length };
  const quoted = /^(["'])([^]*)\1[ \t]*(?:,|[ \t]#[^\n]*)?[ \t]*$/.exec(written);
  if (quoted !== null) return { start: 1, end: 1 + (quoted[2]?.length ?? 0) };
  const plain = written.replace(/[ \t]#[^\n]*$/, '').replace(/,[ \t]*$/, '');
  return { start: 0, end: plain.length };
}
