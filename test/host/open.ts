/**
 * Opens VS Code for a person, with this extension in it: what `npm start` does once everything is
 * built.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { downloadDesktop, findOnPath, hasDisplay, NoDesktop } from './desktop';
import { OUT, ROOT, VSCODE_FOLDER } from './paths';
import { runToEnd } from './processes';
import { startServer, type Server } from './server';
import { windowAddress } from './workbench';

/** Options of {@link openVSCode}. */
export interface OpenOptions {
  /** Absolute path of the folder or `.code-workspace` file to open. */
  readonly open: string;
  /** `desktop` or `npm` to insist on one; left out: desktop where possible. */
  readonly host?: 'desktop' | 'npm' | undefined;
  /** Port of the npm host; 0: any free one. */
  readonly port: number;
  /** Whether to show the npm host's address in a browser, where there is a display. */
  readonly showBrowser: boolean;
}

/**
 * Opens VS Code and resolves when the person is done with it.
 * @param interrupted resolves when the person asks this process to end
 */
export async function openVSCode(options: OpenOptions, interrupted: Promise<void>): Promise<void> {
  if (options.host !== 'npm') {
    try {
      await openDesktop(options.open);
      return;
    } catch (error) {
      if (!(error instanceof NoDesktop) || options.host === 'desktop') throw error;
      console.log(
        `No desktop VS Code: ${error.message}. Using the VS Code that npm carries, in a browser.`,
      );
    }
  }
  const server = await serve(options.port);
  try {
    const address = windowAddress(server, options.open);
    console.log(`\n  VS Code with Claim Annotator is at\n\n    ${address}\n\n  Ctrl+C ends it.\n`);
    if (options.showBrowser && hasDisplay()) showInBrowser(address);
    await interrupted;
  } finally {
    await server.stop();
  }
}

/** An installed VS Code first, a downloaded one otherwise. Throws {@link NoDesktop}. */
async function openDesktop(open: string): Promise<void> {
  if (!hasDisplay()) throw new NoDesktop('there is no display');
  const development = `--extensionDevelopmentPath=${ROOT}`;
  const installed = findOnPath(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (installed) {
    const { code, output } = await runToEnd(installed, ['--new-window', development, open]);
    if (code !== 0) throw new NoDesktop(`${installed} did not start: ${output.trim()}`);
    console.log('VS Code opens in a window of its own.');
    return;
  }
  console.log('Downloading VS Code, once …');
  const program = await downloadDesktop();
  const data = join(VSCODE_FOLDER, 'desktop-data');
  const args = [
    open,
    development,
    `--user-data-dir=${data}`,
    `--extensions-dir=${join(data, 'extensions')}`,
    '--disable-workspace-trust',
  ];
  console.log('VS Code opens in a window of its own; this command ends with it.');
  const { code, output } = await runToEnd(
    program,
    process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args,
  );
  if (code !== 0)
    throw new NoDesktop(
      `it ended with code ${code}: ${output.trim().split('\n').slice(-3).join(' ')}`,
    );
}

/**
 * Installs the packaged extension as a user would: in development mode, VS Code in a browser shows
 * no notifications.
 */
async function serve(port: number): Promise<Server> {
  mkdirSync(OUT, { recursive: true });
  const vsix = join(OUT, 'claim-annotator.vsix');
  const vsce = [
    join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce'),
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
  ];
  const { code, output } = await runToEnd(process.execPath, [...vsce, '--out', vsix]);
  if (code !== 0) throw new Error(`The extension could not be packaged:\n${output}`);
  return startServer({ port, vsix });
}

function showInBrowser(address: string): void {
  const [program, ...args]: readonly string[] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  const child = spawn(
    program ?? '',
    [...args, address.replaceAll('&', process.platform === 'win32' ? '^&' : '&')],
    { stdio: 'ignore', detached: true },
  );
  child.once('error', () =>
    console.log('  (No browser could be opened: open the address yourself.)'),
  );
  child.unref();
}
