/** The log odds of a candidate against "none of them". */
function logOdds(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1)
    sum += (values[index] ?? 0) * (weights[index] ?? 0);
  return sum;
}

/**
 * The probability of each candidate, one of them or none being right (conditional logit, McFadden
 * 1974): equally good candidates share it, so none of them is sure.
 */
export function probabilities(
  candidates: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
): number[] {
  const odds = candidates.map((values) => logOdds(values, weights));
  const top = Math.max(0, ...odds);
  const sum = odds.reduce((total, value) => total + Math.exp(value - top), Math.exp(-top));
  return odds.map((value) => Math.exp(value - top) / sum);
}
