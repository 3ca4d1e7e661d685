import { Pace, runAtOnce, UNITS_A_STEP, type Steps } from '../../text/steps';
import { foldHanVariant } from './hanVariants';

/**
 * Text folded for comparison: what typesetting, reflowing and re-downloading change is taken away,
 * so that two versions of a passage differ only where their words do.
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

/** Room for units that fold to several. */
const ROOM = 64;
/** So many characters that were never met before are looked at in one step. */
const LEARNT = 1 << 12;

class Buffers {
  readonly units: Uint16Array;
  readonly offsets: Uint32Array;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.offsets = new Uint32Array(capacity);
  }
}

/** Buffers of so many units at most are kept (six bytes each). */
const MAX_KEPT = 1 << 18;
let kept = new Buffers(0);

/**
 * In place of a folded unit; a character that does fold to one of these goes through `expansions`.
 */
const DROPPED = 0xfffd;
const EXPANDS = 0xfffe;
const UNKNOWN = 0xffff;

/**
 * One folded unit for each UTF-16 unit, filled in when first met; {@link EXPANDS} looks into
 * `expansions`.
 */
const table = new Uint16Array(0x10000).fill(UNKNOWN);
const expansions = new Map<number, Uint16Array>();

/**
 * White space, controls, invisible formatting, combining accents, and Markdown's emphasis and code
 * marks.
 */
const IGNORED = /[\s\p{Cc}\p{Cf}\u0300-\u036f\u3099\u309a*_`]/u;
const EQUIVALENTS: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′]/u, "'"],
  [/[“”„‟«»″「」『』]/u, '"'],
  [/[‐‑‒–—―−]/u, '-'],
  [/[。｡]/u, '.'],
];

/**
 * Folds a text: compatibility decomposition (Unicode NFKD, so full width equals half width and
 * composed letters their base letter), lower case, one kind of quotation mark and dash, one form of
 * each Chinese character, and without white space, accents and Markdown emphasis. O(n).
 */
export function foldText(text: string): FoldedText {
  return runAtOnce(foldInSteps(text));
}

/** The same in steps, for long texts. */
export function foldInSteps(text: string): Steps<FoldedText> {
  return foldInto(text, new Buffers(text.length + ROOM));
}

/**
 * The same in buffers that are kept between calls, to spare their allocation: good until the next
 * call.
 */
export function foldForNow(text: string): Steps<FoldedText> {
  const capacity = text.length + ROOM;
  if (capacity > MAX_KEPT) return foldInSteps(text);
  if (kept.units.length < capacity) kept = new Buffers(Math.min(MAX_KEPT, 2 * capacity));
  return foldInto(text, kept);
}

/** Folds a text into buffers, or anew into larger ones if they turn out too small. */
function* foldInto(text: string, buffers: Buffers): Steps<FoldedText> {
  const cursor = { at: 0, length: 0 };
  for (;;) {
    const isEnough = foldPart(
      text,
      buffers,
      cursor,
      Math.min(text.length, cursor.at + UNITS_A_STEP),
    );
    if (!isEnough) return yield* foldInto(text, new Buffers(yield* roomFor(text)));
    const { at, length } = cursor;
    if (at === text.length) return { text, units: buffers.units, offsets: buffers.offsets, length };
    yield;
  }
}

/** How many units a text folds to, if each character left something behind. */
function* roomFor(text: string): Steps<number> {
  const pace = new Pace();
  let room = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isNew = table[unit] === UNKNOWN;
    if (isNew) learn(unit);
    if (table[unit] === EXPANDS) room += (expansions.get(unit) as Uint16Array).length - 1;
    if (pace.isDue(isNew ? UNITS_A_STEP / LEARNT : 1)) yield;
  }
  return room;
}

interface Cursor {
  /** How much of the text was folded, in UTF-16 units. */
  at: number;
  /** … and into how many units. */
  length: number;
}

/**
 * Folds up to an offset, less if that makes more units than one step may, or meets too many new
 * characters; false if it stops at a character that there is no room for.
 */
function foldPart(text: string, buffers: Buffers, cursor: Cursor, end: number): boolean {
  const { units, offsets } = buffers;
  const enough = cursor.length + UNITS_A_STEP;
  let learnt = 0;
  for (;;) {
    foldPlain(text, buffers, cursor, end);
    const { at, length } = cursor;
    if (at === end || length >= enough) return true;
    const unit = text.charCodeAt(at);
    if (table[unit] === UNKNOWN) {
      learn(unit);
      learnt += 1;
      if (learnt === LEARNT) return true;
      continue;
    }
    const parts = expansions.get(unit) as Uint16Array;
    // All that follows needs room as well: plain characters are folded without looking.
    if (length + parts.length + text.length - at - 1 > units.length) return false;
    units.set(parts, length);
    offsets.fill(at, length, length + parts.length);
    cursor.length += parts.length;
    cursor.at += 1;
  }
}

/**
 * Folds up to an offset, or to the next character before it that is unknown or folds to several
 * units: a small loop without calls, for speed.
 */
function foldPlain(text: string, { units, offsets }: Buffers, cursor: Cursor, end: number): void {
  let { at, length } = cursor;
  for (; at < end; at += 1) {
    const folded = table[text.charCodeAt(at)] as number;
    if (folded >= DROPPED) {
      if (folded === DROPPED) continue;
      break;
    }
    units[length] = folded;
    offsets[length] = at;
    length += 1;
  }
  cursor.at = at;
  cursor.length = length;
}

/** Works out how a unit folds and remembers it. */
function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  let result = '';
  for (const part of character.normalize('NFKD').toLowerCase()) {
    if (IGNORED.test(part)) continue;
    result += EQUIVALENTS.find(([pattern]) => pattern.test(part))?.[1] ?? part;
  }
  const parts = Uint16Array.from({ length: result.length }, (_, index) =>
    foldHanVariant(result.charCodeAt(index)),
  );
  const [first] = parts;
  const folded =
    first === undefined ? DROPPED : parts.length === 1 && first < DROPPED ? first : EXPANDS;
  if (folded === EXPANDS) expansions.set(unit, parts);
  table[unit] = folded;
  return folded;
}

/** Whether a UTF-16 unit leaves nothing behind when folded. */
export function isIgnoredByFolding(unit: number): boolean {
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
 * How much a folded unit tells, in units of one Latin letter: a CJK character about two,
 * punctuation half. Any script outside the ASCII range but below CJK counts as letters.
 */
export function weightOf(unit: number): number {
  if (unit >= 0x3400) return 2;
  if (unit >= 0x3000 && unit < 0x3040) return 0.5;
  if (unit >= 0x80) return unit >= 0x2e80 ? 2 : 1;
  const isWordLike = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return isWordLike ? 1 : 0.5;
}
