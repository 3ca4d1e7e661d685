import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd } from '../host/processes';
import type { TestEvent } from '../host/reporter';
import type { Figure, Random, Scenario } from './scenario';

/** The unit tests that draw what they try. */
const TESTS = 'test/unit/core';

/** How often a property is tried that doesn't say it itself; fast-check's own number is 100. */
const RUNS = { short: 200, full: 1_000 };

/** It takes some two minutes, on a computer that may have other work. */
const LIMIT_MS = 900_000;

/**
 * What `npm test` tries with one seed, tried with another, in a process of its own: seed and number
 * of runs hold for a whole process.
 */
export const properties: Scenario = {
  title: 'Properties of the core, with other values than in npm test',
  drawsSeed: true,
  async run(size, random) {
    const folder = mkdtempSync(join(tmpdir(), 'claim-annotator-properties-'));
    try {
      return await runTests(join(folder, 'results.jsonl'), random, RUNS[size]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** A figure for all tests, with what repeats them one by one, and one for each that failed. */
async function runTests(results: string, random: Random, runs: number): Promise<Figure[]> {
  const seed = random.below(0x7fffffff);
  const wanted = { PROPERTY_SEED: String(seed), PROPERTY_RUNS: String(runs) };
  const { code, output } = await runToEnd(
    process.execPath,
    ['--import', './scripts/typescript.mjs', 'test/host/runNode.ts', TESTS],
    { env: { ...process.env, ...wanted, TEST_RESULTS: results }, timeoutMs: LIMIT_MS },
  );
  const events = eventsIn(results);
  const passed = events.filter(({ kind }) => kind === 'pass').length;
  const failures = events.filter((event) => event.kind === 'fail');
  const done = events.at(-1)?.kind === 'done';
  return [
    {
      name: `tests with PROPERTY_SEED=${seed} PROPERTY_RUNS=${runs}`,
      value: done
        ? `${passed} passed, ${failures.length} failed`
        : `broke off with code ${code}: ${output.slice(-2_000)}`,
      holds: done && passed > 0 && (code === 0 || failures.length > 0),
    },
    ...failures.map(({ title, error }) => ({ name: title, value: error, holds: false })),
  ];
}

/** What test/host/results.ts wrote, one JSON object a line. */
function eventsIn(file: string): (TestEvent | { readonly kind: 'done' })[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TestEvent);
}
