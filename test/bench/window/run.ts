/**
 * Times the extension in a real window of VS Code, on a folder of articles with sidecars:
 *
 *     npm run bench:window -- FOLDER
 */
import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { launchBrowser } from '../../host/browser';
import { OUT, ROOT } from '../../host/paths';
import { sharedServer } from '../../host/server';
import { openWindow } from '../../host/workbench';
import { FIGURES_PREFIX, type WindowFigures } from './figures';

const folder = resolve(process.argv[2] ?? '.');
const script = join(OUT, 'bench-window.js');
await build({
  entryPoints: [join(ROOT, 'test/bench/window/measure.ts')],
  outfile: script,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'es2022',
  external: ['vscode'],
  logLevel: 'warning',
});

const floor = readWithJsYaml();
console.log(`reading + js-yaml, one thread: ${floor.toFixed(0)} ms`);
const server = await sharedServer();
const browser = await launchBrowser();
try {
  for (const name of ['first window', 'second window'].slice(
    0,
    Number(process.env['WINDOWS'] ?? 2),
  ))
    console.log(name, JSON.stringify(await figuresOfWindow(), undefined, 1));
} finally {
  await browser.close();
  await server.stop();
}

async function figuresOfWindow(): Promise<WindowFigures> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  try {
    return await new Promise((resolveFigures, reject) => {
      const options = { open: folder, extension: ROOT, tests: script };
      openWindow(context, server, options, {
        onConsole: (text) => {
          if (text.startsWith(FIGURES_PREFIX))
            resolveFigures(JSON.parse(text.slice(FIGURES_PREFIX.length)) as WindowFigures);
          else if (process.env['VERBOSE']) console.log(text.slice(0, 300));
        },
        onExit: (code) => reject(new Error(`The window ended with code ${code}.`)),
      }).catch(reject);
    });
  } finally {
    await context.close();
  }
}

/** What can't be beaten on one thread: every sidecar read and parsed, nothing kept. */
function readWithJsYaml(): number {
  const start = performance.now();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.claims.yaml')) load(readFileSync(join(folder, name), 'utf8'));
  return performance.now() - start;
}
