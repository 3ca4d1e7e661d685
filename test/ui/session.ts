/**
 * What UI tests share: one server and one browser for all of them, a fresh window and fresh files
 * for each test file.
 */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/browser';
import { copyFixture, type FixtureCopy } from '../host/fixtures';
import { OUT, ROOT } from '../host/paths';
import { sharedServer, writeUserSettings, type Server } from '../host/server';
import { openWebWindow } from '../host/web';
import { openWindow, type WindowOptions } from '../host/workbench';
import { Files } from './files';
import { Window } from './window';

/** What the tests of a suite work with; valid inside its tests. */
export interface Session {
  readonly window: Window;
  readonly files: Files;
  /** Where VS Code's server keeps its data. */
  readonly dataDir: string;
  /** Changes VS Code's user settings for the rest of the suite; `reload` afterwards. */
  settings(changes: Readonly<Record<string, unknown>>): void;
  /**
   * Loads the window anew, as a person does after a restart: same files, same user settings, same
   * browser storage.
   */
  reload(): Promise<void>;
}

/** Options of {@link useWindow}. */
export interface SessionOptions extends Pick<
  WindowOptions,
  'settings' | 'language' | 'inWebWorker' | 'others'
> {
  /**
   * The folder of test/fixtures to open a copy of; `null` for an empty window. Left out:
   * `workspace`.
   */
  readonly fixture?: string | null;
  /** A VS Code without a remote, as on vscode.dev, on an empty in-memory folder. */
  readonly web?: boolean;
}

/** A browser without a screen loses its focus for no reason a person would see. */
const STEADY_SETTINGS = { 'workbench.quickOpen.closeOnFocusLost': false };

const START_LIMIT_MS = 90_000;

let shared: Promise<{ server: Server; browser: Browser }> | undefined;

/**
 * Opens a window before the tests of the surrounding suite and closes it after them; a failing test
 * leaves a picture.
 */
export function useWindow(options: SessionOptions = {}): Session {
  let server: Server | undefined;
  let window: Window | undefined;
  let copy: FixtureCopy | undefined;

  before(async function () {
    this.timeout(START_LIMIT_MS);
    shared ??= startShared();
    const { browser, server: started } = await shared;
    server = started;
    const fixture =
      options.web || options.fixture === null ? undefined : (options.fixture ?? 'workspace');
    copy = fixture ? copyFixture(fixture) : undefined;
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
      locale: 'en-US',
    });
    context.setDefaultTimeout(15_000);
    const page = options.web
      ? await openWebWindow(context, server)
      : await openWindow(context, server, {
          ...options,
          settings: { ...STEADY_SETTINGS, ...options.settings },
          extension: ROOT,
          open: copy?.open,
        });
    window = new Window(page);
    await window.ready();
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || !window) return;
    await keepPicture(window, this.currentTest.fullTitle());
    await printState(window);
    // A box or menu that the test left open would fail the next test too.
    for (let layer = 0; layer < 3; layer += 1) await window.press('Escape');
  });

  after(async () => {
    await window?.context.close();
    if (server) writeUserSettings(server.dataDir, {});
    copy?.remove();
  });

  return {
    get window() {
      if (!window) throw new Error('The window is open only inside the tests of the suite.');
      return window;
    },
    get files() {
      if (!copy) throw new Error('This window shows no files on disk.');
      return new Files(copy.folder);
    },
    get dataDir() {
      if (!server) throw new Error('There is a server only inside the tests of the suite.');
      return server.dataDir;
    },
    settings: (changes) => {
      if (server) writeUserSettings(server.dataDir, changes);
    },
    reload: async () => {
      await window?.page.reload();
      await window?.ready();
    },
  };
}

async function startShared(): Promise<{ server: Server; browser: Browser }> {
  const server = await sharedServer();
  return { server, browser: await launchBrowser() };
}

async function keepPicture(window: Window, title: string): Promise<void> {
  const path = join(
    OUT,
    'ui-failures',
    `${title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100)}.png`,
  );
  await window.screenshot(path).then(
    () => console.log(`    picture of the window: ${path}`),
    (error: unknown) => console.log(`    no picture of the window: ${String(error)}`),
  );
}

/** Where only the output of a run is at hand, not its pictures: what the window showed. */
async function printState(window: Window): Promise<void> {
  const indented = (text: string) => text.replace(/^/gmu, '      ');
  const words = await window.words().catch(String);
  console.log(`    in the window:\n${indented(words.slice(0, 2500))}`);
  console.log(`    last complaints:\n${indented(window.complaints.join('\n').slice(-2500))}`);
}

// At the root of the run: after the last test of the last file.
after(async () => {
  const { browser, server } = (await shared) ?? {};
  await browser?.close();
  await server?.stop();
});
