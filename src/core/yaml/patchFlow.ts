import { isMap, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { orderedKeys } from '../model/fields';
import { isMapping, sameValue } from '../model/sameValue';
import { printFlow, type ItemStyle } from './printItem';
import { printScalar } from './printScalar';
import { keyName } from './readYaml';

/** A replacement in a text: UTF-16 offsets. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What changes in a list in brackets, so that it says `after`: what stays is left as it is written.
 *
 * @param list has as many items as `before`, at least one; so has `after`
 */
export function flowListSplices(
  list: YAMLSeq,
  before: readonly unknown[],
  after: readonly unknown[],
  style: ItemStyle,
): Splice[] {
  const items = list.items as Node[];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && sameValue(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && sameValue(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const [beforeEnd, afterEnd] = [before.length - tail, after.length - tail];
  const both = Math.min(beforeEnd, afterEnd);
  const print = (value: unknown) => printFlow(value, style, '');
  const splices = items
    .slice(head, both)
    .map((item, i) => ({ ...placeOf(item), text: print(after[head + i]) }));
  const added = after.slice(both, afterEnd).map(print);
  if (added.length > 0)
    splices.push(
      both > 0
        ? insertion(endOf(items[both - 1]), `, ${added.join(', ')}`)
        : insertion(startOf(items[0]), `${added.join(', ')}, `),
    );
  if (beforeEnd > both)
    splices.push(
      both > 0
        ? { start: endOf(items[both - 1]), end: endOf(items[beforeEnd - 1]), text: '' }
        : { start: startOf(items[0]), end: startOf(items[beforeEnd]), text: '' },
    );
  return splices;
}

/**
 * The first thing that must change in a mapping in braces, so that it says `after`.
 *
 * @returns undefined where there is nothing, or it can't be done so
 */
export function flowMapStep(
  map: YAMLMap<Node, Node | null>,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  style: ItemStyle,
  field?: string,
): readonly Splice[] | undefined {
  const order = style.keys.get(field) ?? [];
  const nameOf = (pair: Pair<Node, Node | null>) => keyName(pair.key) ?? '';
  const own = (of: Readonly<Record<string, unknown>>, key: string) =>
    Object.hasOwn(of, key) ? of[key] : undefined;
  for (const [i, pair] of map.items.entries()) {
    const [was, is] = [own(before, nameOf(pair)), own(after, nameOf(pair))];
    // A key without a value says nothing, and stays.
    if (sameValue(was, is)) continue;
    if (is === undefined) return [withoutPair(map, i)];
    return valueSplices(pair, was, is, style, nameOf(pair));
  }
  const present = new Set(map.items.map(nameOf));
  const key = orderedKeys(after, order).find((name) => !present.has(name));
  if (key === undefined) return undefined;
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : Infinity);
  const previous = map.items.findLast((pair) => rank(nameOf(pair)) <= rank(key)) ?? map.items[0];
  if (previous === undefined) return undefined;
  const printed = `${printScalar(key, 'flow')}: ${printFlow(after[key], style, key)}`;
  return [insertion(endOfPair(previous), `, ${printed}`)];
}

function valueSplices(
  { key, value }: Pair<Node, Node | null>,
  was: unknown,
  is: unknown,
  style: ItemStyle,
  name: string,
): readonly Splice[] {
  if (
    isSeq(value) &&
    value.flow === true &&
    Array.isArray(was) &&
    Array.isArray(is) &&
    was.length > 0 &&
    is.length > 0
  )
    return flowListSplices(value, was, is, style);
  if (isMap<Node, Node | null>(value) && value.flow === true && isMapping(was) && isMapping(is)) {
    const step = flowMapStep(value, was, is, style, name);
    if (step !== undefined) return step;
  }
  const text = printFlow(is, style, name);
  const { start, end } = placeOf(value ?? key);
  return [start === end || value === null ? insertion(end, `: ${text}`) : { start, end, text }];
}

function withoutPair({ items }: YAMLMap<Node, Node | null>, i: number): Splice {
  const [previous, pair, next] = [items[i - 1], items[i], items[i + 1]];
  if (previous !== undefined && pair !== undefined)
    return { start: endOfPair(previous), end: endOfPair(pair), text: '' };
  const start = startOf(pair?.key);
  const end = next === undefined ? pair && endOfPair(pair) : startOf(next.key);
  return { start, end: end ?? start, text: '' };
}

function endOfPair({ key, value }: Pair<Node, Node | null>): number {
  return endOf(value ?? key);
}

function insertion(at: number, text: string): Splice {
  return { start: at, end: at, text };
}

function placeOf(node: Node): { readonly start: number; readonly end: number } {
  return { start: startOf(node), end: endOf(node) };
}

function startOf(node: Node | undefined): number {
  return node?.range?.[0] ?? 0;
}

function endOf(node: Node | undefined): number {
  return node?.range?.[1] ?? 0;
}
