import type { PlaceEvidence } from './evidence';
import type { Rival } from './finding';

/** The context on both sides stands at least so fully at the rival of a place, and at the place. */
const INTACT = 0.8;
const ALSO_HERE = 0.4;
/** The rival is nearer to where the passage is expected by at least so much (see `order.ts`). */
const CLEARLY_NEARER = 0.03;
/** By these log odds neighbours tell that the rival is the passage's place. */
const CONFIRMED = 4;
/** From here on the words are the same (below 1 because of rounding). */
const SAME = 0.9999;

/** What stands somewhere in the passage's context, and how near to where that is expected. */
export interface Claim {
  readonly near: number;
  /** How fully the context stands there, 0 to 1. */
  readonly context: number;
  /** The features of what stands there in place of the passage; undefined if nothing does. */
  readonly features: readonly number[] | undefined;
}

/** How much of the context stands on both sides of a place, 0 to 1. */
export function contextOnBothSides({ prefix, suffix }: PlaceEvidence): number {
  return Number.isNaN(prefix) || Number.isNaN(suffix) ? 0 : Math.min(prefix, suffix);
}

/** Whether other words stand at a place than the passage's. */
export function hasOtherWords({ similarity }: PlaceEvidence): boolean {
  return similarity < SAME;
}

/**
 * The rival of a place that has much of the passage's context: the same context elsewhere, around
 * other words or none, nearer to where the passage is expected. Then the article has the passage
 * twice, and what stands here may be the copy of one that was changed or deleted there. No words
 * tell that; neighbours do, and the old position alone leaves it open.
 *
 * @param confirmed whether the passage is expected where it is because of its neighbours
 */
export function rivalOf(
  here: Claim,
  others: readonly Claim[],
  confirmed: boolean,
): Rival | undefined {
  if (here.context < ALSO_HERE) return undefined;
  let nearest: Claim | undefined;
  for (const other of others) {
    if (other.context < INTACT || other.near < here.near + CLEARLY_NEARER) continue;
    if (nearest === undefined || other.near > nearest.near) nearest = other;
  }
  return nearest && { features: nearest.features, lead: confirmed ? CONFIRMED : 0 };
}
