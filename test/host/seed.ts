/**
 * The seed of all that unit tests draw: the same each time, so that a test which failed fails
 * again, and one which passed passes. `npm run stress -- properties` looks for what this seed
 * doesn't find.
 *
 * Loaded before any test file: by runNode.ts, and by .mocharc.json for `npx mocha FILE`.
 * `PROPERTY_SEED` sets another seed, `PROPERTY_RUNS` the number of runs of each property that
 * doesn't say its own.
 */
import fc from 'fast-check';

/** What tests and `npm run stress` draw with unless told otherwise. */
export const USUAL_SEED = 20261123;

export const seed = fromEnvironment('PROPERTY_SEED') ?? USUAL_SEED;
const numRuns = fromEnvironment('PROPERTY_RUNS');

fc.configureGlobal({ seed, ...(numRuns !== undefined && { numRuns }) });

/** A whole number; whatever else stands there is no wish to run with the usual one. */
function fromEnvironment(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  if (!/^-?\d+$/.test(text)) throw new Error(`${name} is no whole number: ${text}`);
  return Number(text);
}
