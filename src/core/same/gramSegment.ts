import { Pace, type Steps } from '../text/steps';

/** Grams by the statements that have them. */
export interface GramsBySlot {
  /** The hashes under which the statement in a slot is found; none for one that was taken out. */
  hashesOf(slot: number): readonly number[];
}

const MIN_BITS = 8;
const MAX_BITS = 22;

/**
 * Which statements have a gram, for the slots of one stretch: an inverted index in two arrays,
 * without the grams themselves. Grams whose hashes agree in their last bits share a list.
 */
export class GramSegment {
  private constructor(
    readonly from: number,
    /** Behind its last slot. */
    readonly to: number,
    private readonly offsets: Uint32Array,
    private readonly slots: Uint32Array,
  ) {}

  /** Counts first and fills in then, so that nothing is held twice. O(grams). */
  static *build(from: number, to: number, grams: GramsBySlot): Steps<GramSegment> {
    const pace = new Pace();
    let bits = MIN_BITS;
    while (bits < MAX_BITS && (to - from) * 4 > 1 << bits) bits += 1;
    const mask = (1 << bits) - 1;
    const offsets = new Uint32Array(mask + 2);
    for (let slot = from; slot < to; slot++) {
      const hashes = grams.hashesOf(slot);
      for (const hash of hashes) offsets[(hash & mask) + 1] = (offsets[(hash & mask) + 1] ?? 0) + 1;
      if (pace.isDue(8 * hashes.length)) yield;
    }
    for (let at = 1; at < offsets.length; at++)
      offsets[at] = (offsets[at] ?? 0) + (offsets[at - 1] ?? 0);
    const slots = new Uint32Array(offsets[mask + 1] ?? 0);
    // Filled from behind, the offsets move to the lists' beginnings.
    for (let at = mask + 1; at > 0; at--) offsets[at] = offsets[at - 1] ?? 0;
    for (let slot = from; slot < to; slot++) {
      const hashes = grams.hashesOf(slot);
      for (const hash of hashes) {
        const at = offsets[(hash & mask) + 1] ?? 0;
        slots[at] = slot;
        offsets[(hash & mask) + 1] = at + 1;
      }
      if (pace.isDue(8 * hashes.length)) yield;
    }
    return new GramSegment(from, to, offsets, slots);
  }

  /** The slots that may have a gram, ascending. */
  slotsWith(hash: number): Uint32Array {
    const bucket = hash & (this.offsets.length - 2);
    return this.slots.subarray(this.offsets[bucket] ?? 0, this.offsets[bucket + 1] ?? 0);
  }
}
