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

/** Indexes a folded text by its grams. O(n) time, about 12 bytes a unit. */
export function indexGrams(folded: FoldedText): GramIndex {
  const { units, length } = folded;
  const buckets = 1 << Math.min(22, Math.max(8, Math.ceil(Math.log2(length + 1))));
  const mask = buckets - 1;
  const starts = new Uint32Array(buckets + 1);
  const hashes = new Int32Array(length);
  for (let at = 0; at < length; at += 1) {
    const hash = gramAt(units, at, length);
    const bucket = hash < 0 ? -1 : hash & mask;
    hashes[at] = bucket;
    if (bucket >= 0) (starts[bucket] as number)++;
  }
  let total = 0;
  for (let bucket = 0; bucket <= buckets; bucket += 1) {
    total += starts[bucket] as number;
    starts[bucket] = total;
  }
  const positions = new Uint32Array(total);
  // From the back, so that each bucket's end moves down to its start and its positions ascend.
  for (let at = length - 1; at >= 0; at -= 1) {
    const bucket = hashes[at] as number;
    if (bucket < 0) continue;
    const slot = (starts[bucket] as number) - 1;
    starts[bucket] = slot;
    positions[slot] = at;
  }
  return { positions, starts, mask };
}
