import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newSidecar } from '../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
import { removeLeftovers } from '../../src/disk/leftovers.node';
import { bundleScript, Child, node } from './childScript';
import { apply, type Operation } from './operations';
import type { Figure, Random, Scenario, Size } from './scenario';

const SIDECAR = 'a.md.claims.yaml';

/**
 * So many annotations, in turn; how long their notes are at first; and how often the writer is
 * killed.
 */
const SIDECARS = [
  { fewest: 0, most: 60, note: 20, kills: { short: 8, full: 200 } },
  // Some 300 KB, so that many kills hit the writing itself.
  { fewest: 150, most: 160, note: 650, kills: { short: 4, full: 100 } },
] as const;

/** The user without rights, as whom writers run where the administrator runs the tests. */
const NOBODY = 65534;

/** How often each trouble comes and goes. */
const ROUNDS = { short: 3, full: 40 };

/**
 * After a kill, the writer that is started next may not wait much longer than it takes to start.
 * Milliseconds.
 */
const SOON = 5000;

/**
 * A writer that is killed, a disk that gets full, and a folder that becomes read-only, at any
 * moment of writing.
 */
export const crashes: Scenario = {
  title: 'Crashes while a sidecar is written',
  async run(size, random) {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'claim-annotator-crashes-'));
    chmodSync(folder, 0o755);
    try {
      const script = await bundleScript('test/stress/crashWriter.ts', folder);
      const figures = await killOften(folder, script, size, random.fork());
      for (const trouble of TROUBLES)
        figures.push(...(await getIntoTrouble(trouble, folder, script, size, random.fork())));
      return figures;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** What the sidecar must say, from what its writer said that it does and did. */
class Witness {
  torn = 0;
  lost = 0;
  /** The first thing that was wrong. */
  problem = '';
  acknowledged = 0;
  private underWay: Operation | undefined;

  /** @param present what was acknowledged last */
  constructor(
    public path: string,
    public present: SidecarFile,
  ) {}

  /** Takes in a line of the writer's. */
  hear(line: string): void {
    if (line.startsWith('try ')) this.underWay = JSON.parse(line.slice(4)) as Operation;
    if (line !== 'ok' || this.underWay === undefined) return;
    this.present = apply(this.present, this.underWay);
    this.underWay = undefined;
    this.acknowledged++;
  }

  /** Compares the file with what was acknowledged last, and with what was under way. */
  look(): void {
    const text = readFileSync(this.path, 'utf8');
    const after = this.underWay && apply(this.present, this.underWay);
    this.underWay = undefined;
    if (text === this.present.text) return;
    if (text === after?.text) {
      this.present = after;
      return;
    }
    const found = readSidecar(text);
    if (found.problems.length > 0 || found.refusal !== undefined) this.torn++;
    else this.lost++;
    this.problem ||= ` (first: ${text.length} characters instead of ${this.present.text.length})`;
    this.present = found;
  }
}

async function killOften(
  folder: string,
  script: string,
  size: Size,
  random: Random,
): Promise<Figure[]> {
  const wanted = SIDECARS.reduce((sum, { kills }) => sum + kills[size], 0);
  const sum = {
    kills: 0,
    acknowledged: 0,
    torn: 0,
    lost: 0,
    slowest: 0,
    temporary: 0,
    locks: 0,
    remaining: 0,
  };
  let problem = '';
  for (const [i, { fewest, most, note, kills }] of SIDECARS.entries()) {
    const below = join(folder, `killed${i}`);
    const witness = begin(below, fewest, note);
    for (let kill = 0; kill < kills[size]; kill++) {
      const start = performance.now();
      const writer = new Child(
        node(
          script,
          witness.path,
          String(random.below(1e6)),
          String(fewest),
          String(most),
          String(note),
        ),
      );
      try {
        await listen(writer, witness, 1);
        sum.slowest = Math.max(sum.slowest, performance.now() - start);
        await listen(writer, witness, random.below(12));
        // Not to wait for something, but so that the kill comes at any moment of what the writer
        // does next.
        await sleep(random.below(15));
      } finally {
        await writer.kill();
      }
      for (const line of await writer.rest()) witness.hear(line);
      if ((await writer.ended).signal === 'SIGKILL') sum.kills++;
      witness.look();
      if (readdirSync(below).some((name) => name.endsWith('.lock'))) sum.locks++;
    }
    sum.temporary += readdirSync(below).filter((name) => name.endsWith('.tmp')).length;
    sum.remaining += await clean(below);
    sum.acknowledged += witness.acknowledged;
    sum.torn += witness.torn;
    sum.lost += witness.lost;
    problem ||= witness.problem;
  }
  return [
    {
      name: 'writers killed',
      value: `${sum.kills} of ${wanted}, after ${sum.acknowledged} acknowledged changes`,
      holds: sum.kills === wanted,
    },
    { name: 'torn files', value: `${sum.torn}${problem}`, holds: sum.torn === 0 },
    { name: 'acknowledged changes lost', value: `${sum.lost}`, holds: sum.lost === 0 },
    {
      name: 'longest wait of a restarted writer, its start included',
      value: `${Math.round(sum.slowest)} ms`,
      holds: sum.slowest < SOON,
    },
    {
      name: 'left behind by kills',
      value: `${sum.temporary} temporary files and ${sum.locks} locks; after cleaning ${sum.remaining}`,
      holds: sum.remaining === 0,
    },
  ];
}

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

const TROUBLES = [fullDisk, limit, readOnlyFolder];

async function getIntoTrouble(
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

/**
 * Makes a folder with a sidecar of so many annotations with notes of that length, in which the
 * writer may write.
 */
function begin(folder: string, count: number, note: number): Witness {
  mkdirSync(folder);
  const path = join(folder, SIDECAR);
  let file = newSidecar();
  for (let i = 0; i < count; i++)
    file = apply(file, {
      kind: 'insert',
      id: `start${i}`,
      at: i,
      field: 'note',
      value: '起'.repeat(note + (i % 20)),
    });
  writeFileSync(path, file.text);
  if (process.getuid?.() === 0) for (const made of [folder, path]) chownSync(made, NOBODY, NOBODY);
  return new Witness(path, file);
}

/** Hears a writer out until it acknowledged so many changes. */
async function listen(writer: Child, witness: Witness, count: number): Promise<void> {
  for (let acknowledged = 0; acknowledged < count;) {
    const line = await hear(writer, witness);
    if (line === 'ok') acknowledged++;
    else if (!line.startsWith('try ')) throw new Error(`The writer said: ${line}`);
  }
}

async function hear(writer: Child, witness: Witness): Promise<string> {
  const line = await writer.next();
  if (line === undefined) throw new Error(`The writer ended. ${writer.complaints}`);
  witness.hear(line);
  return line;
}

/** Removes what was left behind; returns how much is there beside the sidecar all the same. */
async function clean(folder: string): Promise<number> {
  await removeLeftovers(folder, 0);
  return readdirSync(folder).filter((name) => name !== SIDECAR).length;
}
