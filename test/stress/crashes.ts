import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleScript, Child, node } from './childScript';
import { TROUBLES, getIntoTrouble } from './crashTroubles';
import { begin, clean, listen } from './crashWitness';
import type { Figure, Random, Scenario, Size } from './scenario';

/**
 * So many annotations, in turn; how long their notes are at first; and how often the writer is
 * killed.
 */
const SIDECARS = [
  { fewest: 0, most: 60, note: 20, kills: { short: 8, full: 200 } },
  // Some 300 KB, so that many kills hit the writing itself.
  { fewest: 150, most: 160, note: 650, kills: { short: 4, full: 100 } },
] as const;

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
