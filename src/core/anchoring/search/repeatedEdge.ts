import { weightOf, type FoldedText } from '../folding/foldText';
import { weightBetween, type Fragment } from '../folding/fragment';
import type { Aligner } from './align';
import type { Placement } from './layFragment';

/** So many more units of the text than of the quote between two of its units are an insertion. */
const LEAST_INSERTED = 4;
/**
 * What was inserted repeats an edge of the quote if it has all of it, or at least this share of its
 * weight, and that is not less than so much.
 */
const REPEATED = 0.7;
const REPEATED_WEIGHT = 6;
/** Room in the text beside the edge of the quote, for words that were added to it. */
const SLACK = 24;

/**
 * Where something was inserted that begins (or ends) as the quote does, the chain of matches has
 * the quote's first words there, next to the prefix, and the rest behind the insertion, although
 * all of the quote stands there together. This lays them where the rest is.
 *
 * The context on that side is then no longer next to the quote, so it is taken off the placement.
 */
export function takeRepeatedEdge(
  fragment: Fragment,
  text: FoldedText,
  placement: Placement,
  aligner: Aligner,
): void {
  const { quoteStart, quoteEnd } = fragment;
  const [last, next] = widestGap(fragment, placement);
  if (last < 0) return;
  const from = (placement[last] as number) + 1;
  const to = placement[next] as number;
  const head = laid(fragment, text, aligner, next - 1, quoteStart - 1, to - 1, from - 1);
  const headAt = head.reduce((least, [, textAt]) => Math.min(least, textAt), Infinity);
  if (repeats(fragment, text, head, quoteStart, next, headAt)) {
    placement.fill(-1, 0, next);
    for (const [at, textAt] of head) placement[at] = textAt;
    return;
  }
  const tail = laid(fragment, text, aligner, last + 1, quoteEnd, from, to);
  const tailEnd = tail.reduce((most, [, textAt]) => Math.max(most, textAt), -Infinity) + 1;
  if (repeats(fragment, text, tail, last + 1, quoteEnd, tailEnd)) {
    placement.fill(-1, last + 1);
    for (const [at, textAt] of tail) placement[at] = textAt;
  }
}

/** The two matched units of the quote between which most was inserted; [-1, -1] if nothing was. */
function widestGap({ quoteStart, quoteEnd }: Fragment, placement: Placement): [number, number] {
  let widest = LEAST_INSERTED - 1;
  let found: [number, number] = [-1, -1];
  let last = -1;
  for (let at = quoteStart; at < quoteEnd; at += 1) {
    const textAt = placement[at] as number;
    if (textAt < 0) continue;
    const inserted = last < 0 ? 0 : textAt - (placement[last] as number) - (at - last);
    if (inserted > widest) {
      widest = inserted;
      found = [last, at];
    }
    last = at;
  }
  return found;
}

/**
 * Lays the units from `at` up to (and without) `end` into the text from `textAt` to `textEnd`,
 * forwards or backwards: what is equal at once, the rest aligned.
 *
 * @returns pairs of a fragment's and a text's index
 */
function laid(
  { folded }: Fragment,
  text: FoldedText,
  aligner: Aligner,
  at: number,
  end: number,
  textAt: number,
  textEnd: number,
): [number, number][] {
  const step = end > at ? 1 : -1;
  const pairs: [number, number][] = [];
  while (at !== end && textAt !== textEnd && folded.units[at] === text.units[textAt]) {
    pairs.push([at, textAt]);
    at += step;
    textAt += step;
  }
  const length = Math.abs(end - at);
  const room = Math.min(Math.abs(textEnd - textAt), length + SLACK);
  aligner.align(
    { units: folded.units, from: at, step, length },
    { units: text.units, from: textAt, step, length: room },
    false,
    (a, b) => pairs.push([at + step * a, textAt + step * b]),
  );
  return pairs;
}

/**
 * Whether the edge of the quote between two of its units stands in an insertion too, and not amid
 * a word of it.
 *
 * @param boundary where in the text the quote would begin or end
 */
function repeats(
  { folded: { units } }: Fragment,
  text: FoldedText,
  pairs: readonly [number, number][],
  from: number,
  to: number,
  boundary: number,
): boolean {
  if (pairs.length === 0 || splitsWord(text, boundary)) return false;
  if (to > from && pairs.length === to - from) return true;
  const weight = pairs.reduce((sum, [at]) => sum + weightOf(units[at] as number), 0);
  return weight >= Math.max(REPEATED_WEIGHT, REPEATED * weightBetween(units, from, to));
}

/** Whether a boundary between two units of the text is within a word (Chinese has no such). */
function splitsWord({ units, offsets, length }: FoldedText, at: number): boolean {
  if (at <= 0 || at >= length) return false;
  const isTogether = (offsets[at] as number) - (offsets[at - 1] as number) <= 1;
  return isTogether && isLetter(units[at - 1] as number) && isLetter(units[at] as number);
}

function isLetter(unit: number): boolean {
  return weightOf(unit) === 1;
}
