import type { Rarity } from './compare';

/** Grams share a count where their hashes agree in so many bits at most. */
const MAX_BITS = 21;
const MIN_BITS = 12;
/** Statements that a small corpus is thought to have beside its own: in it, little tells rarity. */
const PRIOR = { statements: 200, with: 4 } as const;

/**
 * In how many statements each gram stands, about: grams with the same hash are counted together,
 * so the table has one size whatever the corpus has to say.
 */
export class Frequencies implements Rarity {
  private counts = new Uint32Array(1 << MIN_BITS);
  private statements = 0;

  /** @param by 1 for a statement that is added, -1 for one that is taken out */
  count(hashes: Iterable<number>, by: 1 | -1): void {
    this.statements += by;
    for (const hash of hashes) {
      const at = hash & (this.counts.length - 1);
      this.counts[at] = (this.counts[at] ?? 0) + by;
    }
  }

  /** Whether so many grams of the corpus share counts that it should be counted again, larger. */
  get isCrowded(): boolean {
    return this.counts.length < 1 << MAX_BITS && this.statements * 16 > this.counts.length;
  }

  /** An empty table for so many statements. */
  static for(statements: number): Frequencies {
    const frequencies = new Frequencies();
    let bits = MIN_BITS;
    while (bits < MAX_BITS && statements * 32 > 1 << bits) bits += 1;
    frequencies.counts = new Uint32Array(1 << bits);
    return frequencies;
  }

  /** In how many statements it stands. */
  countOf(hash: number): number {
    return this.counts[hash & (this.counts.length - 1)] ?? 0;
  }

  /** Inverse document frequency (Spärck Jones 1972), smoothed. */
  of(hash: number): number {
    return Math.log(1 + (this.statements + PRIOR.statements) / (this.countOf(hash) + PRIOR.with));
  }
}
