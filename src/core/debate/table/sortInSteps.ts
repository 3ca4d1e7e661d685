import type { Steps } from '../../text/steps';

/** How many are sorted, merged or looked at in one go. */
const STEP = 2_000;

/** Sorts values in steps, those that are alike as they stand. The list itself is left alone. */
export function* sortInSteps<T>(
  values: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let at = 0; at < values.length; at += STEP) {
    runs.push(values.slice(at, at + STEP).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let n = 0; n < runs.length; n += 2)
      merged.push(yield* merge(runs[n] ?? [], runs[n + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
  if (b.length === 0) return a;
  const merged: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as T, b[j] as T];
    const isLeft = compare(left, right) <= 0;
    merged.push(isLeft ? left : right);
    if (isLeft) i += 1;
    else j += 1;
    if (merged.length % STEP === 0) yield;
  }
  return merged.concat(a.slice(i), b.slice(j));
}

/**
 * Sorts by keys of which many are alike: each is compared with the others once, then the numbers of
 * the keys' places are counted. What has no key comes last; those alike stay as they stand.
 *
 * Source: distribution counting, Knuth, D. E. (1998), The Art of Computer Programming, vol. 3, 5.2.
 *
 * @param order the numbers of what is sorted, as they stand now
 * @param keyOf the key of one of these numbers
 * @returns the same numbers, in their new order
 */
export function* sortByKey<Key>(
  order: Uint32Array,
  keyOf: (n: number) => Key | undefined,
  compare: (a: Key, b: Key) => number,
): Steps<Uint32Array> {
  const places = yield* placesOf(order, keyOf, compare);
  const keyless = places.size;
  const starts = new Uint32Array(keyless + 2);
  const placeOfAll = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const key = keyOf(order[at] ?? 0);
    const place = key === undefined ? keyless : (places.get(key) ?? keyless);
    placeOfAll[at] = place;
    starts[place + 1] = (starts[place + 1] ?? 0) + 1;
    if (at % STEP === 0) yield;
  }
  for (let place = 1; place < starts.length; place++)
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  yield;
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const place = placeOfAll[at] ?? 0;
    const to = starts[place] ?? 0;
    sorted[to] = order[at] ?? 0;
    starts[place] = to + 1;
    if (at % STEP === 0) yield;
  }
  return sorted;
}

/** The place of each key among all keys that there are. */
function* placesOf<Key>(
  order: Uint32Array,
  keyOf: (n: number) => Key | undefined,
  compare: (a: Key, b: Key) => number,
): Steps<ReadonlyMap<Key, number>> {
  const keys = new Set<Key>();
  for (let at = 0; at < order.length; at++) {
    const key = keyOf(order[at] ?? 0);
    if (key !== undefined) keys.add(key);
    if (at % STEP === 0) yield;
  }
  const places = new Map<Key, number>();
  for (const key of yield* sortInSteps([...keys], compare)) {
    places.set(key, places.size);
    if (places.size % STEP === 0) yield;
  }
  return places;
}
