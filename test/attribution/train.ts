/**
 * Fits the weights of `src/core/attribution` on recorded cases, and measures them on cases that
 * they were not fitted on (cross-validation by document):
 *
 * node --import ./scripts/typescript.mjs test/attribution/train.ts FOLDER [--corpus NAME] [--write]
 *
 * FOLDER is that of `npm run evaluate:attribution`. `--write` puts the weights into the source.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { probabilities } from '../../src/core/attribution/rank/logit';
import { readCases, type Case } from './cases';
import { foldsOf } from './fit';
import { fitModel, MODELS, rowsOf, type Model } from './models';

const FOLDS = 5;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    write: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Which folder of cases?');
const all = await readCases(folder);
for (const model of MODELS) {
  if (options.corpus !== undefined && options.corpus !== model.corpus) continue;
  const cases = all.filter(({ corpus }) => corpus === model.corpus);
  console.log(`# ${model.corpus}\n${crossValidate(model, cases)}`);
  if (options.write) write(model, fitModel(model, cases));
}

/** How often the best candidate is right, by kind, and how well probabilities foretell it. */
function crossValidate(model: Model, cases: readonly Case[]): string {
  const folds = foldsOf(
    cases.map(({ document }) => document),
    FOLDS,
  );
  const tally = new Map<string, { right: number; possible: number; count: number }>();
  const bins = new Map<number, { right: number; sum: number; count: number }>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const kept = cases.filter(({ document }) => folds.get(document) === fold);
    if (kept.length === 0) continue;
    const weights = fitModel(
      model,
      cases.filter(({ document }) => folds.get(document) !== fold),
    );
    for (const row of rowsOf(model, kept, weights)) {
      const chances = probabilities(row.candidates, weights);
      const best = chances.indexOf(Math.max(...chances));
      const isRight = row.right[best] === true;
      for (const key of ['all', row.case.kind]) {
        const one = tally.get(key) ?? { right: 0, possible: 0, count: 0 };
        one.right += Number(isRight);
        one.possible += Number(row.right.includes(true));
        one.count += 1;
        tally.set(key, one);
      }
      const chance = chances[best] ?? 0;
      const bin = Math.min(9, Math.floor(chance * 10));
      const one = bins.get(bin) ?? { right: 0, sum: 0, count: 0 };
      one.right += Number(isRight);
      one.sum += chance;
      one.count += 1;
      bins.set(bin, one);
      if (options.misses && !isRight) {
        const right = row.right.indexOf(true);
        console.log(
          `${row.case.id} ${row.case.kind}: ${row.speakers[best] ?? '-'} ${chance.toFixed(2)}, not ${row.speakers[right] ?? '-'} ${(chances[right] ?? 0).toFixed(2)}`,
        );
      }
    }
  }
  const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);
  const kinds = [...tally].map(
    ([kind, { right, possible, count }]) =>
      `${kind}: right ${percent(right, count)}, among the candidates ${percent(possible, count)}, n ${count}`,
  );
  const calibration = [...bins]
    .sort((a, b) => a[0] - b[0])
    .map(
      ([bin, { right, sum, count }]) =>
        `${bin / 10}–${(bin + 1) / 10}: n ${count}, mean ${percent(sum, count)}, right ${percent(right, count)}`,
    );
  return [...kinds, ...calibration].join('\n');
}

function write({ file, constant, features }: Model, weights: readonly number[]): void {
  const rows = weights.map(
    (weight, index) => `  ${weight.toFixed(2)}, // ${features[index] ?? ''}`,
  );
  writeFileSync(
    file,
    `/** Fitted by \`test/attribution/train.ts\`; in the order of the features. */\nexport const ${constant}: readonly number[] = [\n${rows.join('\n')}\n];\n`,
  );
}
