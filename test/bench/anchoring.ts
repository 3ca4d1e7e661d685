/**
 * Times our anchoring beside its peers and plain `indexOf`, on texts the project generates:
 *
 *     node --import ./scripts/typescript.mjs test/bench/anchoring.ts
 *
 * Peers that take too long are stopped after a budget and extrapolated (marked ~).
 */
import { anchorAll, describe, type Selector } from '../../src/core/anchoring/index';
import { makeRevision, type Revision } from './anchoringTexts';
import { domAnchor, hypothesis, type Peer } from './anchoringPeers';

const BUDGET_MS = 15_000;

function nearestOccurrence(text: string, { exact, start }: Selector): void {
  let nearest = -1;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (nearest < 0 || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
  }
}

/** Milliseconds for all passages, and whether they were extrapolated. */
function timeEach({ now, selectors }: Revision, anchor: Peer): [number, boolean] {
  const started = performance.now();
  for (let done = 0; done < selectors.length; done += 1) {
    // A stride that visits the whole text, so that a part stands for all.
    anchor(now, selectors[(done * 7919) % selectors.length]!);
    const elapsed = performance.now() - started;
    if (elapsed > BUDGET_MS) return [(elapsed / (done + 1)) * selectors.length, true];
  }
  return [performance.now() - started, false];
}

function timeAll({ now, selectors }: Revision): number {
  const started = performance.now();
  anchorAll(now, selectors);
  return performance.now() - started;
}

function timeDescribe(text: string): string {
  const times = Array.from({ length: 200 }, (_, index) => {
    const start = Math.floor((text.length * index) / 200);
    const begun = performance.now();
    describe(text, { start, end: Math.min(text.length, start + 40) });
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  return `median ${times[100]!.toFixed(3)} ms, max ${times.at(-1)!.toFixed(2)} ms`;
}

async function main(): Promise<void> {
  const peers: [string, Peer | undefined][] = [
    ['approx-string-match, scored like Hypothesis', await hypothesis()],
    ['dom-anchor-text-quote', await domAnchor()],
  ];

  makeRevision(20_000, 20, 1);
  timeAll(makeRevision(200_000, 200, 2));
  for (const [size, count] of [
    [1_000_000, 1000],
    [5_000_000, 10_000],
  ] as const) {
    const revision = makeRevision(size, count, 7);
    console.log(`\n${String(count)} passages in ${String(size / 1e6)} M characters`);
    const [plain, plainExtrapolated] = timeEach(revision, nearestOccurrence);
    const row = (name: string, ms: number, extrapolated: boolean): void => {
      console.log(
        `  ${name.padEnd(45)} ${extrapolated ? '~' : ' '}${(ms / 1000).toFixed(2).padStart(9)} s ${(ms / plain).toFixed(2).padStart(9)} ×`,
      );
    };
    row('indexOf, nearest to the old offset', plain, plainExtrapolated);
    row('ours, all together', timeAll(revision), false);
    for (const [name, peer] of peers) {
      if (peer === undefined) console.log(`  ${name.padEnd(45)}   not installed`);
      else row(name, ...timeEach(revision, peer));
    }
    console.log(`  describe: ${timeDescribe(revision.now)}`);
  }
  console.log(
    `\ndescribe, where no context is unique: ${timeDescribe('the same line\n'.repeat(10_000))}`,
  );
}

void main();
