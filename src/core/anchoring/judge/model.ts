import type { PlaceEvidence } from './evidence';
import type { WeighedPlace } from './finding';
import type { OrderEvidence } from './order';

/** Facts about a passage that all its places share. */
export interface Circumstances {
  /** How often the quote's rarest gram occurs in the text. */
  readonly occurrences: number;
  /** Whether prefix and suffix now stand side by side, 0 to 1. */
  readonly closure: number;
  /** How much of quote and context stands at the best place in reading order, 0 to 1. */
  readonly inOrder: number;
}

interface Feature {
  readonly name: string;
  /** 1: more of it can only speak for a place; -1: only against; 0: either. The fit keeps to it. */
  readonly sign: -1 | 0 | 1;
  /** Fitted by maximum likelihood; `docs/anchoring.md` says how and on what. */
  readonly weight: number;
}

/** What a place is judged by, in the order of {@link featuresOfPlace}. */
export const FEATURES: readonly Feature[] = [
  { name: 'always', sign: 0, weight: -7.78 },
  { name: 'similarity', sign: 1, weight: 0.78 },
  { name: 'similarity squared', sign: 1, weight: 3.49 },
  { name: 'similarity × amount', sign: 1, weight: 3.6 },
  { name: 'same words × amount', sign: 1, weight: 3.93 },
  { name: 'context, mean of sides', sign: 1, weight: 1.01 },
  { name: 'context on both sides', sign: 1, weight: 0.91 },
  { name: 'similarity × context on both sides', sign: 1, weight: 3.51 },
  { name: 'whole sentence × similarity', sign: 1, weight: 2.29 },
  { name: 'same words, whole sentence', sign: 1, weight: 3.5 },
  { name: 'context intact', sign: 1, weight: 4.16 },
  { name: 'quote and context together', sign: 1, weight: 2.51 },
  { name: 'no context stored', sign: 0, weight: 0.08 },
  { name: 'short and alone', sign: -1, weight: -6.33 },
  { name: 'words frequent in the text', sign: -1, weight: -2.42 },
  { name: 'other words, and the context has closed up', sign: -1, weight: -7.99 },
  { name: 'near the neighbours', sign: 1, weight: 1.89 },
  { name: 'between the neighbours', sign: 1, weight: 0.74 },
  { name: 'out of order, and not just moved', sign: -1, weight: -2.52 },
];

/** The fitted weights. */
export const WEIGHTS: readonly number[] = FEATURES.map(({ weight }) => weight);

/** A quote of this weight (see `weightOf`) has 1 - 1/e of the full amount. */
const AMOUNT_SCALE = 24;
/** From here on the folded words are the same; below 1 because of rounding. */
const SAME = 0.9999;
const INTACT = 0.95;

/**
 * A place's features, each 0 to 1 (frequency: log scale).
 *
 * That a place is out of order speaks against it by what is missing there or stands in order
 * elsewhere: a passage that is whole, and nowhere else, has been moved. Then its neighbours do not
 * tell where it is, but its old offset may.
 */
export function featuresOfPlace(
  evidence: PlaceEvidence,
  order: OrderEvidence,
  { occurrences, closure, inOrder }: Circumstances,
): number[] {
  const { similarity, whole } = evidence;
  const prefix = Number.isNaN(evidence.prefix) ? 0 : evidence.prefix;
  const suffix = Number.isNaN(evidence.suffix) ? 0 : evidence.suffix;
  const absent =
    (Number.isNaN(evidence.prefix) ? 0.5 : 0) + (Number.isNaN(evidence.suffix) ? 0.5 : 0);
  const amount = 1 - Math.exp(-evidence.matchedWeight / AMOUNT_SCALE);
  const same = similarity > SAME ? 1 : 0;
  const strayed = order.inOrder < 0;
  return [
    1,
    similarity,
    similarity ** 2,
    similarity * amount,
    same * amount,
    (prefix + suffix) / 2,
    prefix * suffix,
    similarity * prefix * suffix,
    evidence.wholeSentence ? similarity : 0,
    evidence.wholeSentence ? same : 0,
    Math.min(prefix, suffix) > INTACT ? 1 : 0,
    whole,
    absent,
    (1 - amount) * (1 - Math.max(prefix, suffix)),
    Math.log2(1 + occurrences) / 8,
    (1 - same) * closure,
    strayed ? Math.max(order.near, order.unmoved * (1 - inOrder)) : order.near,
    order.inOrder > 0 ? 1 : 0,
    strayed ? Math.max(1 - whole, inOrder) : 0,
  ];
}

/** The log odds of a place against "the passage is gone". */
export function logOdds(values: readonly number[], weights: readonly number[] = WEIGHTS): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1)
    sum += (values[index] as number) * (weights[index] ?? 0);
  return sum;
}

/** The log odds of a passage's places; one with a rival has no more than that. */
export function placeOdds(
  places: readonly WeighedPlace[],
  weights: readonly number[] = WEIGHTS,
): number[] {
  return places.map(({ features, rival }) => {
    const own = logOdds(features, weights);
    if (rival === undefined) return own;
    const other = rival.features === undefined ? 0 : logOdds(rival.features, weights);
    return Math.min(own, other - rival.lead);
  });
}

/**
 * The probability of each place, one of them or none being right (conditional logit, McFadden
 * 1974): equally good places share the probability, so none of them is sure.
 */
export function placeProbabilities(odds: readonly number[]): number[] {
  const top = Math.max(0, ...odds);
  let sum = Math.exp(-top);
  for (const value of odds) sum += Math.exp(value - top);
  return odds.map((value) => Math.exp(value - top) / sum);
}
