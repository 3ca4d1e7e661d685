/** How well two tokens go together where a statement is laid along another one. */
export interface AlignmentCosts {
  /** What an equal token is worth. */
  readonly worth: (id: number) => number;
  /** What two different ones cost that stand in the same place: 0 or less. */
  readonly change: (a: number, b: number) => number;
}

/** What a token costs that has none in its place. */
const GAP = -0.3;
/** More cells than this aren't filled: such texts are told apart by their grams. */
const MAX_CELLS = 400_000;

const FROM = { none: 0, both: 1, a: 2, b: 3 } as const;

/**
 * Lays a statement along another one, in which it may begin and end anywhere (Sellers 1980, with
 * Needleman & Wunsch's scores): for each of its tokens, the index of the equal one in the other,
 * or -1. Undefined if they are too long for that.
 */
export function align(
  a: readonly number[],
  b: readonly number[],
  { worth, change }: AlignmentCosts,
): Int32Array | undefined {
  const width = b.length + 1;
  if ((a.length + 1) * width > MAX_CELLS) return undefined;
  const from = new Uint8Array((a.length + 1) * width);
  let above = new Float32Array(width);
  let row = new Float32Array(width);
  for (let i = 1; i <= a.length; i++) {
    const one = a[i - 1] ?? 0;
    const value = worth(one);
    row[0] = i * GAP;
    from[i * width] = FROM.a;
    for (let j = 1; j < width; j++) {
      const other = b[j - 1] ?? 0;
      const both = (above[j - 1] ?? 0) + (one === other ? value : change(one, other));
      const inA = (above[j] ?? 0) + GAP;
      const inB = (row[j - 1] ?? 0) + GAP;
      const best = Math.max(both, inA, inB);
      row[j] = best;
      from[i * width + j] = best === both ? FROM.both : best === inB ? FROM.b : FROM.a;
    }
    [above, row] = [row, above];
  }
  return traceBack(a, b, from, bestEnd(above));
}

/** Where it ends best; the last of equal places. */
function bestEnd(last: Float32Array): number {
  let end = 0;
  for (let j = 1; j < last.length; j++) if ((last[j] ?? 0) >= (last[end] ?? 0)) end = j;
  return end;
}

function traceBack(
  a: readonly number[],
  b: readonly number[],
  from: Uint8Array,
  end: number,
): Int32Array {
  const places = new Int32Array(a.length).fill(-1);
  let [i, j] = [a.length, end];
  while (i > 0) {
    const step = from[i * (b.length + 1) + j];
    if (step === FROM.both) {
      i -= 1;
      j -= 1;
      if (a[i] === b[j]) places[i] = j;
    } else if (step === FROM.b) j -= 1;
    else i -= 1;
  }
  return places;
}

/** A stretch where two aligned statements differ: indices, half-open; either may be empty. */
export interface Difference {
  readonly a: { readonly start: number; readonly end: number };
  readonly b: { readonly start: number; readonly end: number };
}

/**
 * Where aligned statements differ. What stands before and behind the other statement isn't among
 * that, but for as much of it as the shorter one has there in words of its own.
 */
export function differencesOf(places: Int32Array, lengthOfB: number): Difference[] {
  const found: Difference[] = [];
  const firstMatch = places.findIndex((place) => place >= 0);
  if (firstMatch < 0) return found;
  let start = 0;
  let startOfB = Math.max(0, (places[firstMatch] ?? 0) - firstMatch);
  for (let i = 0; i <= places.length; i++) {
    const isEnd = i === places.length;
    const place = isEnd ? Math.min(lengthOfB, startOfB + i - start) : (places[i] ?? -1);
    if (place < 0) continue;
    if (i > start || (place > startOfB && start > 0))
      found.push({ a: { start, end: i }, b: { start: startOfB, end: place } });
    start = i + 1;
    startOfB = place + 1;
  }
  return found;
}
