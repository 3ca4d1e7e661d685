import { weightOf, type FoldedText } from '../folding/foldText';
import type { Fragment } from '../folding/fragment';
import type { FragmentMatch } from '../search/matches';

/** Context of this weight on a side is as telling as any more. */
const TELLING = 16;
const MAX_CHECKED = 64;

/** A place where prefix and suffix stand side by side, as where a passage was taken out. */
export interface ContextClosure {
  /** Offset in the text. */
  readonly at: number;
  /** 0 to 1: with enough of both to be sure. */
  readonly strength: number;
}

/** Where prefix and suffix of a passage now stand side by side; a place may be named twice. */
export function contextClosures(
  fragment: Fragment,
  text: FoldedText,
  matches: readonly FragmentMatch[],
): ContextClosure[] {
  const { quoteStart, quoteEnd, folded } = fragment;
  const closures: ContextClosure[] = [];
  let checked = 0;
  for (const match of matches) {
    const end = match.at + match.length;
    let boundary = -1;
    if (match.at < quoteStart && end >= quoteStart) boundary = match.textAt + quoteStart - match.at;
    else if (match.at <= quoteEnd && end > quoteEnd) boundary = match.textAt + quoteEnd - match.at;
    if (boundary < 0 || checked >= MAX_CHECKED) continue;
    checked += 1;
    const before = intactWeight(folded, quoteStart - 1, text, boundary - 1, -1);
    if (before === 0) continue;
    const after = intactWeight(folded, quoteEnd, text, boundary, 1);
    if (after === 0) continue;
    closures.push({
      at: text.offsets[boundary] ?? text.text.length,
      strength: (before * after) / TELLING ** 2,
    });
  }
  return closures;
}

/** The weight of the equal units from a boundary outwards, up to {@link TELLING}. */
function intactWeight(
  a: FoldedText,
  at: number,
  b: FoldedText,
  textAt: number,
  step: 1 | -1,
): number {
  let weight = 0;
  while (
    weight < TELLING &&
    at >= 0 &&
    at < a.length &&
    textAt >= 0 &&
    textAt < b.length &&
    a.units[at] === b.units[textAt]
  ) {
    weight += weightOf(a.units[at] as number);
    at += step;
    textAt += step;
  }
  return Math.min(TELLING, weight);
}
