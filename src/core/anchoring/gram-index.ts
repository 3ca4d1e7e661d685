import type { FoldedText } from './fold';

/** A gram spans units until this width is reached; CJK characters are two wide, all others one. */
const GRAM_WIDTH = 6;
const CJK_START = 0x2e80;

/**
 * Hash of the gram that starts at a folded unit: three CJK characters, six Latin letters, or a mixture, which
 * tell about equally much. -1 where the text ends before the gram does.
 */
export function gramAt(units: Uint16Array, at: number, end: number): number {
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
 * Indexes a folded text by its grams, or rather by those that may occur in what will be searched for: a text
 * is long and one passage short, so most positions are passed over at a glance.
 *
 * O(n) time; up to 16 bytes a unit of the text.
 */
export function indexGrams(text: FoldedText, wanted: readonly FoldedText[]): GramIndex {
  const { units, length } = text;
  const glance = beginnings(wanted);
  const places = new Uint32Array(length);
  const hashes = new Uint32Array(length);
  let count = 0;
  for (let at = 0; at + 2 < length; at += 1) {
    if (glance[beginning(units, at)] === 0) continue;
    const hash = gramAt(units, at, length);
    if (hash < 0) continue;
    places[count] = at;
    hashes[count] = hash;
    count += 1;
  }
  const buckets = 1 << Math.min(22, Math.max(8, Math.ceil(Math.log2(count + 1))));
  const mask = buckets - 1;
  const starts = new Uint32Array(buckets + 1);
  for (let index = 0; index < count; index += 1) (starts[(hashes[index] as number) & mask] as number)++;
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

/** Which three units (no gram has fewer) some gram of the texts may begin with, by {@link beginning}. */
function beginnings(texts: readonly FoldedText[]): Uint8Array {
  const seen = new Uint8Array(0x10000);
  for (const { units, length } of texts) {
    for (let at = 0; at + 2 < length; at += 1) seen[beginning(units, at)] = 1;
  }
  return seen;
}

function beginning(units: Uint16Array, at: number): number {
  return ((units[at] as number) * 0x1f35 + (units[at + 1] as number) * 0x5bd1 + (units[at + 2] as number) * 0x2f0b) & 0xffff;
}
