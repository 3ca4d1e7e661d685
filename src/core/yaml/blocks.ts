import type { Node, YAMLSeq } from 'yaml';
import type { Utf16Range } from '../text/range';
import { rangeOfNode } from './readYaml';

/** Each item's place: from the line of its dash to the end of the line on which its value ends. */
export function blocksOfItems(text: string, list: YAMLSeq): Utf16Range[] {
  if (list.flow === true)
    return (list.items as Node[]).map((item) => rangeOfNode(item, { start: 0, end: 0 }));
  const dashes = dashOffsets(list);
  return (list.items as Node[]).map((item, i) => {
    const dash = dashes[i] ?? item.range?.[0] ?? 0;
    return { start: lineStart(text, dash), end: contentEnd(text, dash + 1, item) };
  });
}

/** Where each dash of a block list stands, in the list's order; empty for a flow list. */
export function dashOffsets(list: YAMLSeq): number[] {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap((item) =>
    item.start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  );
}

/**
 * Where the item's last line ends, its line end included; comments and empty lines after it belong
 * to nobody.
 */
export function contentEnd(text: string, from: number, item: Node): number {
  const [start, end] = item.range ?? [from, from, from];
  // `|+` and `>+` keep the empty lines that follow: they are content.
  const kept = /[|>](?:\d?\+|\+\d?)[ \t]*(?:#.*)?\r?\n/.test(text.slice(start, end));
  return lineEnd(text, Math.max(from, kept ? end - 1 : trimmedEnd(text, start, end)));
}

/**
 * `end` without the white space before it, but for what YAML doesn't count as such (an ideographic
 * space is content).
 */
export function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && ' \t\r\n'.includes(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}

/** Where the line of `offset` starts. */
export function lineStart(text: string, offset: number): number {
  // At the start of the text a byte-order mark may stand; it belongs to the file, not to the line.
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}

/** Where the line after that of `offset` starts; the text's end for the last line. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
