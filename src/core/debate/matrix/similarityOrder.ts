import type { Steps } from '../../text/steps';

/**
 * An order in which neighbours are alike: begins with the first one, then goes on with the most
 * similar (by the cosine of the angle between them) of those that are left. Of those as similar,
 * the one that is given first.
 *
 * @param vectors one for each, all as long; at most some hundred, for it compares all with all
 * @returns their numbers
 */
export function* similarityOrder(vectors: readonly Float64Array[]): Steps<number[]> {
  const lengths = vectors.map((vector) => Math.sqrt(product(vector, vector)));
  const left = vectors.map((_, i) => i).slice(1);
  const order = vectors.length > 0 ? [0] : [];
  for (let last = 0; left.length > 0;) {
    let [best, nearest] = [0, -2];
    for (const [n, i] of left.entries()) {
      const by = (lengths[last] ?? 0) * (lengths[i] ?? 0);
      const similarity = by === 0 ? 0 : product(vectors[last] ?? NONE, vectors[i] ?? NONE) / by;
      // A difference that is rounding alone must not decide.
      if (similarity > nearest + 1e-12) [best, nearest] = [n, similarity];
    }
    if (order.length % LINES_A_STEP === 0) yield;
    last = left.splice(best, 1)[0] ?? 0;
    order.push(last);
  }
  return order;
}

const LINES_A_STEP = 20;

const NONE = new Float64Array();

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
