import type { Utf16Range } from '../range';
import { isBlank } from './lineEdges';
import { pairTags, type Markup } from './markup';

const TAG = /<!--[^]*?-->|<\/?[a-z][\w-]*(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
/** Elements that stand among words; all others part what is before them from what is behind. */
const INLINE =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)\b/i;

/**
 * The text at a place of an HTML block: what stands between two tags that make blocks, with the
 * markup in it.
 */
export function htmlBlockAt(
  text: string,
  block: Utf16Range,
  offset: number,
): { range: Utf16Range; markup: Markup[] } {
  const tags = Array.from(text.slice(block.start, block.end).matchAll(TAG)).map(
    ({ 0: tag, index }) => ({
      start: block.start + index,
      end: block.start + index + tag.length,
      isInline: INLINE.test(tag),
    }),
  );
  const parts: Utf16Range[] = [];
  let start = block.start;
  for (const tag of tags.filter(({ isInline }) => !isInline)) {
    parts.push({ start, end: tag.start });
    start = tag.end;
  }
  parts.push({ start, end: block.end });
  const filled = parts.filter((part) => !isBlank(text.slice(part.start, part.end)));
  const range = filled.find(({ end }) => offset < end) ?? filled.at(-1) ?? block;
  const inside = tags.filter(
    (tag) => tag.isInline && tag.start >= range.start && tag.end <= range.end,
  );
  return { range, markup: pairTags(text, inside) };
}
