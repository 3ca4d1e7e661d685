import { randomFrom } from '../anchoringTexts';

/** Draws at random, the same each time for a seed. */
export class Draw {
  private readonly random: () => number;

  constructor(...seeds: readonly number[]) {
    // Near seeds must not give near numbers.
    this.random = randomFrom(
      seeds.reduce(
        (mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) ^ (mixed >>> 13),
        0x2545f491,
      ),
    );
  }

  /** From 0 to 1. */
  share(): number {
    return this.random();
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** A whole number from `least` up to and with `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  /** Of things with a weight each, by the sums of the weights up to each. */
  pickBySums(sums: readonly number[]): number {
    const wanted = this.random() * (sums.at(-1) ?? 0);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
