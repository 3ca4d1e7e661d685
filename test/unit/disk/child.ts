/**
 * What the tests of the disk want another process to do: `node child.cjs WHAT PATH VALUE`. Prints a
 * line for each thing that it did.
 */
import { once } from 'node:events';
import fs, { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { withLock } from '../../../src/disk/lock.node';
import { updateFile } from '../../../src/disk/updateFile.node';

const [what = '', path = '', value = ''] = process.argv.slice(2);

const actions: Readonly<Record<string, () => Promise<unknown>>> = {
  /** Adds a line, fifty times. */
  append: async () => {
    for (let i = 0; i < 50; i++)
      await updateFile(path, (bytes) => Buffer.from(`${text(bytes)}${value} ${i}\n`));
  },
  /** Keeps the lock until there is nothing more to read. */
  hold: () =>
    withLock(path, async () => {
      console.log('held');
      await once(process.stdin.resume(), 'end');
    }),
  /** Makes the file as long as `value` says; tells what came of it. */
  fill: async () => {
    const problem = await updateFile(path, () => Buffer.alloc(Number(value), 'y')).then(
      () => undefined,
      (error: unknown) => (error as NodeJS.ErrnoException).code,
    );
    const content = readFileSync(path, 'latin1');
    return { problem, size: content.length, first: content[0], files: readdirSync(dirname(path)) };
  },
  /** Whether the process is as it was before our modules were loaded. */
  look: () =>
    Promise.resolve({
      signals: process.eventNames().filter((name) => String(name).startsWith('SIG')),
      emit: Object.hasOwn(process, 'emit'),
      graceful: Symbol.for('graceful-fs.queue') in fs,
    }),
};

void actions[what]?.().then((result) => console.log(JSON.stringify(result ?? 'done')));

function text(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : Buffer.from(bytes).toString();
}
