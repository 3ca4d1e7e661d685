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
  const { units, length } = text;
  const { beginnings, grams } = filtersOf(wanted);
  const last = grams.length - 1;
  const places: number[] = [];
  const hashes: number[] = [];
  let beginning = 0;
  for (let end = 0; end < length; end += 1) {
    beginning = roll(beginning, units[end] as number);
    if (beginnings[beginning] === 0 || end < 2) continue;
    const hash = gramHashAt(units, end - 2, length);
    if (hash < 0 || grams[hash & last] === 0) continue;
    places.push(end - 2);
    hashes.push(hash);
  }
  const count = places.length;
  const buckets = 1 << Math.min(22, Math.max(12, Math.ceil(Math.log2(count + 1))));
  const mask = buckets - 1;
  const starts = new Uint32Array(buckets + 1);
  for (let index = 0; index < count; index += 1)
    (starts[(hashes[index] as number) & mask] as number)++;
  let total = 0;
  for (let bucket = 0; bucket <= buckets; bucket += 1) {
    total += starts[bucket] as number;
    starts[bucket] = total;
  }
  const positions = new Uint32Array(count);
  // From the back, so that each bucket's end moves down to its start and its positions ascend.
  for (let index = count - 1; index >= 0; index -= 1) {
    const bucket = (hashes[index] as number) & mask;
    const slot = (starts[bucket] as number) - 1;
    starts[bucket] = slot;
    positions[slot] = places[index] as number;
  }
  return { positions, starts, mask };
}

/**
 * What the grams of some texts look like: 1 where there is one, by {@link roll} of its first three
 * units and by its hash.
 */
interface Filters {
  readonly beginnings: Uint8Array;
  readonly grams: Uint8Array;
}

function filtersOf(texts: readonly TextUnits[]): Filters {
  const total = texts.reduce((sum, { length }) => sum + length, 0);
  const beginnings = new Uint8Array(BEGINNINGS);
  const grams = new Uint8Array(
    1 << Math.min(22, Math.max(12, Math.ceil(Math.log2(8 * total + 1)))),
  );
  for (const { units, length } of texts) {
    let beginning = 0;
    for (let end = 0; end < length; end += 1) {
      beginning = roll(beginning, units[end] as number);
      const hash = end < 2 ? -1 : gramHashAt(units, end - 2, length);
      if (hash < 0) continue;
      beginnings[beginning] = 1;
      grams[hash & (grams.length - 1)] = 1;
    }
  }
  return { beginnings, grams };
}

/** The last three units (no gram has fewer) in 15 bits: what came before is shifted out. */
function roll(beginning: number, unit: number): number {
  return ((beginning << 5) ^ unit) & (BEGINNINGS - 1);
}
