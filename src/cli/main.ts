#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useLanguage } from './language';
import { runClaims } from './program';
import { processTerminal } from './terminal';

/** The package's folder: this file is bundled into its `dist`. */
const PACKAGE = join(__dirname, '..');

useLanguage(process.env, join(PACKAGE, 'l10n'));
const text = readFileSync(join(PACKAGE, 'package.json'), 'utf8');
const { version } = JSON.parse(text) as { readonly version: string };
void runClaims(process.argv.slice(2), processTerminal(), version).then((code) => {
  // What is still to be written is written first.
  process.exitCode = code;
});
