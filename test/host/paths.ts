import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: where `package.json` is. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where the VS Code for tests and demos is kept; git-ignored. */
export const VSCODE_FOLDER = join(ROOT, '.vscode-test');

/** What tests build and leave behind; git-ignored. */
export const OUT = join(ROOT, 'out');

/** The small workspaces that tests get copies of. */
export const FIXTURES = join(ROOT, 'test', 'fixtures');

/** The extension with language models for tests: `test/host/models/extension.cjs`. */
export const MODELS = join(ROOT, 'test', 'host', 'models');

/** `publisher.name`, as VS Code calls the extension. */
export const EXTENSION_ID = 'claim-annotator.claim-annotator';
