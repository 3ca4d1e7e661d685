import { sortInSteps, type Steps } from '../../text/steps';

/** How many are looked at in one go. */
const STEP = 2_000;

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
