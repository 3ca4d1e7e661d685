import { orderedKeys } from '../model/fields';
import { isMapping } from '../model/sameValue';
import { printLiteralBlock, printScalar } from './printScalar';
import type { AnySchema } from './readYaml';

/**
 * How deep a list's items are indented under their key, in spaces, where nothing in the file says
 * otherwise.
 */
export const INDENT = '  ';

/** How a file writes the items of a list of its own: annotations, or entries of a codebook. */
export interface ItemStyle {
  /** What an item is read by. */
  readonly schema: AnySchema;
  /**
   * The order of the keys of an item (under undefined), and of the mappings that its fields hold. A
   * Map: an unknown field may be called `constructor`.
   */
  readonly keys: ReadonlyMap<string | undefined, readonly string[]>;
  /** Fields with lists whose items are too long for a line each. */
  readonly longLists: ReadonlySet<string>;
  /** Fields whose text may be a block of several lines. */
  readonly longTexts: ReadonlySet<string>;
}

/** An item of the block list under `field` (undefined: of the file's own list), each line ended. */
export function printListItem(
  field: string | undefined,
  item: unknown,
  indent: string,
  eol: string,
  style: ItemStyle,
): string {
  const isOneLine = field !== undefined && !style.longLists.has(field);
  if (!isMapping(item) || isOneLine) return `${indent}- ${printFlow(item, style, field)}${eol}`;
  const inner = `${indent}  `;
  const lines = orderedKeys(item, style.keys.get(field) ?? [])
    .map((key) => printPair(key, item[key], inner, eol, style))
    .join('');
  return `${indent}- ${lines.slice(inner.length)}`;
}

/** A key with its value, as the lines of a block mapping. */
export function printPair(
  key: string,
  value: unknown,
  indent: string,
  eol: string,
  style: ItemStyle,
): string {
  return `${indent}${printScalar(key, 'flow')}:${printValue(key, value, indent, eol, style)}${eol}`;
}

/**
 * What follows a key's colon: a space and a value on the same line, or the lines of a list; without
 * the last line end.
 */
export function printValue(
  key: string,
  value: unknown,
  indent: string,
  eol: string,
  style: ItemStyle,
): string {
  if (Array.isArray(value) && value.some(isMapping)) {
    return (
      eol +
      value
        .map((item) => printListItem(key, item, indent + INDENT, eol, style))
        .join('')
        .slice(0, -eol.length)
    );
  }
  if (style.longTexts.has(key) && typeof value === 'string') {
    const block = printLiteralBlock(value, indent + INDENT, eol);
    if (block !== undefined) return ` ${block}`;
  }
  return ` ${typeof value === 'string' ? printScalar(value) : printFlow(value, style, key)}`;
}

/**
 * A value on one line: what every short list and mapping is written as, and all that the format
 * doesn't know.
 */
export function printFlow(value: unknown, style: ItemStyle, field: string | undefined): string {
  if (typeof value === 'string') return printScalar(value, 'flow');
  if (Array.isArray(value))
    return `[${value.map((item) => printFlow(item, style, '')).join(', ')}]`;
  if (isMapping(value)) {
    const pairs = orderedKeys(value, style.keys.get(field) ?? []).map(
      (key) => `${printScalar(key, 'flow')}: ${printFlow(value[key], style, key)}`,
    );
    return `{${pairs.join(', ')}}`;
  }
  if (Number.isNaN(value)) return '.nan';
  if (value === Infinity) return '.inf';
  if (value === -Infinity) return '-.inf';
  // YAML 1.1 takes `1e+21` for text: its numbers with an exponent have a point.
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}
