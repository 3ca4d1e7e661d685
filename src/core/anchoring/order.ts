import type { Selector } from './types';

/** An offset in the article as annotated, and where it is now. */
export interface Correspondence {
  readonly before: number;
  readonly now: number;
  /** Which passage it belongs to. */
  readonly passage: number;
}

/** Nearness falls to 1/e over so many units, and more the farther away the neighbour is. */
const NEAR = 16;
const DRIFT = 0.15;
/** A place may overlap its neighbours by so much and still be in order. */
const OVERLAP = 8;

/** A stored start that can be used as a hint; undefined where it is missing (0 to 0) or no number. */
export function hintOf(selector: Selector): number | undefined {
  const { start, end } = selector;
  if (!Number.isFinite(start) || start < 0 || (start === 0 && end === 0)) return undefined;
  return start;
}

/**
 * The correspondences that agree with each other in reading order: a longest increasing subsequence
 * (patience sorting, O(n log n)), which leaves out passages that were moved.
 */
export function backbone(correspondences: readonly Correspondence[]): Correspondence[] {
  const sorted = [...correspondences].sort((a, b) => a.before - b.before || a.now - b.now);
  const tails: number[] = [];
  const previous: number[] = [];
  sorted.forEach(({ now }, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[tails[middle] as number] as Correspondence).now <= now) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (tails[low - 1] as number) : -1);
    tails[low] = index;
  });
  const chain: Correspondence[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) chain.push(sorted[at] as Correspondence);
  return chain.reverse();
}

/** What a passage's neighbours say about a place. */
export interface OrderEvidence {
  /** 0 to 1: how near the place is to where the neighbours' shift puts it. */
  readonly near: number;
  /** 1 if the place lies between the neighbours, -1 if not, 0 if there are none. */
  readonly inOrder: number;
}

/** The nearest correspondences before and behind a passage; the passage's own are left out. */
export interface Neighbours {
  readonly left: Correspondence | undefined;
  readonly right: Correspondence | undefined;
}

/** Finds a passage's neighbours in the backbone. O(log n) and the passage's own correspondences. */
export function neighboursOf(chain: readonly Correspondence[], before: number, passage: number): Neighbours {
  let low = 0;
  let high = chain.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((chain[middle] as Correspondence).before <= before) low = middle + 1;
    else high = middle;
  }
  let left = low - 1;
  while (left >= 0 && chain[left]?.passage === passage) left -= 1;
  let right = low;
  while (right < chain.length && chain[right]?.passage === passage) right += 1;
  return { left: chain[left], right: chain[right] };
}

/** Weighs a place for a passage that once started at `before` (undefined: unknown) by its neighbours. */
export function orderEvidence(before: number | undefined, now: number, { left, right }: Neighbours): OrderEvidence {
  if (before === undefined) return { near: 0, inOrder: 0 };
  if (left === undefined && right === undefined) {
    return { near: nearness(now, before, { before: 0, now: 0, passage: -1 }), inOrder: 0 };
  }
  const between = (left === undefined || now >= left.now - OVERLAP) && (right === undefined || now <= right.now + OVERLAP);
  const near = Math.max(left ? nearness(now, before, left) : 0, right ? nearness(now, before, right) : 0);
  return { near, inOrder: between ? 1 : -1 };
}

function nearness(now: number, before: number, neighbour: Correspondence): number {
  const distance = before - neighbour.before;
  const deviation = Math.abs(now - neighbour.now - distance);
  return Math.exp(-deviation / (NEAR + DRIFT * Math.abs(distance)));
}
