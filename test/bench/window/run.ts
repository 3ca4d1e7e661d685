/**
 * Times the extension in real windows of VS Code, on corpora of 1,000 and 10,000 articles that it
 * makes, and prints a table of what the analyst does (day), of a renaming everywhere (renaming),
 * and of what other programs do meanwhile (outside); without a word, of all three:
 *
 *     npm run bench:window -- [day] [renaming] [outside]
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
import { printTable, type Row } from '../measure';
import { makeBranches } from './branches';
import {
  FIGURES_PREFIX,
  type OutsideFigures,
  type RenamingFigures,
  type WindowFigures,
} from './figures';
import { RENAMED, RENAMED_TO, replaceInFiles, writeOneSpeaker } from './oneSpeaker';
import { outsideRows, renamingRows, windowRows, type CorpusFigures } from './rows';

const SIZES = [1_000, 10_000] as const;

/** A script to be run in the window; a long day there takes it minutes more. */
async function scriptFor(name: string, isLongDay = false): Promise<string> {
  const script = join(OUT, `bench-${name}${isLongDay ? '-long' : ''}.js`);
  await build({
    entryPoints: [join(ROOT, `test/bench/window/${name}.ts`)],
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

const wanted = process.argv.slice(2);
const isWanted = (part: string) => wanted.length === 0 || wanted.includes(part);
const [shortDay, longDay] = [await scriptFor('measure'), await scriptFor('measure', true)];
const server = await sharedServer();
const browser = await launchBrowser();
const folder = mkdtempSync(join(tmpdir(), 'claim-annotator-bench-'));
try {
  const [small, large] = SIZES.map((articles) => join(folder, String(articles)));
  if (small === undefined || large === undefined) throw new Error('There are two sizes.');
  const rows = [];
  if (isWanted('day'))
    rows.push(
      ...windowRows(
        await figuresOf(small, SIZES[0], server, browser),
        await figuresOf(large, SIZES[1], server, browser),
      ),
    );
  if (isWanted('renaming')) rows.push(...(await rowsOfRenaming(large, server, browser)));
  if (isWanted('outside'))
    rows.push(...outsideRows(SIZES[1], await figuresOfOutside(large, SIZES[1], server, browser)));
  console.log(printTable(rows));
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function rowsOfRenaming(
  corpus: string,
  onServer: Server,
  inBrowser: Browser,
): Promise<Row[]> {
  rmSync(corpus, { recursive: true, force: true });
  writeCorpus(corpus, { articles: SIZES[1] });
  const named = writeOneSpeaker(corpus);
  // There and back, so that the window finds what was written.
  replaceInFiles(named, RENAMED, RENAMED_TO);
  const floor = replaceInFiles(named, RENAMED_TO, RENAMED);
  const script = await scriptFor('renaming');
  const figures = await figuresOfWindow<RenamingFigures>(corpus, script, onServer, inBrowser);
  return renamingRows(figures, floor);
}

async function figuresOfOutside(
  corpus: string,
  articles: number,
  onServer: Server,
  inBrowser: Browser,
): Promise<OutsideFigures> {
  rmSync(corpus, { recursive: true, force: true });
  writeCorpus(corpus, { articles });
  makeBranches(corpus);
  return figuresOfWindow(corpus, await scriptFor('outside'), onServer, inBrowser);
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
  const cold = await figuresOfWindow<WindowFigures>(corpus, script, onServer, inBrowser);
  const warm = await figuresOfWindow<WindowFigures>(corpus, shortDay, onServer, inBrowser);
  return { articles, floor, cold, warm };
}

async function figuresOfWindow<Figures>(
  corpus: string,
  script: string,
  onServer: Server,
  inBrowser: Browser,
): Promise<Figures> {
  const context = await inBrowser.newContext({ viewport: { width: 1400, height: 900 } });
  try {
    return await new Promise((resolve, reject) => {
      const options = { open: corpus, extension: ROOT, tests: script };
      openWindow(context, onServer, options, {
        onConsole: (text) => {
          if (text.startsWith(FIGURES_PREFIX))
            resolve(JSON.parse(text.slice(FIGURES_PREFIX.length)) as Figures);
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
