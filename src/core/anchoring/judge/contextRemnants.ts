import { weightBetween, type Fragment } from '../folding/fragment';
import type { FragmentMatch } from '../search/matches';

/** A piece of less weight stands anywhere by chance. */
const LEAST = 4;
/** A piece of this weight tells 1 - 1/e of what the longest does. */
const TELLING = 8;
/** At most so many pieces are looked at. */
const MAX_KEPT = 64;
/** A piece belongs to a place if it is shifted by no more units. */
const OWN_SHIFT = 40;
/** What had more between it has closed up if it overlaps, or is apart, by no more units. */
const CLOSED_UP = 4;

/** A piece of a passage's context that stands in the text, in folded units. */
export interface ContextRemnant {
  /** Where the piece is in the fragment. */
  readonly from: number;
  readonly to: number;
  /** Where in the text the quote would begin by it. */
  readonly quoteAt: number;
  /** Its weight, rare units counting more. */
  readonly weight: number;
}

/** The pieces of a passage's context that stand in the text, beside its words or without them. */
export function contextRemnants(
  { folded: { units }, quoteStart, quoteEnd }: Fragment,
  matches: readonly FragmentMatch[],
  rarity: Float32Array,
): ContextRemnant[] {
  const remnants: ContextRemnant[] = [];
  const add = (from: number, to: number, quoteAt: number): void => {
    if (to <= from || remnants.length >= MAX_KEPT) return;
    if (weightBetween(units, from, to) < LEAST) return;
    let weight = 0;
    for (let at = from; at < to; at += 1)
      weight += weightBetween(units, at, at + 1) * (rarity[at] as number);
    remnants.push({ from, to, quoteAt, weight });
  };
  for (const { at, textAt, length } of matches) {
    const quoteAt = textAt - at + quoteStart;
    add(at, Math.min(at + length, quoteStart), quoteAt);
    add(Math.max(at, quoteEnd), at + length, quoteAt);
  }
  return remnants;
}

/**
 * How surely a passage was cut out together with some of its context, 0 to 1: pieces of what was
 * before and behind it stand side by side now.
 */
export function cutOut(
  { quoteStart, quoteEnd }: Fragment,
  remnants: readonly ContextRemnant[],
): number {
  let surest = 0;
  for (const before of remnants) {
    if (before.to > quoteStart) continue;
    for (const after of remnants) {
      if (after.from < quoteEnd) continue;
      const between = after.from - before.to;
      const now = between + after.quoteAt - before.quoteAt;
      if (Math.abs(now) > CLOSED_UP || between - now < quoteEnd - quoteStart) continue;
      surest = Math.max(surest, told(before) * told(after));
    }
  }
  return surest;
}

/** How much a piece tells, 0 to 1. */
function told({ weight }: ContextRemnant): number {
  return 1 - Math.exp(-weight / TELLING);
}

/** The pieces that stand elsewhere than at a place, and of which all does not stand there too. */
export function remnantsElsewhere(
  remnants: readonly ContextRemnant[],
  textFrom: number,
): ContextRemnant[] {
  const isOwn = ({ quoteAt }: ContextRemnant): boolean => Math.abs(quoteAt - textFrom) <= OWN_SHIFT;
  const own = remnants.filter(isOwn).sort((a, b) => a.from - b.from);
  return remnants.filter((one) => !isOwn(one) && !covers(own, one));
}

/** Whether pieces, in their order, together have all of another one. */
function covers(pieces: readonly ContextRemnant[], { from, to }: ContextRemnant): boolean {
  let covered = from;
  for (const piece of pieces) {
    if (piece.from > covered) break;
    covered = Math.max(covered, piece.to);
  }
  return covered >= to;
}
