/**
 * A step of `npm test`: a command that runs with a time limit, and what counts as passed and failed
 * in it.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

const running = new Set();

/**
 * Runs a command under the guard (guard.mjs): it and its children end with this process at the
 * latest.
 * @returns {Promise<{code: number, overtime: boolean}>} its exit code, and whether it was ended at
 *   its time limit
 */
export function runGuarded(command, { env = {}, limitMs }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'guard.mjs'), ...command], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    let overtime = false;
    const limit = setTimeout(() => {
      overtime = true;
      child.stdin.end();
    }, limitMs);
    running.add(child);
    child.once('close', (code) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code: code ?? 1, overtime });
    });
  });
}

/** Ends every command that still runs. */
export function stopAll() {
  for (const child of running) child.stdin.end();
}

/** What a command that is no test run counts for: one thing, passed or failed. */
export function countCheck({ code, overtime }) {
  if (overtime) return failure('It took too long and was ended.');
  return code === 0
    ? { passed: 1, failed: 0, problems: [] }
    : failure(`It ended with code ${code}.`);
}

/**
 * Counts the events that a test run wrote (test/host/results.ts), one JSON object a line. A run
 * that did not come to its end, or in which nothing ran, is a failure of its own: it must never
 * look like a success.
 */
export function countTests(file, { code, overtime }) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const events = lines.map((line) => JSON.parse(line));
  const passed = events.filter(({ kind }) => kind === 'pass').length;
  const failed = events.filter(({ kind }) => kind === 'fail').length;
  const last = events.findLast(({ title }) => title)?.title;
  const problem = overtime
    ? `It took too long and was ended${last ? ` after “${last}”` : ''}.`
    : events.at(-1)?.kind !== 'done'
      ? `Its runner broke off with code ${code}${last ? ` after “${last}”` : ''}.`
      : passed + failed === 0
        ? 'No test ran.'
        : code !== 0 && failed === 0
          ? `All its tests passed, but its runner ended with code ${code}.`
          : undefined;
  return { passed, failed: failed + (problem ? 1 : 0), problems: problem ? [problem] : [] };
}

/** One failure, with the reason. */
export function failure(problem) {
  return { passed: 0, failed: 1, problems: [problem] };
}

/** The results of several parts of a step as one. */
export function sumUp(results) {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    problems: results.flatMap(({ problems }) => problems),
  };
}
