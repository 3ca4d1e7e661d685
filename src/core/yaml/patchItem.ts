import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { orderedKeys } from '../model/fields';
import { isMapping, sameValue } from '../model/sameValue';
import { contentEnd, dashOffsets, lineStart, trimmedEnd } from './blocks';
import { flowListSplices, flowMapStep, type Splice } from './patchFlow';
import { printFlow, printListItem, printPair, printValue, type ItemStyle } from './printItem';
import { keyName, readYaml, YamlReader, type AnySchema } from './readYaml';

/** What all steps of one patch share. */
interface Patch {
  readonly block: string;
  readonly eol: string;
  readonly style: ItemStyle;
  readonly splices: Splice[];
}

/**
 * Each round takes away one key at the head of each mapping; nobody writes more of them before
 * those that stay.
 */
const MAX_ROUNDS = 20;

/**
 * The lines of one item, changed to say `after`: only what differs is rewritten; comments, unknown
 * keys, quoting and the order of what stays are left as they are. The result is read back.
 *
 * @param block the item's lines in a block list, dash and line end included
 * @returns undefined where the careful way doesn't give `after`: an exotic layout
 */
export function patchItem(
  block: string,
  after: Readonly<Record<string, unknown>>,
  eol: string,
  style: ItemStyle,
): string | undefined {
  let patched: string | undefined = block;
  // A second round where the first key of a mapping goes: others must have been dealt with before
  // the next moves up.
  for (let round = 0; patched !== undefined && round < MAX_ROUNDS; round++) {
    if (sameValue(readItem(patched, style.schema), after)) return patched;
    patched = patchCarefully(patched, after, eol, style);
  }
  return undefined;
}

/** What an item's lines say; undefined where they are no list of one readable item. */
export function readItem(block: string, schema: AnySchema): unknown {
  return parseItem(block, schema)?.value;
}

function parseItem(
  block: string,
  schema: AnySchema,
): { readonly node: Node; readonly value: unknown } | undefined {
  const { document, fatal, local } = readYaml(block);
  const list = document.contents as Node | null;
  if (fatal.length > 0 || local.length > 0 || !isSeq(list) || list.items.length !== 1)
    return undefined;
  const node = list.items[0] as Node;
  try {
    return { node, value: new YamlReader(document).read(node, schema) };
  } catch {
    return undefined;
  }
}

function patchCarefully(
  block: string,
  after: Readonly<Record<string, unknown>>,
  eol: string,
  style: ItemStyle,
): string | undefined {
  // An alias in the block has its anchor elsewhere: it can't be read alone.
  const parsed = parseItem(block, style.schema);
  if (parsed === undefined || !isMap(parsed.node) || !isMapping(parsed.value)) return undefined;
  const whole = block.endsWith('\n') ? block : block + eol;
  const patch: Patch = { block: whole, eol, style, splices: [] };
  patchMap(patch, undefined, parsed.node as YAMLMap<Node, Node | null>, parsed.value, after);
  return applySplices(patch.block, patch.splices);
}

function patchMap(
  patch: Patch,
  field: string | undefined,
  map: YAMLMap<Node, Node | null>,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): void {
  const order = patch.style.keys.get(field) ?? [];
  if (map.flow === true) {
    if (sameValue(before, after)) return;
    const step = flowMapStep(map, before, after, patch.style, field);
    if (step === undefined) replaceNode(patch, map, printFlow(after, patch.style, field));
    else patch.splices.push(...step);
    return;
  }
  const indent = ' '.repeat(columnOf(patch.block, map.items[0]?.key.range?.[0] ?? 0));
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const untouched = patch.splices.length;
  const [first, ...others] = map.items;
  // A key without a value, as one types it for later, says nothing and stays.
  const goes = (pair: Pair<Node>) =>
    is.get(nameOf(pair)) === undefined && was.get(nameOf(pair)) !== undefined;
  for (const pair of map.items) {
    const key = nameOf(pair);
    if (is.get(key) !== undefined && !sameValue(was.get(key), is.get(key)))
      patchValue(patch, key, pair, was.get(key), is.get(key), indent);
  }
  for (const pair of others.filter(goes)) removePair(patch, pair);
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : Infinity);
  for (const key of orderedKeys(after, order).filter(
    (name) => !map.items.some((pair) => nameOf(pair) === name),
  )) {
    const previous = map.items.findLast((pair) => rank(nameOf(pair)) <= rank(key)) ?? first;
    const at = previous === undefined ? 0 : pairEnd(patch.block, previous);
    patch.splices.push({
      start: at,
      end: at,
      text: printPair(key, is.get(key), indent, patch.eol, patch.style),
    });
  }
  if (first !== undefined && goes(first) && patch.splices.length === untouched)
    removePair(patch, first);
}

