/**
 * VS Code fully in the browser, as on vscode.dev: no remote, no Node, files in memory. The server
 * only hands out VS Code's own files here, and the test run the extension's.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import type { TestBundle } from './bundle';
import { ROOT } from './paths';
import type { TestEvent } from './reporter';
import type { Server } from './server';
import { TestRun } from './testRun';
import { listen, overrideConfiguration, type TestSignals } from './workbench';

/** Where the extension's files appear; only the page itself sees this address. */
const EXTENSION_PATH = '/__extension';

/** Built-in extensions that would normally come with the remote. */
const BUILT_IN = ['markdown-basics', 'yaml'];

/**
 * Where code-server's page looks for the user's data: that of vscode.dev has it in the browser's
 * database.
 */
const USER_DATA_HOME =
  /(?<=userRoamingDataHome\(\)\{return \w+\()(?<path>\w+\.file)\(this\.userDataPath\)\.with\(\{scheme:\w+\.vscodeRemote\}/;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * Opens a window without a remote on the empty in-memory folder `tmp:/workspace`, with the
 * extension in its web worker.
 */
export async function openWebWindow(
  context: BrowserContext,
  server: Server,
  options: { readonly tests?: string } = {},
  signals?: TestSignals,
): Promise<Page> {
  const { host } = new URL(server.url);
  const uri = (path: string): object => ({ scheme: 'http', authority: host, path });
  const page = await context.newPage();
  await page.route(`${server.url}${EXTENSION_PATH}/**`, async (route) => {
    const file = join(
      ROOT,
      decodeURIComponent(new URL(route.request().url()).pathname).slice(EXTENSION_PATH.length),
    );
    if (!existsSync(file) || !statSync(file).isFile())
      return route.fulfill({ status: 404, body: '' });
    const headers = { 'access-control-allow-origin': '*' };
    return route.fulfill({
      body: readFileSync(file),
      contentType: TYPES[extname(file)] ?? 'text/plain',
      headers,
    });
  });
  // code-server's page insists on a remote, whatever its configuration says, and on keeping the
  // user's data there.
  await page.route('**/out/vs/code/browser/workbench/workbench.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text())
        .replace('remoteAuthority:location.host', 'remoteAuthority:void 0')
        .replace(USER_DATA_HOME, '$<path>("/").with({scheme:"vscode-userdata"}'),
    });
  });
  await overrideConfiguration(page, {
    remoteAuthority: null,
    folderUri: { scheme: 'tmp', path: '/workspace' },
    enableWorkspaceTrust: false,
    additionalBuiltinExtensions: (await builtInPaths(server)).map(uri),
    configurationDefaults: { 'chat.disableAIFeatures': true, 'workbench.startupEditor': 'none' },
    developmentOptions: {
      enableSmokeTestDriver: true,
      logLevel: 3,
      extensions: [uri(EXTENSION_PATH)],
      ...(options.tests
        ? {
            extensionTestsPath: uri(
              `${EXTENSION_PATH}/${relative(ROOT, options.tests).replaceAll('\\', '/')}`,
            ),
          }
        : {}),
    },
  });
  if (signals) await listen(page, signals);
  await page.goto(server.url);
  return page;
}

/** Runs a bundle of tests in the web worker of such a window; resolves when the window is done. */
export async function runInWeb(
  browser: Browser,
  server: Server,
  bundle: TestBundle,
  emit: (event: TestEvent) => void,
): Promise<void> {
  const context = await browser.newContext();
  const run = new TestRun('web', bundle, emit);
  try {
    const signals = {
      onConsole: run.onConsole,
      onExit: (code: number) => run.end(`ended with code ${code}`),
    };
    const page = await openWebWindow(context, server, { tests: bundle.script }, signals);
    page.once('crash', () => run.end('crashed'));
    page.once('close', () => run.end('was closed'));
    await run.over;
  } finally {
    await context.close();
  }
}

/** The server's address of its own static files carries the commit; the start page tells it. */
async function builtInPaths(server: Server): Promise<string[]> {
  const html = await (await fetch(server.url)).text();
  const base = /href="([^"]*)\/out\/vs\/code\/browser\/workbench\/workbench\.css"/.exec(html)?.[1];
  if (!base)
    throw new Error("VS Code's start page does not look as expected: no workbench.css in it.");
  const { pathname } = new URL(base, `${server.url}/`);
  return BUILT_IN.map((name) => `${pathname}/extensions/${name}`);
}
