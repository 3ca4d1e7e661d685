import { probabilities } from '../../src/core/attribution/rank/logit';

/** A passage's candidates by their features, and which of them are right (perhaps none). */
export interface Observation {
  readonly candidates: readonly ArrayLike<number>[];
  readonly right: readonly boolean[];
}

const STEPS = 500;
const RATE = 0.05;

/**
 * Fits a conditional logit by maximum penalised likelihood (gradient ascent with Adam, Kingma & Ba
 * 2015).
 *
 * @param size how many features there are
 * @param penalty of the squared weights
 */
export function fit(observations: readonly Observation[], size: number, penalty: number): number[] {
  const weights = new Array<number>(size).fill(0);
  const mean = new Array<number>(size).fill(0);
  const square = new Array<number>(size).fill(0);
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = weights.map((weight) => -penalty * weight);
    for (const { candidates, right } of observations) {
      const chances = probabilities(candidates, weights);
      const sum = chances.reduce((total, chance, i) => total + (right[i] === true ? chance : 0), 0);
      candidates.forEach((values, i) => {
        const chance = chances[i] ?? 0;
        const error = (right[i] === true && sum > 0 ? chance / sum : 0) - chance;
        if (Math.abs(error) < 1e-6) return;
        for (let k = 0; k < size; k += 1) {
          const value = values[k] ?? 0;
          if (value !== 0) gradient[k]! += error * value;
        }
      });
    }
    const rate = RATE * (step > STEPS / 2 ? 0.3 : 1);
    for (let k = 0; k < size; k += 1) {
      mean[k] = 0.9 * mean[k]! + 0.1 * gradient[k]!;
      square[k] = 0.99 * square[k]! + 0.01 * gradient[k]! ** 2;
      const correction = Math.sqrt(1 - 0.99 ** step) / (1 - 0.9 ** step);
      weights[k]! += (rate * correction * mean[k]!) / (Math.sqrt(square[k]!) + 1e-8);
    }
  }
  return weights;
}

/** Splits documents into folds: the number of the fold that each is kept aside in. */
export function foldsOf(documents: readonly string[], folds: number): Map<string, number> {
  const all = [...new Set(documents)].sort();
  return new Map(all.map((document, index) => [document, index % folds]));
}
