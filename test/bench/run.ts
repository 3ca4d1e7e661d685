/**
 * Times what an analyst waits for, beside what can't be beaten and what the `yaml` library takes,
 * and prints a table:
 *
 *     npm run bench
 */
import { register } from 'node:module';
import { attributionRows } from './attribution';
import { bundleRows } from './bundle';
import { claimsRows } from './claims';
import { codebookRows } from './codebook';
import { sidebarRow } from './corpus';
import { printTable, type Row } from './measure';
import { sameRow } from './same';
import { searchRows } from './search';
import { sentenceRows } from './sentence';

/**
 * The adapters between core and VS Code are timed too; `vscode` itself is only there in VS Code.
 */
const stub = new URL('vscode.mjs', import.meta.url).href;
register(
  `data:text/javascript,${encodeURIComponent(`export const resolve = (name, context, next) => (name === 'vscode' ? { url: ${JSON.stringify(stub)}, shortCircuit: true } : next(name, context));`)}`,
);

const { quickReadingRow, readingRow, sidecarRows } = await import('./sidecar');
const { keystrokeRows } = await import('./live');

const QUICK = { runs: 31, warmUp: 10 };
const SLOW = { runs: 3, warmUp: 1 };

const rows: Row[] = [
  ...(await sidecarRows(200e3, 1000, 20, QUICK, SLOW)),
  ...(await sidecarRows(2e6, 10_000, 150, QUICK, SLOW)),
  ...(await keystrokeRows(200e3, 1000, 2, QUICK)),
  ...(await keystrokeRows(2e6, 10_000, 12, QUICK)),
  ...(await sentenceRows(5e6, 5, QUICK)),
  ...searchRows(50, { runs: 5, warmUp: 2 }),
  ...(await attributionRows(200e3, { one: 5, all: 150 }, { runs: 15, warmUp: 5 })),
  await sidebarRow(QUICK),
  sameRow(100_000, { time: 20 }),
  sameRow(1_000_000, { memory: 200 }),
  await readingRow(1000, { runs: 7, warmUp: 3 }),
  await quickReadingRow(500, { runs: 7, warmUp: 3 }),
  ...(await codebookRows(5_000, { runs: 7, warmUp: 3 })),
  ...bundleRows(9),
  ...claimsRows([1_000, 10_000], 5),
];
console.log(printTable(rows));
