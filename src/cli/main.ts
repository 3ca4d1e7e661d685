#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { runSecondThread } from './corpus/secondThread';
import { useLanguage } from './language';
import { runClaims } from './program';
import { processTerminal } from './terminal';

/** The package's folder: this file is bundled into its `dist`. */
const PACKAGE = join(__dirname, '..');

if (isMainThread) runProgram();
else runSecondThread();

function runProgram(): void {
  useLanguage(process.env, join(PACKAGE, 'l10n'));
  const text = readFileSync(join(PACKAGE, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string };
  void runClaims(process.argv.slice(2), processTerminal(__filename), version).then((code) => {
    // What is still to be written is written first.
    process.exitCode = code;
  });
}
