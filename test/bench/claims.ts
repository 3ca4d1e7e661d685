import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBundles } from './bundle';
import { writeCorpus } from './generateCorpus';
import { median, ratio, timeRow, type Row } from './measure';

const FLOOR = fileURLToPath(new URL('readWithJsYaml.mjs', import.meta.url));
/** What was just written is read again by everybody, in milliseconds. */
const UNSETTLED = 2_500;

/** Milliseconds that processes take from their start to their end. */
interface Times {
  readonly floor: number;
  /** `claims list --count` when nothing is kept yet, and when all is. */
  readonly cold: number;
  readonly warm: number;
}

/**
 * `claims list --count` on corpora of these sizes, the last one the largest, beside a program that
 * reads and parses each sidecar in one thread.
 */
export function claimsRows(sizes: readonly number[], runs: number): Row[] {
  const times = withBundles((folder) =>
    sizes.map((size) => timesOf(join(folder, 'dist/claims.js'), size, runs)),
  );
  const [first, last] = [times[0] as Times, times.at(-1) as Times];
  const [fewest, most] = [sizes[0] ?? 0, sizes.at(-1) ?? 0].map((n) => n.toLocaleString('en'));
  const row = (what: string, kind: 'cold' | 'warm', goal: string) => [
    {
      ...timeRow(`\`claims list --count\`, ${most} articles, ${what}`, undefined, {
        ours: last[kind],
        floor: last.floor,
      }),
      goal,
    },
    {
      what: `… ${most} articles ÷ ${fewest} (floor: the same of reading and parsing)`,
      ours: ratio(last[kind], first[kind]),
      floor: ratio(last.floor, first.floor),
    },
  ];
  return [
    ...row('the first time (floor: read, and js-yaml’s `load`, in one thread)', 'cold', '≤ 1.5 ×'),
    ...row('again (the same floor)', 'warm', '≤ 0.3 ×'),
  ];
}

function timesOf(program: string, articles: number, runs: number): Times {
  const folder = mkdtempSync(join(tmpdir(), 'claims-corpus-'));
  try {
    const { annotations } = writeCorpus(join(folder, 'corpus'), { articles });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, UNSETTLED);
    const run = (...args: readonly string[]) => {
      const started = performance.now();
      const printed = execFileSync(process.execPath, [...args, join(folder, 'corpus')], {
        encoding: 'utf8',
        env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') },
      });
      assert.equal(Number(printed), annotations);
      return performance.now() - started;
    };
    const all = Array.from({ length: runs }, (): Times => {
      rmSync(join(folder, 'cache'), { recursive: true, force: true });
      const list = [program, 'list', '--count'] as const;
      return { floor: run(FLOOR), cold: run(...list), warm: run(...list) };
    });
    const medianOf = (kind: keyof Times) => median(all.map((times) => times[kind]));
    return { floor: medianOf('floor'), cold: medianOf('cold'), warm: medianOf('warm') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
