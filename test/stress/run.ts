/**
 * `npm run stress [-- --short] [--seed=N] [TITLE…]`: what files and programs can do to annotations,
 * thousands of times, with a figure for each thing that must hold. `--seed=N` repeats what a run
 * with this number did. Uses no network; ends with code 1 if something doesn't hold.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { USUAL_SEED } from '../host/seed';
import { SCENARIOS } from './scenarios';
import { Random } from './scenario';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean' }, seed: { type: 'string' } },
});
const wanted = SCENARIOS.filter(
  ({ title }) =>
    positionals.length === 0 ||
    positionals.some((part) => title.toLowerCase().includes(part.toLowerCase())),
);

console.log(values.short === true ? 'The short version.' : 'All of it.');
let failed = wanted.length === 0;
for (const scenario of wanted) {
  const usual = scenario.drawsSeed === true ? randomInt(2 ** 31 - 1) : USUAL_SEED;
  const seed = Number(values.seed ?? usual);
  console.log(`\n${scenario.title} (--seed=${seed})`);
  const start = Date.now();
  for (const { name, value, holds } of await scenario.run(
    values.short === true ? 'short' : 'full',
    new Random(seed),
  )) {
    console.log(`  ${holds ? '✔' : '✘'} ${name}: ${value}`);
    failed ||= !holds;
  }
  console.log(`  (${Math.round((Date.now() - start) / 1000)} s)`);
}
process.exitCode = failed ? 1 : 0;
