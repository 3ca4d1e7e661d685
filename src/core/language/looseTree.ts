import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { readYaml } from '../yaml/readYaml';

/** How a text is written. */
export type ScalarStyle = 'plain' | 'double' | 'single' | 'block';

/** A text with its place, quotation marks included. UTF-16 offsets in the text that was read. */
export interface LooseScalar {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
  /** As it is shown: `007` and `No` are texts. */
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface LoosePair {
  readonly key: LooseScalar;
  readonly value: LooseNode | undefined;
}

export interface LooseMap {
  readonly kind: 'map';
  readonly start: number;
  readonly end: number;
  /** In braces. */
  readonly isFlow: boolean;
  readonly pairs: readonly LoosePair[];
}

export interface LooseList {
  readonly kind: 'list';
  readonly start: number;
  readonly end: number;
  /** In brackets. */
  readonly isFlow: boolean;
  readonly items: readonly (LooseNode | undefined)[];
}

export type LooseNode = LooseScalar | LooseMap | LooseList;

/** Deeper nesting is no sidecar's and no codebook's. */
const MAX_DEPTH = 40;
/** A longer text would take too long while somebody types. */
export const MAX_LOOSE_LENGTH = 200_000;

/**
 * What can be made out of a piece of YAML, also where it is half typed: values with their places.
 *
 * @returns undefined where there is nothing, or too much
 */
export function readLoosely(text: string): LooseNode | undefined {
  if (text.length > MAX_LOOSE_LENGTH) return undefined;
  return loose(readYaml(text).document.contents, text.length, 0);
}

function loose(node: Node | null | undefined, length: number, depth: number) {
  if (node === null || node === undefined || depth > MAX_DEPTH) return undefined;
  return isScalar(node) ? looseScalar(node, length) : looseCollection(node, length, depth);
}

function looseCollection(node: Node, length: number, depth: number): LooseNode | undefined {
  const place = placeOf(node, length);
  if (isSeq(node)) {
    const items = node.items.map((item) => loose(item as Node, length, depth + 1));
    return { kind: 'list', ...place, isFlow: node.flow === true, items };
  }
  if (!isMap(node)) return undefined;
  const pairs = (node.items as Pair<Node, Node | null>[]).flatMap(({ key, value }) => {
    const name = isScalar(key) ? looseScalar(key, length) : undefined;
    return name === undefined ? [] : [{ key: name, value: loose(value, length, depth + 1) }];
  });
  return { kind: 'map', ...place, isFlow: node.flow === true, pairs };
}

function looseScalar(node: Node, length: number): LooseScalar | undefined {
  if (!isScalar(node)) return undefined;
  const style = STYLES[node.type ?? 'PLAIN'] ?? 'block';
  // An empty value says nothing, and has no place.
  if (style === 'plain' && (node.source ?? '') === '') return undefined;
  const text = style === 'plain' ? (node.source ?? '') : String(node.value);
  return { kind: 'scalar', ...placeOf(node, length), text, style };
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
};

function placeOf({ range }: Node, length: number): { start: number; end: number } {
  const start = Math.min(range?.[0] ?? 0, length);
  return { start, end: Math.max(start, Math.min(range?.[1] ?? 0, length)) };
}

/** The pair with that key, the first one. */
export function pairNamed(node: LooseNode | undefined, name: string): LoosePair | undefined {
  return node?.kind === 'map' ? node.pairs.find(({ key }) => key.text === name) : undefined;
}

/** The text under a key; undefined where there is none. */
export function textUnder(node: LooseNode | undefined, name: string): string | undefined {
  const value = pairNamed(node, name)?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
}

/** The items of the list under a key. */
export function itemsUnder(
  node: LooseNode | undefined,
  name: string,
): readonly (LooseNode | undefined)[] {
  const value = pairNamed(node, name)?.value;
  return value?.kind === 'list' ? value.items : [];
}
