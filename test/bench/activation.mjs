/**
 * Prints how many milliseconds this process takes to load a bundle of the extension, and to
 * activate it.
 */
import Module, { createRequire } from 'node:module';
import * as stub from './vscode.mjs';

const { default: nothing, ...known } = stub;
// The bundle copies the module's own members and keeps its prototype: there it finds everything
// else.
const vscode = Object.create(nothing, Object.getOwnPropertyDescriptors(known));
const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

const require = createRequire(import.meta.url);
const started = performance.now();
const extension = require(process.argv[2]);
const loaded = performance.now();
extension.activate({
  subscriptions: [],
  storageUri: vscode.Uri.file('/storage'),
  globalStorageUri: vscode.Uri.file('/globalStorage'),
  workspaceState: { keys: () => [], get: () => undefined },
  globalState: { keys: () => [], get: () => undefined },
});
console.log(JSON.stringify([loaded - started, performance.now() - loaded]));
process.exit();
