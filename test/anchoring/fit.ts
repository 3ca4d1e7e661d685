import { FEATURES, logOdds, placeProbabilities } from '../../src/core/anchoring/judge/model';

/** A passage's weighed places, and which of them is right (-1: none). */
export interface Observation {
  readonly places: readonly (readonly number[])[];
  readonly right: number;
}

const STEPS = 1500;
const RATE = 0.03;

/**
 * Fits the conditional logit by maximum penalised likelihood (gradient ascent with Adam, Kingma &
 * Ba 2015), keeping each weight on its side of zero where the model says which side that is.
 *
 * @param penalty of the squared weights, per observation set
 */
export function fit(observations: readonly Observation[], penalty: number): number[] {
  const size = FEATURES.length;
  const weights = new Array<number>(size).fill(0);
  const mean = new Array<number>(size).fill(0);
  const square = new Array<number>(size).fill(0);
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = weights.map((weight) => -penalty * weight);
    for (const { places, right } of observations) {
      const chances = placeProbabilities(places.map((place) => logOdds(place, weights)));
      places.forEach((place, index) => {
        const error = (index === right ? 1 : 0) - (chances[index] ?? 0);
        if (Math.abs(error) < 1e-6) return;
        for (let feature = 0; feature < size; feature += 1)
          gradient[feature]! += error * place[feature]!;
      });
    }
    for (let feature = 0; feature < size; feature += 1) {
      mean[feature] = 0.9 * mean[feature]! + 0.1 * gradient[feature]!;
      square[feature] = 0.99 * square[feature]! + 0.01 * gradient[feature]! ** 2;
      const correction = Math.sqrt(1 - 0.99 ** step) / (1 - 0.9 ** step);
      const rate = RATE * (step > STEPS / 2 ? 0.3 : 1);
      const next =
        weights[feature]! +
        (rate * correction * mean[feature]!) / (Math.sqrt(square[feature]!) + 1e-8);
      const sign = FEATURES[feature]!.sign;
      weights[feature] = sign === 0 || next * sign > 0 ? next : 0;
    }
  }
  return weights;
}
