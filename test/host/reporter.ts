/**
 * Test events: what happens in a Mocha run, as plain data, so that runs in Node, in VS Code's
 * extension host and in a web worker all tell it the same way. This file runs in all three: it uses
 * nothing but Mocha's events.
 */
import type { MochaOptions, Runner, Test } from 'mocha';

/** Something that happened in a test run; `depth` is the nesting of suites, outermost 1. */
export type TestEvent =
  | { readonly kind: 'suite'; readonly title: string; readonly depth: number }
  | { readonly kind: 'pass'; readonly title: string; readonly depth: number; readonly ms: number }
  | {
      readonly kind: 'fail';
      readonly title: string;
      readonly depth: number;
      readonly error: string;
    }
  | { readonly kind: 'skip'; readonly title: string; readonly depth: number }
  | { readonly kind: 'end' };

/** Starts the lines that carry events out of VS Code, among all else that it prints. */
export const EVENT_PREFIX = '@claim-annotator-test ';

/** A Mocha reporter that hands every event to `emit`. */
export function reporterFor(
  emit: (event: TestEvent) => void,
): NonNullable<MochaOptions['reporter']> {
  // Mocha constructs it with `new`, and uses nothing but the runner's events.
  return function report(runner: Runner): void {
    let depth = 0;
    const titleOf = (test: Test): string => test.titlePath().join(' › ');
    runner.on('suite', (suite) => {
      if (suite.root) return;
      depth += 1;
      emit({ kind: 'suite', title: suite.title, depth });
    });
    runner.on('suite end', (suite) => {
      if (!suite.root) depth -= 1;
    });
    runner.on('pass', (test) =>
      emit({ kind: 'pass', title: test.title, depth: depth + 1, ms: test.duration ?? 0 }),
    );
    runner.on('pending', (test) => emit({ kind: 'skip', title: test.title, depth: depth + 1 }));
    runner.on('fail', (test, error: unknown) =>
      emit({ kind: 'fail', title: titleOf(test), depth: depth + 1, error: describeError(error) }),
    );
    runner.once('end', () => emit({ kind: 'end' }));
  } as unknown as NonNullable<MochaOptions['reporter']>;
}

/**
 * Message and stack of anything thrown, without Mocha's and Node's own frames and without colours,
 * and of what caused it: a property that fails says there what didn't hold.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${String(error)}`;
  const stack = error.stack ?? '';
  const message = stack.includes(error.message) ? '' : `${error.name}: ${error.message}\n`;
  const own = (message + stack)
    .replace(/\u001b\[\d+m/g, '')
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules[\\/]mocha|\(?node:internal)/.test(line))
    .join('\n');
  return error.cause === undefined ? own : `${own}\nCaused by: ${describeError(error.cause)}`;
}
