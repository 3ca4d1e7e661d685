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

/** How many are sorted or merged in one go. */
const SORTED_A_STEP = 2_000;

/** Sorts values in steps, those that are alike as they stand. The list itself is left alone. */
export function* sortInSteps<T>(
  values: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let at = 0; at < values.length; at += SORTED_A_STEP) {
    runs.push(values.slice(at, at + SORTED_A_STEP).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let n = 0; n < runs.length; n += 2)
      merged.push(yield* merge(runs[n] ?? [], runs[n + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
  if (b.length === 0) return a;
  const merged: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as T, b[j] as T];
    const isLeft = compare(left, right) <= 0;
    merged.push(isLeft ? left : right);
    if (isLeft) i += 1;
    else j += 1;
    if (merged.length % SORTED_A_STEP === 0) yield;
  }
  return merged.concat(a.slice(i), b.slice(j));
}
