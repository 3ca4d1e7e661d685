/**
 * Measures the anchoring on recorded cases:
 *
 * node --import ./scripts/typescript.mjs test/anchoring/evaluate.ts [FOLDER] [--split dev]
 * [--context 32] [--fit] [--hard]
 *
 * FOLDER (default: the environment's ANCHORING_DATA) has `dev.jsonl` and the texts it names.
 * Without a folder the project's own few cases are used. Prints the figures with the fitted
 * weights, cross-validated ones, calibration, and the time; `--fit` prints newly fitted weights;
 * `--hard` measures cases of the hardest kinds, made from the folder's articles, instead.
 */
import { parseArgs } from 'node:util';
import { THRESHOLDS, type DecisionThresholds } from '../../src/core/anchoring/judge/decision';
import { anchorAll } from '../../src/core/anchoring/index';
import { FEATURES, WEIGHTS } from '../../src/core/anchoring/judge/model';
import { readCases, selectorOf, type Case } from './cases';
import { fit } from './fit';
import { hardCases } from './hardCases';
import { judge, observationsOf, runTrials, type Outcome, type Trial } from './measure';
import { ownCases } from './ownCases';
import { calibrationTable, verdictSummary, verdictTable } from './report';

/** Penalty of the squared weights; chosen, like the thresholds, by cross-validation. */
const PENALTY = 0.1;
const FOLDS = 8;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    split: { type: 'string', default: 'dev' },
    context: { type: 'string', default: '32' },
    fit: { type: 'boolean', default: false },
    hard: { type: 'boolean', default: false },
  },
});

const folder = positionals[0] ?? process.env['ANCHORING_DATA'];
const recorded = folder === undefined ? undefined : readCases(folder, options.split);
if (recorded === undefined) {
  console.log(
    folder === undefined
      ? 'No data folder given (argument or ANCHORING_DATA);'
      : `No ${options.split}.jsonl in ${folder};`,
    "measuring the project's own cases.",
  );
}
const cases = recorded ?? ownCases();
evaluate(
  options.hard ? hardCases(cases) : cases,
  Number(options.context),
  recorded !== undefined && !options.hard,
);

function evaluate(cases: readonly Case[], context: number, fitting: boolean): void {
  const together = runTrials(cases, 'together', context);
  const single = runTrials(cases, 'single', context);
  const judged = (trials: readonly Trial[]): Outcome[] =>
    trials.map((trial) => judge(trial, WEIGHTS, THRESHOLDS));
  console.log(
    `\n# ${String(cases.length)} cases, ${String(context)} units of context a side, all annotations of a text together\n${verdictTable(judged(together))}`,
  );
  console.log(`\n# each annotation by itself\n${verdictTable(judged(single))}`);
  console.log(`\n# time\n${timing(cases, context)}`);
  if (fitting) {
    crossValidate([...together, ...single]);
    if (options.fit) printWeights(fit(observationsOf([...together, ...single]), PENALTY));
  }
}

/** Judges every case by weights fitted on the other documents, or the other repositories. */
function crossValidate(trials: readonly Trial[]): void {
  const byDocument = heldOut(trials, ({ repo, path }) => `${repo}/${path}`, FOLDS);
  const byRepository = heldOut(trials, ({ repo }) => repo, Infinity);
  const summary = (
    judging: (thresholds: DecisionThresholds) => Outcome[],
    thresholds: DecisionThresholds,
  ): string => verdictSummary(judging(thresholds).filter(({ trial }) => trial.mode === 'together'));
  console.log(
    '\n# cross-validation: weights fitted without the case’s document; thresholds (present, share)',
  );
  for (const present of [0.5, 0.6, 0.7, 0.8]) {
    for (const share of [0.7, 0.85, 0.95])
      console.log(
        `(${String(present)}, ${String(share)})\n${summary(byDocument, { present, share })}`,
      );
  }
  console.log(
    `\n# cross-validation: weights fitted without the case's repository, thresholds as shipped\n${verdictTable(byRepository(THRESHOLDS).filter(({ trial }) => trial.mode === 'together'))}`,
  );
  console.log(
    `\n# calibration, cross-validated by document\n${calibrationTable(byDocument(THRESHOLDS))}`,
  );
}

function heldOut(
  trials: readonly Trial[],
  keyOf: (one: Case) => string,
  folds: number,
): (thresholds: DecisionThresholds) => Outcome[] {
  const keys = [...new Set(trials.map((trial) => keyOf(trial.case)))];
  const count = Math.min(folds, keys.length);
  const parts = Array.from({ length: count }, (_, fold) => {
    const held = new Set(keys.filter((_key, index) => index % count === fold));
    const weights = fit(
      observationsOf(trials.filter((trial) => !held.has(keyOf(trial.case)))),
      PENALTY,
    );
    return { weights, trials: trials.filter((trial) => held.has(keyOf(trial.case))) };
  });
  return (thresholds) =>
    parts.flatMap((part) => part.trials.map((trial) => judge(trial, part.weights, thresholds)));
}

function timing(cases: readonly Case[], context: number): string {
  const once = (one: Case): number => {
    const selector = selectorOf(one, context);
    const started = performance.now();
    anchorAll(one.newText, [selector]);
    return performance.now() - started;
  };
  // The best of three runs each, so that other programs' share of the machine does not count.
  const times = cases.map((one) => Math.min(once(one), once(one), once(one))).sort((a, b) => a - b);
  const at = (share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(3);
  return `one annotation by itself, ms: median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, max ${at(1)}`;
}

function printWeights(weights: readonly number[]): void {
  console.log('\n# fitted weights');
  FEATURES.forEach(({ name }, index) => {
    console.log(`${(weights[index] ?? 0).toFixed(2).padStart(7)}  ${name}`);
  });
}
