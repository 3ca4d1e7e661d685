/** Prints how many milliseconds this process takes to load a bundle of the extension, and to activate it. */
const Module = require('node:module');
const [, , bundle, stub] = process.argv;

import(stub).then(({ default: nothing, ...known }) => {
  // The bundle copies the module's own members and keeps its prototype: there it finds everything else.
  const vscode = Object.assign(Object.create(nothing), known);
  const load = Module._load;
  Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));
  const started = performance.now();
  const extension = require(bundle);
  const loaded = performance.now();
  extension.activate({ subscriptions: [] });
  console.log(JSON.stringify([loaded - started, performance.now() - loaded]));
  process.exit();
});