function nameOf(pair: Pair<Node>): string {
  return keyName(pair.key) ?? '';
}

function patchValue(
  patch: Patch,
  key: string,
  pair: Pair<Node, Node | null>,
  before: unknown,
  after: unknown,
  indent: string,
): void {
  const node = pair.value;
  if (isMap<Node, Node | null>(node) && isMapping(before) && isMapping(after))
    return patchMap(patch, key, node, before, after);
  if (
    isSeq(node) &&
    node.flow !== true &&
    Array.isArray(before) &&
    Array.isArray(after) &&
    after.length > 0
  ) {
    return patchList(patch, key, node, before, after, indent);
  }
  if (
    isSeq(node) &&
    node.flow === true &&
    Array.isArray(before) &&
    Array.isArray(after) &&
    before.length > 0 &&
    after.length > 0
  ) {
    patch.splices.push(...flowListSplices(node, before, after, patch.style));
    return;
  }
  const printed = printValue(key, after, indent, patch.eol, patch.style);
  if (isScalar(node) && node.range && node.range[1] > node.range[0])
    return replaceNode(patch, node, printed.trimStart());
  const colon = patch.block.indexOf(':', pair.key.range?.[1] ?? 0);
  patch.splices.push({
    start: colon + 1,
    end: trimmedEnd(patch.block, colon + 1, node?.range?.[1] ?? colon + 1),
    text: printed,
  });
}

/**
 * Changes a block list's items in place, and adds or removes in the middle, where the two lists
 * differ.
 */
function patchList(
  patch: Patch,
  field: string,
  list: YAMLSeq,
  before: readonly unknown[],
  after: readonly unknown[],
  indent: string,
): void {
  const dashes = dashOffsets(list);
  const nodes = list.items as Node[];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && sameValue(before[head], after[head])) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    sameValue(before[before.length - 1 - tail], after[after.length - 1 - tail])
  )
    tail++;
  const [beforeEnd, afterEnd] = [before.length - tail, after.length - tail];
  const inner =
    dashes[0] === undefined ? `${indent}  ` : ' '.repeat(columnOf(patch.block, dashes[0]));
  const itemEnd = (i: number) => contentEnd(patch.block, (dashes[i] ?? 0) + 1, nodes[i] as Node);
  for (let i = head; i < Math.max(beforeEnd, afterEnd); i++) {
    const [node, was, is] = [nodes[i], before[i], after[i]];
    if (
      i < beforeEnd &&
      i < afterEnd &&
      isMap<Node, Node | null>(node) &&
      isMapping(was) &&
      isMapping(is)
    )
      patchMap(patch, field, node, was, is);
    else if (i < beforeEnd && i < afterEnd)
      replaceNode(patch, node, printFlow(is, patch.style, ''));
    else if (i < beforeEnd)
      patch.splices.push({
        start: lineStart(patch.block, dashes[i] ?? 0),
        end: itemEnd(i),
        text: '',
      });
    else {
      const at = beforeEnd === 0 ? lineStart(patch.block, dashes[0] ?? 0) : itemEnd(beforeEnd - 1);
      patch.splices.push({
        start: at,
        end: at,
        text: printListItem(field, is, inner, patch.eol, patch.style),
      });
    }
  }
}

function replaceNode(patch: Patch, node: Node | undefined, text: string): void {
  const [start, end] = node?.range ?? [0, 0];
  patch.splices.push({ start, end: trimmedEnd(patch.block, start, end), text });
}

/**
 * Removes a key with its value and their line end. The first key shares its line with the dash:
 * there the next key moves up.
 */
function removePair(patch: Patch, pair: Pair<Node, Node | null>): void {
  const key = pair.key.range?.[0] ?? 0;
  const start = lineStart(patch.block, key);
  const end = pairEnd(patch.block, pair);
  const first = patch.block.slice(start, key).trim() !== '';
  const next = end + (/^[ \t]*/.exec(patch.block.slice(end))?.[0].length ?? 0);
  patch.splices.push(first ? { start: key, end: next, text: '' } : { start, end, text: '' });
}

function pairEnd(block: string, pair: Pair<Node, Node | null>): number {
  const colon = (pair.key.range?.[1] ?? 0) + 1;
  return contentEnd(block, colon, pair.value ?? pair.key);
}

function columnOf(block: string, offset: number): number {
  return offset - lineStart(block, offset);
}

/**
 * Applies replacements that don't overlap; several insertions at one place keep their order, before
 * what is replaced there.
 */
function applySplices(text: string, splices: readonly Splice[]): string {
  return splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((a, b) => b.start - a.start || b.end - a.end || b.order - a.order)
    .reduce(
      (result, { start, end, text: inserted }) =>
        result.slice(0, start) + inserted + result.slice(end),
      text,
    );
}
