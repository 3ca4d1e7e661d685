import type { LanguagePath } from './languageText';
import type { LooseMap, LooseNode, LooseScalar } from './looseTree';

/** Stands for what comes next at the cursor: a private sign, which files don't have. */
export const CURSOR = '\uE0C5';

/** A key's colon, or an item's dash, with no blank behind it yet. */
export const MISSING_BLANK = /(?:^ *(?:- +)*|[{,] *)["']?[\p{L}\p{N}_]+["']?:$|^ *(?:- +)*-$/u;

/** Where the cursor is in what was read. */
export interface CursorSpot {
  readonly scalar: LooseScalar;
  readonly path: LanguagePath;
  readonly isKey: boolean;
  /** In brackets or braces. */
  readonly isFlow: boolean;
  /** The mapping whose key or value it is in. */
  readonly map: LooseMap | undefined;
}

/** @param path of the node */
export function findCursor(
  node: LooseNode | undefined,
  path: LanguagePath,
  isFlow = false,
  map?: LooseMap,
): CursorSpot | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar')
    return node.text.includes(CURSOR)
      ? { scalar: node, path, isKey: false, isFlow, map }
      : undefined;
  const isInside = isFlow || node.isFlow;
  // The cursor is at the end of what was read, or nearly so.
  if (node.kind === 'list')
    return firstOf(node.items.toReversed(), (item) =>
      findCursor(item, [...path, '*'], isInside, undefined),
    );
  return firstOf(node.pairs.toReversed(), ({ key, value }) =>
    key.text.includes(CURSOR)
      ? { scalar: key, path: [...path, key.text], isKey: true, isFlow: isInside, map: node }
      : findCursor(value, [...path, key.text], isInside, node),
  );
}

/** What was typed before the cursor. */
export function withoutCursor(text: string): string {
  return text.replaceAll(CURSOR, '');
}

/** How much of what stands behind the cursor on its line belongs to the key or text there. */
export function lengthOfRest(
  { scalar, isFlow }: Pick<CursorSpot, 'scalar' | 'isFlow'>,
  isKey: boolean,
  after: string,
): number {
  const pattern = isKey && scalar.style === 'plain' ? KEY_REST : REST[scalar.style];
  const plain = isFlow && !isKey && scalar.style === 'plain' ? FLOW_REST : pattern;
  return plain.exec(after)?.[0].length ?? 0;
}

const KEY_REST = /^[^\s:,{}[\]#"']*/;
const FLOW_REST = /^[^,\]}\r\n]*?(?=\s*(?:[,\]}]|$)|\s+#)/;
const REST: Readonly<Record<LooseScalar['style'], RegExp>> = {
  plain: /^.*?(?=\s*$|\s+#)/,
  double: /^(?:[^"\\]|\\.)*"/,
  single: /^(?:[^']|'')*'/,
  block: /^/,
};

function firstOf<In, Out>(all: readonly In[], ask: (one: In) => Out | undefined): Out | undefined {
  for (const one of all) {
    const answer = ask(one);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
