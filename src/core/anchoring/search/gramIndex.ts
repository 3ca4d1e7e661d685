import { Pace, runAtOnce, UNITS_A_STEP, type Steps } from '../../text/steps';

/** Text as UTF-16 units, folded or not; only the first `length` count. */
export interface TextUnits {
  readonly units: Uint16Array;
  readonly length: number;
}

/** A gram spans units until this width is reached; CJK characters are two wide, all others one. */
const GRAM_WIDTH = 6;
const CJK_START = 0x2e80;

/** How many beginnings of grams are told apart. */
const BEGINNINGS = 1 << 15;

/**
 * Hash of the gram that starts at a unit: three CJK characters, six Latin letters, or a mixture,
 * which tell about equally much. -1 where the text ends before the gram does.
 */
export function gramHashAt(units: Uint16Array, at: number, end: number): number {
  let width = 0;
  let hash = 0x811c9dc5;
  for (let index = at; index < end; index += 1) {
    const unit = units[index] as number;
    hash = Math.imul(hash ^ unit, 0x01000193);
    width += unit >= CJK_START ? 2 : 1;
    if (width >= GRAM_WIDTH) {
      hash ^= hash >>> 15;
      hash = Math.imul(hash, 0x2c1b3c6d);
      return (hash ^ (hash >>> 13)) >>> 0;
    }
  }
  return -1;
}

/** All positions in a text by gram: an inverted index laid out by counting sort. */
export interface GramIndex {
  /** Positions grouped by bucket, ascending within each. */
  readonly positions: Uint32Array;
  /** Where each bucket's group starts in `positions`; one more entry than there are buckets. */
  readonly starts: Uint32Array;
  readonly mask: number;
}

/**
 * Indexes a text by its grams, or rather by those that may occur in what will be searched for: a
 * text is long and one passage short, so most positions are passed over at a glance.
 *
 * O(n) time; memory for the grams that both have, and two tables.
 */
export function indexGrams(text: TextUnits, wanted: readonly TextUnits[]): GramIndex {
  return runAtOnce(indexGramsInSteps(text, wanted));
}

/** The same in steps, for long texts. */
export function* indexGramsInSteps(
  text: TextUnits,
  wanted: readonly TextUnits[],
): Steps<GramIndex> {
  const filters = yield* filtersOf(wanted);
  const scratch = new Occurrences(Math.min(text.length, UNITS_A_STEP));
  const found: Occurrences[] = [];
  let count = 0;
  for (let from = 0; from < text.length; from += UNITS_A_STEP) {
    const hits = collect(text, from, Math.min(text.length, from + UNITS_A_STEP), filters, scratch);
    if (hits > 0) found.push(scratch.first(hits));
    count += hits;
    yield;
  }
  const buckets = 1 << Math.min(22, Math.max(12, Math.ceil(Math.log2(count + 1))));
  const mask = buckets - 1;
  const starts = new Uint32Array(buckets + 1);
  const pace = new Pace();
  for (const { hashes } of found) {
    for (const hash of hashes) (starts[hash & mask] as number)++;
    if (pace.isDue(hashes.length)) yield;
  }
  let total = 0;
  for (let from = 0; from <= buckets; from += UNITS_A_STEP) {
    total = sumUp(starts, from, Math.min(buckets + 1, from + UNITS_A_STEP), total);
    yield;
  }
  const positions = new Uint32Array(count);
  for (const { places, hashes } of found.reverse()) {
    lay(places, hashes, mask, starts, positions);
    if (pace.isDue(hashes.length)) yield;
  }
  return { positions, starts, mask };
}

/** Where grams begin, and their hashes. */
class Occurrences {
  constructor(
    length: number,
    readonly places = new Uint32Array(length),
    readonly hashes = new Uint32Array(length),
  ) {}

  first(count: number): Occurrences {
    return new Occurrences(count, this.places.slice(0, count), this.hashes.slice(0, count));
  }
}

/** Notes the grams whose third unit is in a part of the text. @returns how many there are */
function collect(
  { units, length }: TextUnits,
  from: number,
  to: number,
  { beginnings, grams }: Filters,
  { places, hashes }: Occurrences,
): number {
  const last = grams.length - 1;
  let count = 0;
  let beginning = 0;
  for (let end = Math.max(0, from - 2); end < to; end += 1) {
    beginning = roll(beginning, units[end] as number);
    if (beginnings[beginning] === 0 || end < from || end < 2) continue;
    const hash = gramHashAt(units, end - 2, length);
    if (hash < 0 || grams[hash & last] === 0) continue;
    places[count] = end - 2;
    hashes[count] = hash;
    count += 1;
  }
  return count;
}

/** Turns counts into their sums, from one entry on; `total` is the sum before it. */
function sumUp(counts: Uint32Array, from: number, to: number, total: number): number {
  let sum = total;
  for (let index = from; index < to; index += 1) {
    sum += counts[index] as number;
    counts[index] = sum;
  }
  return sum;
}

/**
 * Puts positions into their buckets: from the back, so that each bucket's end moves down to its
 * start and its positions ascend.
 */
function lay(
  places: Uint32Array,
  hashes: Uint32Array,
  mask: number,
  starts: Uint32Array,
  positions: Uint32Array,
): void {
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const bucket = (hashes[index] as number) & mask;
    const slot = (starts[bucket] as number) - 1;
    starts[bucket] = slot;
    positions[slot] = places[index] as number;
  }
}

/**
 * What the grams of some texts look like: 1 where there is one, by {@link roll} of its first three
 * units and by its hash.
 */
interface Filters {
  readonly beginnings: Uint8Array;
  readonly grams: Uint8Array;
}

function* filtersOf(texts: readonly TextUnits[]): Steps<Filters> {
  const total = texts.reduce((sum, { length }) => sum + length, 0);
  const filters = {
    beginnings: new Uint8Array(BEGINNINGS),
    grams: new Uint8Array(1 << Math.min(22, Math.max(12, Math.ceil(Math.log2(8 * total + 1))))),
  };
  const pace = new Pace();
  for (const text of texts) {
    for (let from = 0; from < text.length; from += UNITS_A_STEP) {
      const to = Math.min(text.length, from + UNITS_A_STEP);
      markGrams(text, from, to, filters);
      if (pace.isDue(to - from)) yield;
    }
  }
  return filters;
}

/** Marks the grams whose third unit is in a part of a text. */
function markGrams(
  { units, length }: TextUnits,
  from: number,
  to: number,
  { beginnings, grams }: Filters,
): void {
  let beginning = 0;
  for (let end = Math.max(0, from - 2); end < to; end += 1) {
    beginning = roll(beginning, units[end] as number);
    const hash = end < from || end < 2 ? -1 : gramHashAt(units, end - 2, length);
    if (hash < 0) continue;
    beginnings[beginning] = 1;
    grams[hash & (grams.length - 1)] = 1;
  }
}

/** The last three units (no gram has fewer) in 15 bits: what came before is shifted out. */
function roll(beginning: number, unit: number): number {
  return ((beginning << 5) ^ unit) & (BEGINNINGS - 1);
}
