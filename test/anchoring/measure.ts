import type { Anchoring, Utf16Range } from '../../src/core/anchoring/index';
import { decideAnchoring, type DecisionThresholds } from '../../src/core/anchoring/judge/decision';
import { foldInSteps } from '../../src/core/anchoring/folding/foldText';
import type { PassageFinding } from '../../src/core/anchoring/judge/finding';
import { findPassagesInSteps } from '../../src/core/anchoring/findPassages';
import { runAtOnce } from '../../src/core/text/steps';
import { groupByTexts, selectorOf, type Case } from './cases';
import type { Observation } from './fit';

/** Overlap, as a share of the union, from which a range is good, and from which it is not wrong. */
const GOOD = 0.8;
const PARTIAL = 0.3;
/** Overlap from which a weighed place is the right one, for fitting. */
const RIGHT = 0.5;

/** All of a text's annotations together, or each by itself. */
export type Mode = 'together' | 'single';

/** A case with what was found, before any decision. */
export interface Trial {
  readonly case: Case;
  readonly mode: Mode;
  readonly finding: PassageFinding;
  /** Index of the right place among those found, -1 if none. */
  readonly right: number;
}

/** How a decision is judged: `orphan-ok` means rightly orphaned. */
export type Verdict = 'exact' | 'good' | 'partial' | 'wrong' | 'missed' | 'ambiguous' | 'orphan-ok';

export interface Outcome {
  readonly trial: Trial;
  readonly verdict: Verdict;
  readonly confidence: number;
  /** Whether the place that the confidence is about is the right one. */
  readonly bestIsRight: boolean;
}

/** Finds every case's places. */
export function runTrials(cases: readonly Case[], mode: Mode, context: number): Trial[] {
  const groups = mode === 'together' ? groupByTexts(cases) : cases.map((one) => [one]);
  return groups.flatMap((group) => {
    const text = group[0]?.newText ?? '';
    const findings = runAtOnce(
      findPassagesInSteps(
        text,
        group.map((one) => selectorOf(one, context)),
        foldInSteps,
      ),
    );
    return group.map((one, index) => trialOf(one, mode, findings[index]!));
  });
}

function trialOf(one: Case, mode: Mode, finding: PassageFinding): Trial {
  let right = -1;
  let best = RIGHT;
  finding.places.forEach((place, index) => {
    const overlap = one.truth === null ? 0 : overlapOf(place.range, one.truth);
    if (overlap >= best) {
      best = overlap;
      right = index;
    }
  });
  return { case: one, mode, finding, right };
}

/** What the model is fitted on: the trials that were not settled word for word. */
export function observationsOf(trials: readonly Trial[]): Observation[] {
  return trials
    .filter(({ finding }) => finding.verbatim === undefined && finding.places.length > 0)
    .map(({ finding, right }) => ({
      places: finding.places.map((place) => place.features),
      right,
    }));
}

/** Decides a trial and judges the decision. */
export function judge(
  trial: Trial,
  weights: readonly number[],
  thresholds: DecisionThresholds,
): Outcome {
  const { newText, oldText, start, end, truth } = trial.case;
  const result = decideAnchoring(
    newText,
    oldText.slice(start, end),
    trial.finding,
    weights,
    thresholds,
  );
  const best =
    result.state === 'ambiguous' || result.state === 'orphaned'
      ? result.candidates[0]?.range
      : result.range;
  const bestIsRight = best !== undefined && truth !== null && overlapOf(best, truth) >= GOOD;
  return { trial, verdict: verdictOf(result, truth), confidence: result.confidence, bestIsRight };
}

function verdictOf(result: Anchoring, truth: Utf16Range | null): Verdict {
  if (result.state === 'ambiguous') return 'ambiguous';
  if (result.state === 'orphaned') return truth === null ? 'orphan-ok' : 'missed';
  if (truth === null) return 'wrong';
  if (result.range.start === truth.start && result.range.end === truth.end) return 'exact';
  const overlap = overlapOf(result.range, truth);
  return overlap >= GOOD ? 'good' : overlap >= PARTIAL ? 'partial' : 'wrong';
}

function overlapOf(a: Utf16Range, b: Utf16Range): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
