/**
 * `node runNode.ts FOLDER…`: runs the `*.test.ts` files of these folders here, in Node. `TEST_GREP`
 * narrows it.
 */
import Mocha from 'mocha';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { testFilesIn } from './bundle';
import { ROOT } from './paths';
import { reporterFor } from './reporter';
import { Results } from './results';
import './seed';
import { runMocha, type TestFile } from './runMocha';

const TEST_LIMIT_MS = 60_000;

const results = new Results();
const grep = process.env['TEST_GREP'];
const mocha = new Mocha({
  reporter: reporterFor(results.take),
  timeout: TEST_LIMIT_MS,
  forbidOnly: Boolean(process.env['CI']),
  ...(grep ? { grep: new RegExp(grep) } : {}),
});
const files = process.argv.slice(2).flatMap((folder) => testFilesIn(resolve(ROOT, folder)));
const load = (file: string): TestFile => [
  relative(ROOT, file),
  () => import(pathToFileURL(file).href),
];
await runMocha(mocha, files.map(load));
results.finish();
