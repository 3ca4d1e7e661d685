import { isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { printScalar } from '../yaml/printScalar';

/** A part of a text, and what stands there instead. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Takes an item out of a list of several, with its lines. */
export function removeFromList(text: string, list: YAMLSeq, item: Node): Splice {
  const items = list.items as Node[];
  const at = items.indexOf(item);
  const next = items[at + 1];
  if (list.flow === true) {
    const start = next === undefined ? endOf(items[at - 1]) : startOf(item);
    return { start, end: next === undefined ? endOf(item) : startOf(next), by: '' };
  }
  return { start: lineStart(text, startOf(item)), end: lineEnd(text, endOf(item)), by: '' };
}

/**
 * Adds texts to the list under a key of a mapping, which is made if there is none.
 *
 * @param after the key behind which a new one stands
 */
export function addToList(
  text: string,
  map: YAMLMap,
  key: string,
  after: string,
  added: readonly string[],
  eol: string,
): Splice[] {
  if (added.length === 0) return [];
  const list = map.get(key, true) as unknown;
  if (isSeq(list)) return [addToSeq(text, list, added, eol)];
  const printed = `[${added.map((one) => printScalar(one, 'flow')).join(', ')}]`;
  if (list !== undefined) return [insertion(startOf(list as Node), ` ${printed}`)];
  const value = map.get(after, true) as unknown as Node;
  if (map.flow === true) return [insertion(endOf(value), `, ${key}: ${printed}`)];
  const column = startOf(map) - lineStart(text, startOf(map));
  return [insertLine(text, endOf(value), `${' '.repeat(column)}${key}: ${printed}`, eol)];
}

function addToSeq(text: string, list: YAMLSeq, added: readonly string[], eol: string): Splice {
  const last = (list.items as Node[]).at(-1);
  const printed = added.map((one) => printScalar(one, 'flow'));
  if (last === undefined) return insertion(startOf(list) + 1, printed.join(', '));
  if (list.flow === true) return insertion(endOf(last), `, ${printed.join(', ')}`);
  const start = lineStart(text, startOf(last));
  const indent = /^[ ]*/.exec(text.slice(start))?.[0] ?? '';
  return insertLine(text, endOf(last), printed.map((one) => `${indent}- ${one}`).join(eol), eol);
}

/** Inserts a line below the one in which something ends; the text's last one may be open. */
function insertLine(text: string, offset: number, line: string, eol: string): Splice {
  const at = lineEnd(text, offset);
  return text[at - 1] === '\n' ? insertion(at, line + eol) : insertion(at, eol + line);
}

function insertion(at: number, by: string): Splice {
  return { start: at, end: at, by };
}

function startOf(node: Node | undefined): number {
  return node?.range?.[0] ?? 0;
}

function endOf(node: Node | undefined): number {
  return node?.range?.[1] ?? 0;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line ends, with its line end, in which the sign before an offset stands. */
function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', Math.max(0, offset - 1));
  return at < 0 ? text.length : at + 1;
}
