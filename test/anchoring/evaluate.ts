/**
 * Measures the anchoring on recorded cases:
 *
 * node --import ./scripts/typescript.mjs test/anchoring/evaluate.ts [PATH…] [--context 32]
 * [--details] [--fit]
 *
 * A PATH is a file of cases or a folder of such files, which name their texts by file; default are
 * the paths in the environment's ANCHORING_DATA, or else the project's own few cases. Prints one
 * table: each set with all annotations of a text together and one by one, and cases of the hardest
 * kinds, made from the sets' articles. `--details` prints all kinds, the time, cross-validation and
 * calibration too, `--fit` newly fitted weights.
 */
import { delimiter } from 'node:path';
import { parseArgs } from 'node:util';
import { THRESHOLDS, type DecisionThresholds } from '../../src/core/anchoring/judge/decision';
import { anchorAll } from '../../src/core/anchoring/index';
import { FEATURES, WEIGHTS } from '../../src/core/anchoring/judge/model';
import { readSets, selectorOf, type Case } from './cases';
import { fit } from './fit';
import { hardCases } from './hardCases';
import { judge, observationsOf, runTrials, type Outcome, type Trial } from './measure';
import { ownCases } from './ownCases';
import {
  calibrationTable,
  summaryTable,
  verdictSummary,
  verdictTable,
  type Section,
} from './report';

/** Penalty of the squared weights; chosen, like the thresholds, by cross-validation. */
const PENALTY = 0.1;
const FOLDS = 8;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    context: { type: 'string', default: '32' },
    details: { type: 'boolean', default: false },
    fit: { type: 'boolean', default: false },
  },
});

const context = Number(options.context);
const inEnvironment = process.env['ANCHORING_DATA']?.split(delimiter) ?? [];
const paths = positionals.length > 0 ? positionals : inEnvironment;
if (paths.length === 0)
  console.log("No data given (arguments or ANCHORING_DATA); measuring the project's own cases.\n");
const sets = paths.length > 0 ? paths.flatMap(readSets) : [{ name: 'own', cases: ownCases() }];
const trials = sets.map(({ cases }) => ({
  together: runTrials(cases, 'together', context),
  single: runTrials(cases, 'single', context),
}));
printSummary();
sets.forEach(({ name, cases }, index) => {
  const { together = [], single = [] } = trials[index] ?? {};
  if (options.details) printDetails(name, cases, together, single);
});
if (options.fit) {
  const all = trials.flatMap(({ together, single }) => [...together, ...single]);
  printWeights(fit(observationsOf(all), PENALTY));
}

function printSummary(): void {
  const sections = sets.flatMap(({ name, cases }, index): Section[] => {
    const { together = [], single = [] } = trials[index] ?? {};
    return [
      { title: `${name}, annotations of a text together`, outcomes: judged(together) },
      { title: `${name}, one by one`, outcomes: judged(single) },
      {
        title: `${name}, the hardest kinds, one by one`,
        outcomes: judged(runTrials(hardCases(cases), 'single', context)),
      },
    ];
  });
  console.log(summaryTable(sections.filter(({ outcomes }) => outcomes.length > 0)));
}

function judged(trials: readonly Trial[]): Outcome[] {
  return trials.map((trial) => judge(trial, WEIGHTS, THRESHOLDS));
}

function printDetails(
  name: string,
  cases: readonly Case[],
  together: readonly Trial[],
  single: readonly Trial[],
): void {
  console.log(`\n# ${name}: all annotations of a text together\n${verdictTable(judged(together))}`);
  console.log(`\n# ${name}: each annotation by itself\n${verdictTable(judged(single))}`);
  console.log(`\n# ${name}: time\n${timing(cases)}`);
  crossValidate([...together, ...single]);
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

function timing(cases: readonly Case[]): string {
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
