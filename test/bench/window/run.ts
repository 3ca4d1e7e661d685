/**
 * Times the extension in real windows of VS Code, on corpora of 1,000 and 10,000 articles that it
 * makes, and prints a table:
 *
 *     npm run bench:window
 */
import { build } from 'esbuild';
import { load } from 'js-yaml';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../host/browser';
import { OUT, ROOT } from '../../host/paths';
import { sharedServer, type Server } from '../../host/server';
import { openWindow } from '../../host/workbench';
import { writeCorpus } from '../generateCorpus';
import { printTable } from '../measure';
import { FIGURES_PREFIX, type WindowFigures } from './figures';
import { windowRows, type CorpusFigures } from './rows';

const SIZES = [1_000, 10_000] as const;

/** The script that measures; a long day in the window takes it minutes more. */
async function scriptFor(isLongDay: boolean): Promise<string> {
  const script = join(OUT, isLongDay ? 'bench-window-long.js' : 'bench-window.js');
  await build({
    entryPoints: [join(ROOT, 'test/bench/window/measure.ts')],
    outfile: script,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    external: ['vscode'],
    define: { LONG_DAY: String(isLongDay) },
    logLevel: 'warning',
  });
  return script;
}

const [shortDay, longDay] = [await scriptFor(false), await scriptFor(true)];
const server = await sharedServer();
const browser = await launchBrowser();
const folder = mkdtempSync(join(tmpdir(), 'claim-annotator-bench-'));
try {
  const [small, large] = SIZES.map((articles) => join(folder, String(articles)));
  if (small === undefined || large === undefined) throw new Error('There are two sizes.');
  const rows = windowRows(
    await figuresOf(small, SIZES[0], server, browser),
    await figuresOf(large, SIZES[1], server, browser),
  );
  console.log(printTable(rows));
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function figuresOf(
  corpus: string,
  articles: number,
  onServer: Server,
  inBrowser: Browser,
): Promise<CorpusFigures> {
  writeCorpus(corpus, { articles });
  // In the turns of a fair comparison: the first reading of a file is slower than the second.
  readWithJsYaml(corpus);
  const floor = readWithJsYaml(corpus);
  const isLargest = articles === Math.max(...SIZES);
  const script = isLargest ? longDay : shortDay;
  const cold = await figuresOfWindow(corpus, script, onServer, inBrowser);
  const warm = await figuresOfWindow(corpus, shortDay, onServer, inBrowser);
  return { articles, floor, cold, warm };
}

async function figuresOfWindow(
  corpus: string,
  script: string,
  onServer: Server,
  inBrowser: Browser,
): Promise<WindowFigures> {
  const context = await inBrowser.newContext({ viewport: { width: 1400, height: 900 } });
  try {
    return await new Promise((resolve, reject) => {
      const options = { open: corpus, extension: ROOT, tests: script };
      openWindow(context, onServer, options, {
        onConsole: (text) => {
          if (text.startsWith(FIGURES_PREFIX))
            resolve(JSON.parse(text.slice(FIGURES_PREFIX.length)) as WindowFigures);
        },
        onExit: (code) => reject(new Error(`The window ended with code ${code}.`)),
      }).catch(reject);
    });
  } finally {
    await context.close();
  }
}

/** What can't be beaten in one thread. @returns the milliseconds that it took */
function readWithJsYaml(corpus: string): number {
  const start = performance.now();
  for (const name of readdirSync(corpus, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.claims.yaml')) load(readFileSync(join(corpus, name), 'utf8'));
  return performance.now() - start;
}
