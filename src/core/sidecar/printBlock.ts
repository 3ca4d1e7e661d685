import { ANNOTATION_KEYS, LINK_KEYS, orderedKeys, PASSAGE_KEYS } from '../model/fields';
import { isMapping } from '../model/sameValue';
import type { Annotation } from '../model/types';
import { printLiteralBlock, printScalar } from '../yaml/printScalar';

/**
 * How deep a list's items are indented under their key, in spaces, where nothing in the file says
 * otherwise.
 */
export const INDENT = '  ';

/**
 * Order of the keys in the mappings that an annotation's fields hold. A Map: an unknown field may
 * be called `constructor`.
 */
const KEYS_BY_FIELD: ReadonlyMap<string | undefined, readonly string[]> = new Map([
  ['passages', PASSAGE_KEYS],
  ['links', LINK_KEYS],
  ['conflicts', ['field', 'theirs']],
  ['adjudicated', ['by', 'at', 'over']],
]);

/** An annotation as an item of a block list: its lines, each ended, the dash behind `indent`. */
export function printBlock(annotation: Annotation, indent: string, eol: string): string {
  return printListItem(undefined, annotation, indent, eol);
}

/** One item of the block list under `field` (undefined: of the list of annotations itself). */
export function printListItem(
  field: string | undefined,
  item: unknown,
  indent: string,
  eol: string,
): string {
  if (!isMapping(item) || isOneLine(field))
    return `${indent}- ${printFlow(item, KEYS_BY_FIELD.get(field))}${eol}`;
  const inner = `${indent}  `;
  const lines = orderedKeys(
    item,
    field === undefined ? ANNOTATION_KEYS : (KEYS_BY_FIELD.get(field) ?? []),
  )
    .map((key) => printPair(key, item[key], inner, eol))
    .join('');
  return `${indent}- ${lines.slice(inner.length)}`;
}

/** A key with its value, as the lines of a block mapping. */
export function printPair(key: string, value: unknown, indent: string, eol: string): string {
  return `${indent}${printScalar(key, 'flow')}:${printValue(key, value, indent, eol)}${eol}`;
}

/**
 * What follows a key's colon: a space and a value on the same line, or the lines of a list; without
 * the last line end.
 */
export function printValue(key: string, value: unknown, indent: string, eol: string): string {
  if (Array.isArray(value) && value.some(isMapping)) {
    return (
      eol +
      value
        .map((item) => printListItem(key, item, indent + INDENT, eol))
        .join('')
        .slice(0, -eol.length)
    );
  }
  if (key === 'note' && typeof value === 'string') {
    const block = printLiteralBlock(value, indent + INDENT, eol);
    if (block !== undefined) return ` ${block}`;
  }
  return ` ${typeof value === 'string' ? printScalar(value) : printFlow(value, KEYS_BY_FIELD.get(key))}`;
}

/**
 * A value on one line: what every short list and mapping is written as, and all that the format
 * doesn't know.
 */
export function printFlow(value: unknown, order: readonly string[] = []): string {
  if (typeof value === 'string') return printScalar(value, 'flow');
  if (Array.isArray(value)) return `[${value.map((item) => printFlow(item)).join(', ')}]`;
  if (isMapping(value)) {
    const pairs = orderedKeys(value, order).map(
      (key) => `${printScalar(key, 'flow')}: ${printFlow(value[key], KEYS_BY_FIELD.get(key))}`,
    );
    return `{${pairs.join(', ')}}`;
  }
  if (Number.isNaN(value)) return '.nan';
  if (value === Infinity) return '.inf';
  if (value === -Infinity) return '-.inf';
  // YAML 1.1 takes `1e+21` for text: its numbers with an exponent have a point.
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

/** Lists whose items are short enough for a line each. */
function isOneLine(field: string | undefined): boolean {
  return field !== undefined && field !== 'passages';
}
