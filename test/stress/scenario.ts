import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';

/** One number that a scenario found out, and whether it is as it must be. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly holds: boolean;
}

/**
 * How much of a scenario runs: all of it (`npm run stress`), or as much as `npm test` can wait for.
 */
export type Size = 'full' | 'short';

/** What happens to files, over and over, and the figures of how that went. */
export interface Scenario {
  readonly title: string;
  /** Looks for what no run found yet: another seed each time, where the others repeat theirs. */
  readonly drawsSeed?: true;
  run(size: Size, random: Random): Promise<readonly Figure[]>;
}

/** Random numbers from a seed: the same ones each time. */
export class Random {
  private readonly generator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number {
    return uniformInt(this.generator, 0, limit - 1);
  }

  /** One of several. */
  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  /** A generator of its own, for a part of the work whose length must not move the rest. */
  fork(): Random {
    return new Random(this.below(0x7fffffff));
  }
}
