import type { Selector } from '../types';

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
/** From this nearness to a neighbour on, a passage out of order was moved together with it. */
const TOGETHER = 0.5;

/**
 * A stored start that can be used as a hint; undefined where it is missing (0 to 0) or no number.
 */
export function oldStartOf(selector: Selector): number | undefined {
  const { start, end } = selector;
  if (!Number.isFinite(start) || start < 0 || (start === 0 && end === 0)) return undefined;
  return start;
}

/**
 * The correspondences that agree with each other in reading order: a longest increasing subsequence
 * (patience sorting, O(n log n)), which leaves out passages that were moved.
 */
export function correspondencesInOrder(
  correspondences: readonly Correspondence[],
): Correspondence[] {
  const sorted = sortedByOldOffset(correspondences);
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
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number)
    chain.push(sorted[at] as Correspondence);
  return chain.reverse();
}

/** What a passage's neighbours say about a place. */
export interface OrderEvidence {
  /** 0 to 1: how near the place is to where the shift of a neighbour puts it. */
  readonly near: number;
  /** 0 to 1: how near it is to the old offset. */
  readonly unmoved: number;
  /**
   * 1 if the place lies between its neighbours in reading order, -1 if not, 0 if that says nothing.
   */
  readonly inOrder: number;
}

/** Passages found that tell where another one is. */
export interface Neighbours {
  /** The nearest before and behind it of those in reading order. */
  readonly left: Correspondence | undefined;
  readonly right: Correspondence | undefined;
  /** The nearest before and behind it of all: it may have been moved together with them. */
  readonly companions: readonly Correspondence[];
}

/**
 * Stands in for neighbours: a passage that nothing was inserted or deleted before is where it was.
 */
const BEGINNING = { before: 0, now: 0 };

/** For a passage without known neighbours. */
export const NO_NEIGHBOURS: Neighbours = { left: undefined, right: undefined, companions: [] };

/** Sorts correspondences by their old offset, as {@link neighboursOf} needs them. */
export function sortedByOldOffset(correspondences: readonly Correspondence[]): Correspondence[] {
  return [...correspondences].sort((a, b) => a.before - b.before || a.now - b.now);
}

/**
 * Finds the neighbours of the passage that started at `before`, leaving out its own
 * correspondences. O(log n).
 *
 * @param chain what `correspondencesInOrder` gives
 * @param all all correspondences in old order
 */
export function neighboursOf(
  chain: readonly Correspondence[],
  all: readonly Correspondence[],
  before: number,
  passage: number,
): Neighbours {
  const [left, right] = around(chain, before, passage);
  return {
    left,
    right,
    companions: around(all, before, passage).filter((one) => one !== undefined),
  };
}

function around(
  sorted: readonly Correspondence[],
  before: number,
  passage: number,
): [Correspondence | undefined, Correspondence | undefined] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as Correspondence).before <= before) low = middle + 1;
    else high = middle;
  }
  let left = low - 1;
  while (left >= 0 && sorted[left]?.passage === passage) left -= 1;
  let right = low;
  while (right < sorted.length && sorted[right]?.passage === passage) right += 1;
  return [sorted[left], sorted[right]];
}

/**
 * Weighs a place for a passage that once started at `before` (undefined: unknown) by its
 * neighbours.
 */
export function orderEvidence(
  before: number | undefined,
  now: number,
  { left, right, companions }: Neighbours,
): OrderEvidence {
  if (before === undefined) return { near: 0, unmoved: 0, inOrder: 0 };
  const unmoved = nearness(now, before, BEGINNING);
  if (left === undefined && right === undefined) return { near: unmoved, unmoved, inOrder: 0 };
  const between =
    (left === undefined || now >= left.now - OVERLAP) &&
    (right === undefined || now <= right.now + OVERLAP);
  let near = 0;
  for (const neighbour of [left, right, ...companions])
    if (neighbour) near = Math.max(near, nearness(now, before, neighbour));
  if (between) return { near, unmoved, inOrder: 1 };
  return { near, unmoved, inOrder: near > TOGETHER ? 0 : -1 };
}

function nearness(
  now: number,
  before: number,
  neighbour: Pick<Correspondence, 'before' | 'now'>,
): number {
  const distance = before - neighbour.before;
  const deviation = Math.abs(now - neighbour.now - distance);
  return Math.exp(-deviation / (NEAR + DRIFT * Math.abs(distance)));
}
