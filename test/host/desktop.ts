import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestBundle } from './bundle';
import { MODELS, ROOT, VSCODE_FOLDER } from './paths';
import { startGuarded } from './processes';
import type { TestEvent } from './reporter';
import { QUIET_SETTINGS } from './server';
import { TestRun } from './testRun';

/** A download that stands still for this long has failed. */
const DOWNLOAD_STALL_MS = 15_000;

/** How to start a desktop VS Code: its program, after `xvfb-run` where there is no display. */
export type Desktop = readonly string[];

/**
 * Why this machine cannot run a desktop VS Code, in words that fit after “no desktop VS Code: ”.
 */
export class NoDesktop extends Error {}

/** Whether a window would have a screen to appear on. */
export function hasDisplay(): boolean {
  return (
    process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  );
}

/**
 * The desktop VS Code that `VSCODE_EXECUTABLE` names, or the newest one, downloaded. Throws {@link
 * NoDesktop}.
 */
export async function findDesktop(): Promise<Desktop> {
  const screen = hasDisplay() ? [] : findOnPath('xvfb-run') ? ['xvfb-run', '-a'] : undefined;
  if (!screen) throw new NoDesktop('there is neither a display nor xvfb-run');
  return [...screen, process.env['VSCODE_EXECUTABLE'] ?? (await downloadDesktop())];
}

/**
 * Downloads VS Code into .vscode-test/, or finds it there; returns the path of its program. Throws
 * {@link NoDesktop}.
 */
export async function downloadDesktop(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({
      cachePath: VSCODE_FOLDER,
      reporter: new SilentReporter(),
      timeout: DOWNLOAD_STALL_MS,
    });
  } catch (error) {
    throw new NoDesktop(
      `the download failed (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/**
 * Runs a bundle of tests inside a desktop window. Throws {@link NoDesktop} if VS Code ends before
 * any test reports.
 */
export async function runInDesktop(
  desktop: Desktop,
  name: string,
  bundle: TestBundle,
  open: string | undefined,
  emit: (event: TestEvent) => void,
): Promise<void> {
  // Short, because VS Code puts sockets there, whose paths may have 103 bytes at most.
  const data = mkdtempSync(join(realpathSync(tmpdir()), 'ca-'));
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(QUIET_SETTINGS));
  const held: TestEvent[] = [];
  const run: TestRun = new TestRun(name, bundle, (event) =>
    run.started ? emit(event) : held.push(event),
  );
  try {
    const child = startGuarded([
      ...desktop,
      ...(open ? [open] : []),
      `--extensionDevelopmentPath=${ROOT}`,
      `--extensionDevelopmentPath=${MODELS}`,
      `--extensionTestsPath=${bundle.script}`,
      `--user-data-dir=${data}`,
      `--extensions-dir=${join(data, 'extensions')}`,
      ...[
        '--no-sandbox',
        '--disable-gpu-sandbox',
        '--disable-updates',
        '--disable-workspace-trust',
      ],
      ...['--skip-welcome', '--skip-release-notes', '--disable-telemetry', '--disable-extensions'],
    ]);
    child.stdout?.on('data', (text: Buffer) => run.onOutput(text.toString()));
    child.stderr?.on('data', (text: Buffer) => run.onOutput(text.toString()));
    const ended = new Promise<void>((resolve) =>
      child.once('close', (code) => {
        run.end(`ended with code ${code}`);
        resolve();
      }),
    );
    await run.over;
    child.stdin?.end();
    await ended;
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  if (!run.started)
    throw new NoDesktop(
      `it did not start:\n${held.map((event) => ('error' in event ? event.error : '')).join('\n')}`,
    );
}

/** The full path of a program on the PATH. */
export function findOnPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
