import { forceLayout, heightOfLayout, rounded, type Point } from '../forceLayout';
import type { Steps } from '../../text/steps';

/** Links between two speakers, whatever their type. */
export interface SpeakerPair {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The space between neighbours that stand below each other. */
const GAP = 54;
const MARGIN = { x: 96, y: 64 };

/**
 * One speaker in the middle (number 0), on the left those who rather answer them, on the right
 * those whom they rather answer.
 */
export function placeAround(count: number, pairs: readonly SpeakerPair[], width: number) {
  const balance = Array.from({ length: count }, () => 0);
  for (const { from, to, count: links } of pairs) {
    if (to === 0) balance[from] = (balance[from] ?? 0) + links;
    if (from === 0) balance[to] = (balance[to] ?? 0) - links;
  }
  const others = balance.map((_, n) => n).slice(1);
  const left = others.filter((n) => (balance[n] ?? 0) > 0);
  const right = others.filter((n) => (balance[n] ?? 0) <= 0);
  const height = 2 * MARGIN.y + Math.max(2, left.length, right.length) * GAP;
  const points = balance.map((): Point => ({ x: rounded(width / 2), y: height / 2 }));
  for (const [x, column] of [
    [MARGIN.x, left],
    [width - MARGIN.x, right],
  ] as const)
    column.forEach((n, i) => {
      points[n] = { x, y: rounded(height / 2 + (i - (column.length - 1) / 2) * GAP) };
    });
  return { points, width, height };
}

/** All speakers: those who answer each other are near each other. */
export function* placeEverybody(
  count: number,
  pairs: readonly SpeakerPair[],
  width: number,
  seen?: number,
): Steps<{ readonly points: readonly Point[] } & Size> {
  const height = heightOfLayout(Math.min(900, width * 0.4 + count * 3), seen);
  const pulls = pairs.map(({ from, to, count: weight }) => ({ a: from, b: to, weight }));
  const points = yield* forceLayout(count, pulls, { width, height });
  return { points, width, height };
}
