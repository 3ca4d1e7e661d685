import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newSidecar } from '../../src/core/sidecar/editSidecar';
import { Child, node } from './childScript';
import { NOBODY, SIDECAR, begin, clean, hear, listen } from './crashWitness';
import type { Figure, Random, Size } from './scenario';

/** How often each trouble comes and goes. */
const ROUNDS = { short: 3, full: 40 };

/** Something that makes writing fail, and that goes away again. */
interface Trouble {
  readonly title: string;
  /** Whether it can be made on this computer. */
  readonly isPossible: () => boolean;
  /** What the writer is told. */
  readonly code: string;
  /** The command that runs the writer. */
  readonly command?: (folder: string, writer: [string, ...string[]]) => [string, ...string[]];
  readonly uid?: number;
  /** Where this process sees the writer's folder. */
  readonly seen?: (folder: string, pid: number) => string;
  readonly begin: (folder: string, pid: number) => void;
  readonly end: (folder: string, pid: number) => void;
}

/** A small disk, mounted for the writer alone, gets full. */
const fullDisk: Trouble = {
  title: 'full disk',
  isPossible: () =>
    spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status === 0,
  code: 'ENOSPC',
  command: (folder, writer) => [
    'unshare',
    '-rm',
    'bash',
    '-c',
    'mount -t tmpfs -o size=256k none "$1" && shift && exec "$@"',
    'bash',
    folder,
    ...writer,
  ],
  seen: (folder, pid) => `/proc/${pid}/root${folder}`,
  begin(folder) {
    const filler = openSync(join(folder, 'filler'), 'a');
    try {
      for (;;) writeSync(filler, Buffer.alloc(4096));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(filler);
    }
  },
  end: (folder) => rmSync(join(folder, 'filler'), { force: true }),
};

/** The writer may not write files of any size, which looks to it as a full disk does. */
const limit: Trouble = {
  title: 'limit of a file’s size',
  isPossible: () => spawnSync('prlimit', ['--version']).status === 0,
  code: 'EFBIG',
  begin: (_, pid) => void spawnSync('prlimit', ['--pid', String(pid), '--fsize=100:unlimited']),
  end: (_, pid) => void spawnSync('prlimit', ['--pid', String(pid), '--fsize=unlimited:unlimited']),
};

const readOnlyFolder: Trouble = {
  title: 'read-only folder',
  isPossible: () => process.platform !== 'win32',
  code: 'EACCES',
  // The administrator may write everywhere.
  ...(process.getuid?.() === 0 ? { uid: NOBODY } : {}),
  begin: (folder) => chmodSync(folder, 0o555),
  end: (folder) => chmodSync(folder, 0o755),
};

export const TROUBLES = [fullDisk, limit, readOnlyFolder];

export async function getIntoTrouble(
  trouble: Trouble,
  folder: string,
  script: string,
  size: Size,
  random: Random,
): Promise<Figure[]> {
  if (!trouble.isPossible())
    return [{ name: trouble.title, value: 'can’t be made on this computer', holds: true }];
  const wanted = ROUNDS[size];
  const below = join(folder, trouble.code);
  const witness = begin(below, 5, 20);
  const command = node(script, witness.path, String(random.below(1e6)), '5', '60', '20');
  const writer = new Child(trouble.command?.(below, command) ?? command, trouble);
  const seen = trouble.seen?.(below, writer.pid) ?? below;
  witness.path = join(seen, SIDECAR);
  let reported = 0;
  let remaining = 0;
  try {
    // A small disk is empty at first.
    if (trouble.seen !== undefined) witness.present = newSidecar();
    for (let round = 0; round < wanted; round++) {
      await listen(writer, witness, 6 + random.below(12));
      // As above: the trouble comes at any moment.
      await sleep(random.below(10));
      trouble.begin(seen, writer.pid);
      // What is under way may still succeed, and make room.
      while ((await hear(writer, witness)) !== `failed ${trouble.code}`)
        trouble.begin(seen, writer.pid);
      reported++;
      witness.look();
      trouble.end(seen, writer.pid);
      if (round < wanted - 1) writer.send('go on');
    }
    // A small disk goes with its writer; elsewhere, a writer that lives may keep its lock.
    remaining = await clean(seen);
  } finally {
    trouble.end(seen, writer.pid);
    await writer.kill();
  }
  if (existsSync(seen)) remaining = await clean(seen);
  return [
    {
      name: `${trouble.title} (${trouble.code}), reported by the writer, which went on afterwards`,
      value: `${reported} of ${wanted}`,
      holds: reported === wanted,
    },
    {
      name: `${trouble.title}: torn files`,
      value: `${witness.torn}${witness.problem}`,
      holds: witness.torn === 0,
    },
    {
      name: `${trouble.title}: acknowledged changes lost`,
      value: `${witness.lost} of ${witness.acknowledged}`,
      holds: witness.lost === 0,
    },
    {
      name: `${trouble.title}: left behind after cleaning`,
      value: `${remaining}`,
      holds: remaining === 0,
    },
  ];
}
