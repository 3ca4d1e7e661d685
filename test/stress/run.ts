/**
 * `npm run stress [-- --short] [--seed=N] [TITLE…]`: what files and programs can do to annotations,
 * thousands of times, with a figure for each thing that must hold. Uses no network; ends with code
 * 1 if something doesn't hold.
 */
import { parseArgs } from 'node:util';
import { SCENARIOS } from './scenarios';
import { Random } from './scenario';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean' }, seed: { type: 'string', default: '20261123' } },
});
const seed = Number(values.seed);
const wanted = SCENARIOS.filter(
  ({ title }) =>
    positionals.length === 0 ||
    positionals.some((part) => title.toLowerCase().includes(part.toLowerCase())),
);

console.log(`Seed ${seed}, ${values.short === true ? 'the short version' : 'all of it'}.`);
let failed = wanted.length === 0;
for (const scenario of wanted) {
  console.log(`\n${scenario.title}`);
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
