/** How long work may take in one go, in milliseconds: keystrokes and commands wait in the same queue. */
const STEP = 20;

/** Does work with pauses in which the editor does other things. */
export async function inSteps<T>(steps: Generator<void, T, void>): Promise<T> {
  let end = performance.now() + STEP;
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    end = performance.now() + STEP;
  }
}
