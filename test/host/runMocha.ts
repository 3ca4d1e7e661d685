import type Mocha from 'mocha';

/** A test file: its name, and a function that loads it, which declares its suites. */
export type TestFile = readonly [name: string, load: () => unknown];

/**
 * Loads test files into a Mocha and runs them; resolves when all are done, whatever their results.
 * A file that cannot be loaded becomes a failing test that says so, and the others still run.
 */
export async function runMocha(mocha: Mocha, files: readonly TestFile[]): Promise<void> {
  // Gives the test files their `describe` and `it`.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const [name, load] of files) {
    try {
      await load();
    } catch (error) {
      it(`${name} loads`, () => {
        throw error;
      });
    }
  }
  await new Promise<void>((resolve) => {
    mocha.run(() => resolve());
  });
}
