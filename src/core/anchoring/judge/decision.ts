import type { Anchoring, Candidate } from '../types';
import type { PassageFinding } from './finding';
import { placeOdds, placeProbabilities, WEIGHTS } from './model';

/** When a passage is attached. */
export interface DecisionThresholds {
  /** The passage must be somewhere in the text with this probability, or it is orphaned. */
  readonly present: number;
  /** The best place must have this share of that probability, or the places are ambiguous. */
  readonly share: number;
}

/** Chosen by cross-validation; see `docs/anchoring.md`. */
export const THRESHOLDS: DecisionThresholds = { present: 0.65, share: 0.85 };

/** The probability of a passage that stands word for word with its context. */
const VERBATIM = 0.999;
/** At most so many candidates are offered, none less probable than the minimum. */
const MAX_CANDIDATES = 5;
const MIN_CANDIDATE = 0.01;

/** Decides by probability what has become of a passage. */
export function decideAnchoring(
  text: string,
  exact: string,
  { verbatim, places }: PassageFinding,
  weights: readonly number[] = WEIGHTS,
  { present, share }: DecisionThresholds = THRESHOLDS,
): Anchoring {
  if (verbatim !== undefined) return { state: 'anchored', range: verbatim, confidence: VERBATIM };
  const chances = placeProbabilities(placeOdds(places, weights));
  const candidates = places
    .map((place, index): Candidate => ({ range: place.range, confidence: chances[index] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
  const somewhere = chances.reduce((sum, chance) => sum + chance, 0);
  const [best] = candidates;
  const confidence = best?.confidence ?? 0;
  if (best !== undefined && somewhere >= present && confidence >= share * somewhere) {
    const state = text.slice(best.range.start, best.range.end) === exact ? 'anchored' : 'changed';
    return { state, range: best.range, confidence };
  }
  const offered = candidates
    .filter((candidate) => candidate.confidence >= MIN_CANDIDATE)
    .slice(0, MAX_CANDIDATES);
  return {
    state: somewhere >= present ? 'ambiguous' : 'orphaned',
    candidates: offered,
    confidence,
  };
}
