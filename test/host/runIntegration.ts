/**
 * `node runIntegration.ts`: runs test/integration inside VS Code, a window for each of its folders.
 * `TEST_GREP` narrows it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { bundleTests, testFilesIn } from './bundle';
import { findDesktop, NoDesktop, runInDesktop, type Desktop } from './desktop';
import { copyFixture } from './fixtures';
import { runInBrowser } from './integration';
import { ROOT } from './paths';
import { Results } from './results';
import { sharedServer, type Server } from './server';

/** The windows: test/integration/NAME runs in one that opens a copy of test/fixtures/FIXTURE. */
const WINDOWS: readonly {
  readonly name: string;
  readonly fixture?: string;
  readonly inWebWorker?: boolean;
  readonly language?: string;
}[] = [
  { name: 'folder', fixture: 'workspace' },
  { name: 'multiroot', fixture: 'multiroot' },
  { name: 'empty' },
  { name: 'chinese', fixture: 'workspace', language: 'zh-cn' },
  { name: 'worker', fixture: 'workspace', inWebWorker: true },
];

const results = new Results();
let desktop: Desktop | undefined;
let inBrowser: { server: Server; browser: Browser } | undefined;

try {
  desktop = await findDesktop();
} catch (error) {
  giveUpOnDesktop(error);
}
try {
  for (const window of WINDOWS) {
    const folder = join(ROOT, 'test', 'integration', window.name);
    const files = existsSync(folder) ? testFilesIn(folder) : [];
    if (files.length > 0) await runWindow(window, files);
  }
} catch (error) {
  results.fail(
    'integration tests',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
} finally {
  await inBrowser?.browser.close();
  await inBrowser?.server.stop();
}
results.finish();

async function runWindow(
  window: (typeof WINDOWS)[number],
  files: readonly string[],
): Promise<void> {
  const platform = window.inWebWorker ? 'browser' : 'node';
  const entry = join(ROOT, 'test', window.inWebWorker ? 'web' : 'integration', 'index.ts');
  const bundle = await bundleTests(
    `integration-${window.name}`,
    entry,
    files,
    platform,
    process.env['TEST_GREP'],
  );
  const copy = window.fixture ? copyFixture(window.fixture) : undefined;
  console.log(`  window “${window.name}”`);
  try {
    // Language and web worker are set through the page: these two always run in a browser.
    if (desktop && platform === 'node' && !window.language) {
      try {
        await runInDesktop(desktop, window.name, bundle, copy?.open, results.take);
        return;
      } catch (error) {
        giveUpOnDesktop(error);
      }
    }
    inBrowser ??= { server: await sharedServer(), browser: await launchBrowser() };
    await runInBrowser(
      inBrowser.browser,
      inBrowser.server,
      window.name,
      bundle,
      { ...window, open: copy?.open },
      results.take,
    );
  } finally {
    copy?.remove();
  }
}

function giveUpOnDesktop(error: unknown): void {
  if (!(error instanceof NoDesktop)) throw error;
  desktop = undefined;
  console.log(
    `  No desktop VS Code: ${error.message}. Using the VS Code that npm carries, in a browser.`,
  );
}
