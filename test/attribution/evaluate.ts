/**
 * Measures who is suggested for passages: `npm run evaluate:attribution -- FOLDER`; the folder has
 * an `evaluate.mjs` and its data. Prints a table for each corpus and kind, with and without the
 * known speakers.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say which folder has the cases.');
const evaluator = resolve(folder, 'evaluate.mjs');
const ours = join(import.meta.dirname, '../../src/core/attribution/index.ts');
for (const list of [['--speakers'], []]) {
  const args = ['--import', './scripts/typescript.mjs', evaluator, ours, ...list, ...options];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
