/**
 * Work in steps: a generator that yields wherever others may have their turn, and returns what it
 * made. Who can't wait in between runs it at once.
 */
export function runAtOnce<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
