/**
 * How long work may take in one go, in milliseconds: keystrokes and commands wait in the same
 * queue.
 */
const STEP = 20;

/** The same for what nobody waits for. */
const BACKGROUND_STEP = 5;

/** Does as much of some work as may be done in one go; all of it, if it is quick. */
export function oneStep<T>(
  steps: Generator<void, T, void>,
  milliseconds = STEP,
): IteratorResult<void, T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const result = steps.next();
    if (result.done === true || performance.now() >= end) return result;
  }
}

/** Does work with more pauses than work. */
export async function inBackground<T>(steps: Generator<void, T, void>): Promise<T> {
  return inSteps(steps, BACKGROUND_STEP);
}

/** Does work with pauses in which the editor does other things. */
export async function inSteps<T>(steps: Generator<void, T, void>, milliseconds = STEP): Promise<T> {
  for (;;) {
    const { done, value } = oneStep(steps, milliseconds);
    if (done === true) return value;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** Gives others their turn in long work that goes from one await to the next. */
export class Turns {
  private since = performance.now();

  /** Pauses, if it was worked long enough since the last pause. */
  async next(): Promise<void> {
    if (performance.now() - this.since < BACKGROUND_STEP) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.since = performance.now();
  }
}
