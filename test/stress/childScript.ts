import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../host/paths';

/**
 * Bundles a script as the extension is bundled (the same packages are left out), so that starting
 * it is quick.
 *
 * @param source below the checkout
 * @param folder where the script goes
 * @returns the script's path
 */
export async function bundleScript(source: string, folder: string): Promise<string> {
  const outfile = join(folder, basename(source).replace(/\.ts$/, '.cjs'));
  const alias = JSON.parse(
    readFileSync(join(ROOT, 'src', 'disk', 'aliases.json'), 'utf8'),
  ) as Record<string, string>;
  await build({
    entryPoints: [join(ROOT, source)],
    outfile,
    alias,
    absWorkingDir: ROOT,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  return outfile;
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process that is talked to in lines. */
export class Child {
  readonly ended: Promise<Ending>;
  /** All that it complained about. */
  complaints = '';
  private readonly process: ChildProcess;
  private readonly lines: AsyncIterator<string>;

  /** @param uid runs it as this user */
  constructor(command: readonly [string, ...string[]], { uid }: { readonly uid?: number } = {}) {
    const [program, ...args] = command;
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    this.process = child;
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => (this.complaints += error.message));
      child.once('close', (code, signal) => resolve({ code, signal }));
    });
    // Writing to one that was killed is no news.
    child.stdin.on('error', () => undefined);
    child.stderr.on('data', (data: Buffer) => (this.complaints += data.toString()));
    this.lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  get pid(): number {
    if (this.process.pid === undefined) throw new Error(`Not started. ${this.complaints}`);
    return this.process.pid;
  }

  /** Its next line; undefined once there is none. */
  async next(): Promise<string | undefined> {
    const result = await this.lines.next();
    return result.done === true ? undefined : result.value;
  }

  /** All lines that are still to come. */
  async rest(): Promise<string[]> {
    const lines: string[] = [];
    for (let line = await this.next(); line !== undefined; line = await this.next())
      lines.push(line);
    return lines;
  }

  send(line: string): void {
    this.process.stdin?.write(`${line}\n`);
  }

  /** No more lines will be sent. */
  close(): void {
    this.process.stdin?.end();
  }

  /** Ends it at once, and waits for that. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }
}

/** A command that runs a script of `bundleScript`. */
export function node(script: string, ...args: readonly string[]): [string, ...string[]] {
  return [process.execPath, script, ...args];
}
