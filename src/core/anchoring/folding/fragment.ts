import { runAtOnce, type Steps } from '../../text/steps';
import { foldInSteps, foldedIndex, weightOf, type FoldedText } from './foldText';

/** A passage with its context, folded as one piece: prefix, exact, suffix. */
export interface Fragment {
  readonly folded: FoldedText;
  /** Bounds of the quote in folded units: prefix before `quoteStart`, suffix from `quoteEnd`. */
  readonly quoteStart: number;
  readonly quoteEnd: number;
  /** Bounds of the quote in the unfolded piece. */
  readonly exactStart: number;
  readonly exactEnd: number;
  /** The quote's weight (see {@link weightOf}). */
  readonly quoteWeight: number;
}

/** Joins and folds a quote and its context. */
export function fragmentOf(prefix: string, exact: string, suffix: string): Fragment {
  return runAtOnce(fragmentInSteps(prefix, exact, suffix));
}

/** The same in steps, for long quotes. */
export function* fragmentInSteps(prefix: string, exact: string, suffix: string): Steps<Fragment> {
  const folded = yield* foldInSteps(prefix + exact + suffix);
  const exactStart = prefix.length;
  const exactEnd = prefix.length + exact.length;
  const quoteStart = foldedIndex(folded, exactStart);
  const quoteEnd = foldedIndex(folded, exactEnd);
  return {
    folded,
    quoteStart,
    quoteEnd,
    exactStart,
    exactEnd,
    quoteWeight: weightBetween(folded.units, quoteStart, quoteEnd),
  };
}

/** The summed weight of a stretch of folded units. */
export function weightBetween(units: Uint16Array, from: number, to: number): number {
  let weight = 0;
  for (let at = from; at < to; at += 1) weight += weightOf(units[at] as number);
  return weight;
}
