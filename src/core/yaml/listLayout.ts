import { isSeq, type Node, type YAMLMap } from 'yaml';
import { dominantLineEnding } from '../text/lineEndings';
import type { Utf16Range } from '../text/range';
import { dashOffsets, lineStart } from './blocks';
import { INDENT } from './printItem';
import { rangeOfNode } from './readYaml';

/** How a list of a file is written, which decides how an item is added or removed. */
export type ListLayout =
  /**
   * A block list: a dash a line, `indent` before it; `start` is where the first item's line begins.
   */
  | { readonly kind: 'block'; readonly indent: string; readonly start: number }
  /** `[a, b]`, as in JSON. */
  | { readonly kind: 'flow'; readonly list: Utf16Range }
  /** A key without a value, or with an empty `[]` or `~`: `value` is replaced by a block list. */
  | { readonly kind: 'empty'; readonly value: Utf16Range }
  /** No such key, or an empty file. */
  | { readonly kind: 'missing' };

/**
 * How a list is written.
 *
 * @param root the mapping that it stands in
 * @param list what stands under its key; undefined where there is no such key
 */
export function layoutOf(text: string, root: YAMLMap, list: Node | undefined): ListLayout {
  if (list === undefined) return { kind: 'missing' };
  const value = rangeOfNode(list, { start: text.length, end: text.length });
  if (!isSeq(list) || list.items.length === 0)
    return root.flow === true ? { kind: 'flow', list: value } : { kind: 'empty', value };
  if (list.flow === true) return { kind: 'flow', list: value };
  const dash = dashOffsets(list)[0] ?? value.start;
  const start = lineStart(text, dash);
  return { kind: 'block', indent: text.slice(start, dash), start };
}

/**
 * Puts a block list in the place of an empty one: on the lines below the key, or in those of a `[]`
 * that has its own.
 */
export function fillEmptyList(text: string, value: Utf16Range, lines: string, eol: string): string {
  const line = lineStart(text, value.start);
  const head = text.slice(line, value.start);
  const comment = /^[^\r\n]*/.exec(text.slice(value.end))?.[0] ?? '';
  const rest = text.slice(value.end + comment.length).replace(/^\r?\n/, '');
  const body = rest === '' || lines.endsWith('\n') ? lines : lines + eol;
  if (head.trim() === '' && comment.trim() === '') return text.slice(0, line) + body + rest;
  const key = comment.startsWith('#') ? head : head.trimEnd();
  return `${text.slice(0, line)}${`${key}${comment}`.trimEnd()}${eol}${body}${rest}`;
}

/** Adds a block list under a new key at the end of a file; in an empty one, behind its version. */
export function appendList(
  text: string,
  key: string,
  lines: string,
  version: number,
  eol: string,
): string {
  const hasContent = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .some((line) => !/^\s*(?:#.*)?$/.test(line));
  const lead = text === '' || text === '\uFEFF' || text.endsWith('\n') ? '' : eol;
  return `${text}${lead}${hasContent ? '' : `version: ${version}${eol}`}${key}:${eol}${lines}`;
}

/**
 * Takes the only item out of a block list. The empty list stands on the key's line if that is the
 * line before and nothing else is on it, else in the item's place.
 */
export function emptiedList(text: string, { start, end }: Utf16Range, indent: string): string {
  const head = text.slice(0, start);
  const [, key, eol] = /(?:^|\n)([^#\r\n]*:)(\r?\n)$/.exec(head) ?? [];
  const emptied =
    key !== undefined && eol !== undefined
      ? `${head.slice(0, -eol.length)} []${eol}`
      : `${head}${indent || INDENT}[]${dominantLineEnding(text)}`;
  return emptied + text.slice(end);
}

/**
 * Adds an item to a list in brackets.
 *
 * @param places where its items stand
 */
export function insertIntoFlow(
  text: string,
  list: Utf16Range,
  places: readonly Utf16Range[],
  index: number,
  item: string,
): string {
  const next = places[index]?.start;
  if (next !== undefined) return `${text.slice(0, next)}${item}, ${text.slice(next)}`;
  const last = places.at(-1)?.end;
  if (last !== undefined) return `${text.slice(0, last)}, ${item}${text.slice(last)}`;
  return `${text.slice(0, list.start)}[${item}]${text.slice(list.end)}`;
}

/** Takes an item out of a list in brackets, with one of the commas around it. */
export function removeFromFlow(text: string, places: readonly Utf16Range[], index: number): string {
  const place = places[index] ?? { start: 0, end: 0 };
  const next = places[index + 1];
  const start = next === undefined ? (places[index - 1]?.end ?? place.start) : place.start;
  return text.slice(0, start) + text.slice(next?.start ?? place.end);
}
