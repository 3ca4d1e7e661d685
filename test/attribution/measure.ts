/**
 * Measures the suggestions of speakers on the invented articles, by batch and kind:
 *
 * node --import ./scripts/typescript.mjs test/attribution/measure.ts [BATCH…] [--misses]
 */
import { parseArgs } from 'node:util';
import { suggest } from '../../src/core/attribution/index';
import type { Case } from './cases';
import { batches, markedCases } from './markedArticles';

interface Tally {
  count: number;
  answered: number;
  right: number;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false } },
});
for (const batch of positionals.length > 0 ? positionals : batches())
  for (const withList of [false, true]) {
    const tallies = measure(markedCases(batch), withList);
    console.log(`${batch}, ${withList ? 'with' : 'without'} the list of known speakers`);
    for (const [kind, { count, answered, right }] of [...tallies].sort())
      console.log(
        `  ${kind.padEnd(7)} n ${String(count).padStart(3)}  answered ${percent(answered, count)}  right ${percent(right, count)}  precision ${percent(right, answered)}`,
      );
  }

function measure(cases: readonly Case[], withList: boolean): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const one of cases) {
    const [best] = suggest(one.text, one.passages, withList ? { speakers: one.speakers } : {});
    const isRight = best !== undefined && one.isRight(best.speaker);
    for (const key of ['all', one.kind]) {
      const tally = tallies.get(key) ?? { count: 0, answered: 0, right: 0 };
      tally.count += 1;
      tally.answered += Number(best !== undefined);
      tally.right += Number(isRight);
      tallies.set(key, tally);
    }
    if (options.misses && !isRight) {
      const [range] = one.passages;
      const words = one.text.slice(range?.start, range?.end).slice(0, 24);
      console.log(
        `${one.id} ${one.kind} “${words}”: ${best?.speaker ?? '-'} (${best?.score.toFixed(2) ?? ''}, ${best?.cue?.text ?? ''}), not ${one.answers?.[0] ?? ''}`,
      );
    }
  }
  return tallies;
}

function percent(part: number, whole: number): string {
  return (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)).padStart(5);
}
