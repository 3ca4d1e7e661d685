/**
 * Work in steps: a generator that yields wherever others may have their turn, and returns what it
 * made.
 */
export type Steps<T> = Generator<void, T, void>;

/** Who can't wait in between runs it at once. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * So many UTF-16 units of a text (or entries of a table) are gone through between two yields: that
 * takes a millisecond or a few, and a yield next to nothing.
 */
export const UNITS_A_STEP = 1 << 16;

/** Says when enough was done for others to have their turn, where pieces of work differ in size. */
export class Pace {
  private done = 0;

  /** @param work units gone through just now @returns whether to yield */
  isDue(work: number): boolean {
    this.done += work;
    if (this.done < UNITS_A_STEP) return false;
    this.done = 0;
    return true;
  }
}
