/**
 * The number of the last of some stretches, by their starts, that begins at a place or before it;
 * -1 if none does.
 */
export function lastAt(sorted: readonly { readonly start: number }[], place: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
