/**
 * `npm test`: everything that must hold. All steps run, also after a failure; the last line sums
 * them up.
 *
 *     node scripts/test.mjs [lint] [types] [build] [unit] [integration] [ui] [web] [--grep=REGEXP]
 *
 * Named steps run alone, in the order above; --grep narrows the tests to those whose full title
 * matches.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, setup } from './setup.mjs';
import { countCheck, countTests, failure, runGuarded, stopAll, sumUp } from './step.mjs';

const MINUTES = 60_000;
const OUT = join(ROOT, 'out');
const COVERAGE = join(OUT, 'coverage');
const TYPESCRIPT = [process.execPath, '--import', './scripts/typescript.mjs'];

/** In the order in which they run. A step returns its counts: `{passed, failed, problems}`. */
const STEPS = {
  lint: {
    title: 'Lint',
    run: () => lint(),
  },
  types: { title: 'Types', run: () => types() },
  build: { title: 'Build', run: () => check('esbuild.js') },
  unit: { title: 'Unit tests', run: () => unitTests() },
  coverage: { title: 'Coverage of src/core: at least 90 % of the lines', run: () => coverage() },
  integration: {
    title: 'Integration tests, inside VS Code',
    inVSCode: true,
    run: () => tests('integration', 20, 'test/host/runIntegration.ts'),
  },
  ui: {
    title: "UI tests, in VS Code's window",
    inVSCode: true,
    run: () => tests('ui', 40, 'test/host/runNode.ts', 'test/ui'),
  },
  web: {
    title: 'Web tests, in a VS Code without a server side',
    inVSCode: true,
    run: () => tests('web', 10, 'test/host/runWeb.ts'),
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' } },
});
const total = { passed: 0, failed: 0 };
let server;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    count(failure(`Interrupted (${signal}).`));
    void finish();
  });
}
try {
  await runAll(wantedSteps());
} catch (error) {
  count(failure(error instanceof Error ? error.message : String(error)));
}
await finish();

/**
 * The names of the steps to run. Coverage goes with the unit tests, unless these are narrowed to a
 * few.
 */
function wantedSteps() {
  const unknown = positionals.filter((name) => !(name in STEPS));
  if (unknown.length > 0)
    throw new Error(
      `There is no step ${unknown.join(', ')}. The steps are ${Object.keys(STEPS).join(', ')}.`,
    );
  const wanted = new Set(positionals.length > 0 ? positionals : Object.keys(STEPS));
  if (wanted.has('unit')) wanted.add('coverage');
  if (values.grep) wanted.delete('coverage');
  return Object.keys(STEPS).filter((name) => wanted.has(name));
}

async function runAll(names) {
  await setup();
  mkdirSync(OUT, { recursive: true });
  let built = true;
  for (const name of names) {
    const step = STEPS[name];
    console.log(`\n── ${step.title} ${'─'.repeat(Math.max(0, 76 - step.title.length))}`);
    const result =
      step.inVSCode && !built
        ? failure('The build failed: there is no extension to test.')
        : await step.run().catch((error) => failure(error.message));
    count(result);
    if (name === 'build') built = result.failed === 0;
  }
}

/** One of the tools in node_modules or scripts of this project: passes or fails as a whole. */
async function check(script, ...args) {
  return countCheck(
    await runGuarded([process.execPath, script, ...args], { limitMs: 10 * MINUTES }),
  );
}

/** Layout and rules. Both are looked at, also where the first fails. */
async function lint() {
  return sumUp([
    await check('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
    await check('node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  ]);
}

/** Those of pages know the browser; those of everything else don't. */
async function types() {
  const tsc = 'node_modules/typescript/bin/tsc';
  return sumUp([
    await check(tsc, '--noEmit'),
    await check(tsc, '--noEmit', '--project', 'src/views'),
    await check(tsc, '--noEmit', '--project', 'test/unit/views'),
  ]);
}

/** A test runner of test/host, which writes down what happens. */
async function tests(name, limitMinutes, script, ...args) {
  const events = join(OUT, `results-${name}.jsonl`);
  rmSync(events, { force: true });
  const env = {
    TEST_RESULTS: events,
    ...(values.grep ? { TEST_GREP: values.grep } : {}),
    ...(STEPS[name].inVSCode ? await startServerOnce() : { NODE_V8_COVERAGE: COVERAGE }),
  };
  return countTests(
    events,
    await runGuarded([...TYPESCRIPT, script, ...args], { env, limitMs: limitMinutes * MINUTES }),
  );
}

async function unitTests() {
  rmSync(COVERAGE, { recursive: true, force: true });
  return tests('unit', 10, 'test/host/runNode.ts', 'test/unit');
}

/**
 * Reports what the unit tests reached. Files that never ran count too, except those that hold
 * nothing but types.
 */
async function coverage() {
  const { filesWithoutCode } = await import('./filesWithoutCode.mjs');
  const excluded = (await filesWithoutCode('src/core')).flatMap((file) => ['--exclude', file]);
  const scope = [
    '--all',
    '--src',
    'src/core',
    '--include',
    'src/core/**',
    ...excluded,
    '--exclude-after-remap',
  ];
  const limits = ['--check-coverage', '--lines', '90'];
  const files = [
    '--temp-directory',
    COVERAGE,
    '--reporter',
    'text',
    '--reporter',
    'lcovonly',
    '--reports-dir',
    join(OUT, 'coverage-report'),
  ];
  return check('node_modules/c8/bin/c8.js', 'report', ...scope, ...limits, ...files);
}

/**
 * One server for all steps that need one; returns the environment variables that tell them of it.
 */
async function startServerOnce() {
  await import('./typescript.mjs');
  const { shareServer, startServer } = await import('../test/host/server.ts');
  server ??= await startServer();
  return shareServer(server);
}

function count({ passed, failed, problems }) {
  total.passed += passed;
  total.failed += failed;
  for (const problem of problems) console.log(`✘ ${problem}`);
}

/** Ends what runs, prints the sum, and ends this process. */
async function finish() {
  stopAll();
  await server?.stop();
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
}
