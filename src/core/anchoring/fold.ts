/**
 * Text folded for comparison: what typesetting, reflowing and re-downloading change is taken away, so that
 * two versions of a passage differ only where their words do.
 */
export interface FoldedText {
  /** The text that was folded. */
  readonly text: string;
  /** Folded UTF-16 units; only the first `length` count. */
  readonly units: Uint16Array;
  /** For each folded unit, the offset in `text` it came from; ascending. */
  readonly offsets: Uint32Array;
  readonly length: number;
}

const DROPPED = 0;
const EXPANDS = 1;
const UNKNOWN = 0xffff;

/** One folded unit for each UTF-16 unit, filled in when first met; {@link EXPANDS} looks into `expansions`. */
const table = new Uint16Array(0x10000).fill(UNKNOWN);
const expansions = new Map<number, readonly number[]>();

/** White space, controls, invisible formatting, combining accents, and Markdown's emphasis and code marks. */
const IGNORED = /[\s\p{Cc}\p{Cf}\u0300-\u036f\u3099\u309a*_`]/u;
const EQUIVALENTS: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′]/u, "'"],
  [/[“”„‟«»″「」『』]/u, '"'],
  [/[‐‑‒–—―−]/u, '-'],
  [/[。｡]/u, '.'],
];

/**
 * Folds a text: compatibility decomposition (Unicode NFKD, so full width equals half width and composed
 * letters their base letter), lower case, one kind of quotation mark and dash, and without white space,
 * accents and Markdown emphasis. O(n).
 */
export function fold(text: string): FoldedText {
  let capacity = text.length + 64;
  for (;;) {
    const folded = foldWithin(text, capacity);
    if (folded !== undefined) return folded;
    capacity *= 2;
  }
}

/** Folds a text into buffers of a given size; undefined if they are too small. */
function foldWithin(text: string, capacity: number): FoldedText | undefined {
  const units = new Uint16Array(capacity);
  const offsets = new Uint32Array(capacity);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let folded = table[unit] as number;
    if (folded === UNKNOWN) folded = learn(unit);
    if (folded === DROPPED) continue;
    if (folded !== EXPANDS) {
      if (length === capacity) return undefined;
      units[length] = folded;
      offsets[length] = at;
      length += 1;
      continue;
    }
    for (const part of expansions.get(unit) ?? []) {
      if (length === capacity) return undefined;
      units[length] = part;
      offsets[length] = at;
      length += 1;
    }
  }
  return { text, units, offsets, length };
}

/** Works out how a unit folds and remembers it. */
function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  let result = '';
  for (const part of character.normalize('NFKD').toLowerCase()) {
    if (IGNORED.test(part)) continue;
    result += EQUIVALENTS.find(([pattern]) => pattern.test(part))?.[1] ?? part;
  }
  const parts = Array.from({ length: result.length }, (_, index) => result.charCodeAt(index));
  const [first] = parts;
  const folded = first === undefined ? DROPPED : parts.length === 1 && first > EXPANDS && first < UNKNOWN ? first : EXPANDS;
  if (folded === EXPANDS) expansions.set(unit, parts);
  table[unit] = folded;
  return folded;
}

/** Whether a UTF-16 unit leaves nothing behind when folded. */
export function isIgnored(unit: number): boolean {
  const folded = table[unit] ?? UNKNOWN;
  return (folded === UNKNOWN ? learn(unit) : folded) === DROPPED;
}

/** The index of the first folded unit at or after an offset of the text. O(log n). */
export function foldedIndex(folded: FoldedText, offset: number): number {
  let low = 0;
  let high = folded.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((folded.offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How much a folded unit tells, in units of one Latin letter: a CJK character about two, punctuation half.
 * Any script outside the ASCII range but below CJK counts as letters.
 */
export function weightOf(unit: number): number {
  if (unit >= 0x3400) return 2;
  if (unit >= 0x3000 && unit < 0x3040) return 0.5;
  if (unit >= 0x80) return unit >= 0x2e80 ? 2 : 1;
  const isWordLike = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return isWordLike ? 1 : 0.5;
}
