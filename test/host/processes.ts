import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths';

/** How a command ended, and everything it printed. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/**
 * Starts a command that ends with this process, whatever happens to this process (see
 * scripts/guard.mjs). Closing the returned process's standard input ends the command.
 */
export function startGuarded(
  command: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'scripts', 'guard.mjs'), ...command], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env,
    windowsHide: true,
  });
}

/**
 * Runs a command to its end and collects its output.
 * @param options.cwd folder to run in; `options.timeoutMs` ends a command that takes longer, which
 *   then counts as failed
 */
export function runToEnd(
  command: string,
  args: readonly string[],
  options: { cwd?: string; timeoutMs?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs ?? 0,
      windowsHide: true,
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', (error) => resolve({ code: 127, output: output + error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
