import type { Browser } from 'playwright-core';
import type { TestBundle } from './bundle';
import { MODELS, ROOT } from './paths';
import type { TestEvent } from './reporter';
import type { Server } from './server';
import { TestRun } from './testRun';
import { openWindow, type WindowOptions } from './workbench';

/**
 * Runs a bundle of tests inside a window of VS Code that a browser shows; resolves when the window
 * is done.
 */
export async function runInBrowser(
  browser: Browser,
  server: Server,
  name: string,
  bundle: TestBundle,
  options: Pick<WindowOptions, 'open' | 'inWebWorker' | 'language'>,
  emit: (event: TestEvent) => void,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const run = new TestRun(name, bundle, emit);
  try {
    const page = await openWindow(
      context,
      server,
      {
        ...options,
        extension: ROOT,
        others: options.inWebWorker === true ? [] : [MODELS],
        tests: bundle.script,
      },
      { onConsole: run.onConsole, onExit: (code) => run.end(`ended with code ${code}`) },
    );
    page.once('crash', () => run.end('crashed'));
    page.once('close', () => run.end('was closed'));
    await run.over;
  } finally {
    await context.close();
  }
}
