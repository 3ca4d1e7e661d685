/**
 * Measures the suggestions of speakers on recorded cases:
 *
 * node --import ./scripts/typescript.mjs test/attribution/evaluate.ts FOLDER [OPTION…]
 *
 * FOLDER has an `evaluate.mjs` and its data; it is run without the lists of known speakers and with
 * them, and prints a table for each corpus and kind. Options are the evaluator's.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Which folder? npm run evaluate:attribution -- FOLDER [--split NAME] …');
  process.exitCode = 2;
} else {
  for (const list of [[], ['--speakers']]) {
    const { status } = spawnSync(
      process.execPath,
      [
        '--import',
        './scripts/typescript.mjs',
        join(folder, 'evaluate.mjs'),
        'src/core/attribution/index.ts',
        ...list,
        ...options,
      ],
      { stdio: 'inherit' },
    );
    if (status !== 0) process.exitCode = status ?? 1;
    console.log();
  }
}
