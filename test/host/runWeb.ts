/**
 * `node runWeb.ts`: runs test/web in a VS Code without a remote, as on vscode.dev. `TEST_GREP`
 * narrows it.
 */
import { join } from 'node:path';
import { launchBrowser } from './browser';
import { bundleTests, testFilesIn } from './bundle';
import { ROOT } from './paths';
import { Results } from './results';
import { sharedServer } from './server';
import { runInWeb } from './web';

const results = new Results();
const folder = join(ROOT, 'test', 'web');
try {
  const bundle = await bundleTests(
    'web',
    join(folder, 'index.ts'),
    testFilesIn(folder),
    'browser',
    process.env['TEST_GREP'],
  );
  const server = await sharedServer();
  const browser = await launchBrowser();
  try {
    await runInWeb(browser, server, bundle, results.take);
  } finally {
    await browser.close();
    await server.stop();
  }
} catch (error) {
  results.fail(
    'web tests',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
}
results.finish();
