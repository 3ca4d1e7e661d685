/**
 * Picks some of a sequence's hashes so that two sequences that share a stretch of `window` or more
 * share a picked one: the least of each window (Schleimer, Wilkerson & Aiken 2003). Each once.
 */
export function winnow(hashes: readonly number[], window: number): number[] {
  if (window <= 1 || hashes.length === 0) return [...new Set(hashes)];
  const picked = new Set<number>();
  let least = -1;
  const last = Math.max(0, hashes.length - window);
  for (let start = 0; start <= last; start++) {
    const end = Math.min(hashes.length, start + window);
    if (least < start) {
      least = start;
      for (let at = start + 1; at < end; at++) if (isLess(hashes, at, least)) least = at;
    } else if (isLess(hashes, end - 1, least)) least = end - 1;
    picked.add(hashes[least] ?? 0);
  }
  return [...picked];
}

function isLess(hashes: readonly number[], one: number, other: number): boolean {
  return (hashes[one] ?? 0) <= (hashes[other] ?? 0);
}
