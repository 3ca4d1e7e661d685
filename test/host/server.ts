import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installVSCode } from './install';
import { runToEnd, startGuarded } from './processes';

/** A running VS Code server. */
export interface Server {
  /** `http://127.0.0.1:PORT`, reachable from this machine only. */
  readonly url: string;
  /** Its data: user settings, installed extensions, logs. Outside the checkout. */
  readonly dataDir: string;
  /**
   * Ends the server and, unless the caller gave the folder, removes its data. Does nothing for a
   * server started elsewhere.
   */
  stop(): Promise<void>;
}

/** Options of {@link startServer}. */
export interface ServerOptions {
  /** 0 or left out: any free port. */
  readonly port?: number;
  /** User settings beside {@link QUIET_SETTINGS}. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Installed before the start, as a user would install it. */
  readonly vsix?: string;
}

/** Nothing pops up, nothing calls home, nothing asks. */
export const QUIET_SETTINGS: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  // On by default in a browser: tests say when a file is saved.
  'files.autoSave': 'off',
  // Decided, so that it isn't offered.
  'explorer.fileNesting.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.confirmBeforeClose': 'never',
  'workbench.editor.useModal': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const START_LIMIT_MS = 60_000;

/**
 * Names under which a runner tells the test files of its server, so that one server serves them
 * all.
 */
const SHARED = { url: 'CLAIM_ANNOTATOR_TEST_SERVER', dataDir: 'CLAIM_ANNOTATOR_TEST_SERVER_DATA' };

/** Environment variables that make {@link sharedServer} in a child process use this server. */
export function shareServer(server: Server): Record<string, string> {
  return { [SHARED.url]: server.url, [SHARED.dataDir]: server.dataDir };
}

/**
 * The server that the runner started for all tests, or a new one when a test file runs by itself.
 */
export async function sharedServer(): Promise<Server> {
  const url = process.env[SHARED.url];
  const dataDir = process.env[SHARED.dataDir];
  return url && dataDir ? { url, dataDir, stop: () => Promise.resolve() } : startServer();
}

/**
 * Starts VS Code's server on 127.0.0.1 and waits until it answers. Installs VS Code first if need
 * be.
 */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { node, main } = await installVSCode();
  const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'claim-annotator-vscode-'));
  mkdirSync(join(dataDir, 'data', 'User'), { recursive: true });
  writeUserSettings(dataDir, options.settings ?? {});
  const common = [
    main,
    '--server-data-dir',
    dataDir,
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
  ];
  // What the extension keeps beside the workspace ends with the server, too.
  const env = { ...serverEnvironment(), XDG_CACHE_HOME: join(dataDir, 'cache') };
  if (options.vsix) {
    const { code, output } = await runToEnd(
      node,
      [...common, '--install-extension', options.vsix],
      { env, timeoutMs: START_LIMIT_MS },
    );
    if (code !== 0 || !existsSync(join(dataDir, 'extensions')))
      throw new Error(`VS Code did not install ${options.vsix}:\n${output}`);
  }
  const port = options.port || (await freePort());
  const listen = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const child = startGuarded([node, ...common, ...listen], env);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.stdin?.end();
    await ended;
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`VS Code's server ${why}:\n${output}`));
    const limit = setTimeout(
      () => fail(`did not answer within ${START_LIMIT_MS / 1000} s`),
      START_LIMIT_MS,
    );
    const read = (text: Buffer): void => {
      if (output.length < 20_000) output += text.toString();
      if (!/Extension host agent listening on/.test(output)) return;
      clearTimeout(limit);
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then(() => fail('ended before it answered'));
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url: `http://127.0.0.1:${port}`, dataDir, stop };
}

/** Replaces the user settings of a server, also while it runs: open windows take them over. */
export function writeUserSettings(
  dataDir: string,
  settings: Readonly<Record<string, unknown>>,
): void {
  const text = JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2);
  writeFileSync(join(dataDir, 'data', 'User', 'settings.json'), text);
}

/**
 * This process's environment without what a surrounding VS Code put there, and without an extension
 * marketplace.
 */
function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_V8_COVERAGE$)/.test(name),
  );
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}' };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
