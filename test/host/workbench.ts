import { utimesSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { EXTENSION_ID } from './paths';
import type { Server } from './server';

/** What a window of VS Code shows and loads. */
export interface WindowOptions {
  /** Absolute path of a folder or of a `.code-workspace` file; left out: an empty window. */
  readonly open?: string | undefined;
  /** Absolute path of the extension under development. */
  readonly extension?: string;
  /** Absolute paths of further extensions. */
  readonly others?: readonly string[];
  /** Absolute path of a script whose `run()` the extension host calls once the window is up. */
  readonly tests?: string;
  /**
   * Runs the extension in the browser's web worker instead of Node; the files stay on the server.
   */
  readonly inWebWorker?: boolean;
  /** Default values of settings for this window alone. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /**
   * Language of the extension's texts, such as `zh-cn`; VS Code's own texts stay English without a
   * language pack.
   */
  readonly language?: string;
}

/** What VS Code tells about a test run in a window. */
export interface TestSignals {
  /** Called for everything the window writes to its console. */
  onConsole(text: string): void;
  /** Called once with the exit code when the script of {@link WindowOptions.tests} is done. */
  onExit(code: number): void;
}

/** Address of a window, as a person could type it. */
export function windowAddress(server: Server, open: string | undefined): string {
  const address = new URL(server.url);
  if (!open) address.searchParams.set('ew', 'true');
  else
    address.searchParams.set(
      open.endsWith('.code-workspace') ? 'workspace' : 'folder',
      serverPath(open),
    );
  address.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true']]));
  return address.href;
}

/** Opens a window in a browser and returns its page; the window may still be loading. */
export async function openWindow(
  context: BrowserContext,
  server: Server,
  options: WindowOptions,
  signals?: TestSignals,
): Promise<Page> {
  const { host } = new URL(server.url);
  const remote = (path: string): object => ({
    scheme: 'vscode-remote',
    authority: host,
    path: serverPath(path),
  });
  const page = await context.newPage();
  if (options.language) await page.addInitScript(useLanguage, options.language);
  await overrideConfiguration(page, {
    configurationDefaults: {
      ...(options.inWebWorker ? { 'remote.extensionKind': { [EXTENSION_ID]: ['web'] } } : {}),
      ...options.settings,
    },
    developmentOptions: {
      // Lets VS Code report test results. It also hides notification toasts, so it is off where
      // nothing is reported.
      enableSmokeTestDriver: Boolean(signals),
      ...(options.extension
        ? { extensions: [options.extension, ...(options.others ?? [])].map(remote) }
        : {}),
      ...(options.tests ? { extensionTestsPath: remote(options.tests) } : {}),
    },
  });
  if (signals) await listen(page, signals);
  await page.goto(windowAddress(server, options.open));
  if (options.open?.endsWith('.code-workspace')) await untilFoldersShow(page, options.open);
  return page;
}

/** Connects a page's automation hooks, which VS Code calls when its smoke test driver is on. */
export async function listen(page: Page, signals: TestSignals): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[] = []) =>
    signals.onConsole(args.map(String).join(' ')),
  );
  await page.exposeFunction('codeAutomationExit', (code: number) => signals.onExit(code));
}

/**
 * Changes what the page tells VS Code to start with; `null` removes a key. Works inside the page: a
 * page that a test serves in place of the server's may not connect back to the server (Chromium's
 * local network access checks).
 */
export async function overrideConfiguration(
  page: Page,
  overrides: Readonly<Record<string, unknown>>,
): Promise<void> {
  await page.addInitScript(overrideInPage, overrides);
}

/** Runs in the page, before VS Code's own scripts read the configuration. */
function overrideInPage(overrides: Readonly<Record<string, unknown>>): void {
  interface Attributes {
    readonly id: string;
    getAttribute: (this: Attributes, name: string) => string | null;
  }
  const { prototype } = (globalThis as unknown as { Element: { prototype: Attributes } }).Element;
  const original = prototype.getAttribute;
  prototype.getAttribute = function (name) {
    const value = original.call(this, name);
    if (
      this.id !== 'vscode-workbench-web-configuration' ||
      name !== 'data-settings' ||
      value === null
    )
      return value;
    const merged = { ...(JSON.parse(value) as Record<string, unknown>), ...overrides };
    return JSON.stringify(
      Object.fromEntries(Object.entries(merged).filter(([, kept]) => kept !== null)),
    );
  };
}

/**
 * Runs in the page, before VS Code's own `nls.messages.js`, which would otherwise set the language
 * to English.
 */
function useLanguage(language: string): void {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', {
    get: () => language,
    set: () => undefined,
  });
}

/**
 * Waits for the folders of a `.code-workspace` file. VS Code on a server now and then reads the
 * file too early, finds no folders, and looks again only when the file changes.
 */
async function untilFoldersShow(page: Page, workspaceFile: string): Promise<void> {
  const folders = page.locator('.explorer-folders-view .monaco-list-row');
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const shown = await folders
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
    if (shown) return;
    const now = new Date();
    utimesSync(workspaceFile, now, now);
  }
  throw new Error(`The window does not show the folders of ${workspaceFile}.`);
}

/** A path as the server writes it: always with forward slashes. */
function serverPath(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}
