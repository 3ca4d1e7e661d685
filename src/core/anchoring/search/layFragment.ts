import type { Steps } from '../../text/steps';
import type { FoldedText } from '../folding/foldText';
import type { Fragment } from '../folding/fragment';
import type { Aligner, Strand } from './align';
import type { MatchChain } from './chain';
import { takeRepeatedEdge } from './repeatedEdge';

/**
 * A fragment laid onto one place in the text: for each folded unit of the fragment the index of the
 * equal unit in the text that it corresponds to, or -1.
 */
export type Placement = Int32Array;

/**
 * So many units of the context next to the quote are aligned with it, to see where the quote's
 * edges are.
 */
const MARGIN = 12;
/** At most so many units beside the chain are aligned, with so much more room in the text. */
const REACH = 96;
const SLACK = 24;

/**
 * Lays a fragment onto the place that a chain found: the chain's matches as they are, what lies
 * between and beside them aligned. In steps, for a fragment may be long.
 */
export function* layFragment(
  fragment: Fragment,
  text: FoldedText,
  chain: MatchChain,
  aligner: Aligner,
): Steps<Placement> {
  const { folded } = fragment;
  const placement = new Int32Array(folded.length).fill(-1);
  let at = -1;
  let textAt = -1;
  for (const match of chain.matches) {
    const overlap = at < 0 ? 0 : Math.max(0, at - match.at, textAt - match.textAt);
    const from = match.at + overlap;
    const textFrom = match.textAt + overlap;
    if (at >= 0) alignBetween(folded, text, at, from, textAt, textFrom, placement, aligner);
    else alignBefore(fragment, text, from, textFrom, placement, aligner);
    for (let step = 0; step < match.length - overlap; step += 1)
      placement[from + step] = textFrom + step;
    at = match.at + match.length;
    textAt = match.textAt + match.length;
  }
  if (at >= 0) alignAfter(fragment, text, at, textAt, placement, aligner);
  yield;
  takeRepeatedEdge(fragment, text, placement, aligner);
  return placement;
}

function forwards(units: Uint16Array, from: number, length: number): Strand {
  return { units, from, step: 1, length };
}

function backwards(units: Uint16Array, end: number, length: number): Strand {
  return { units, from: end - 1, step: -1, length };
}

function alignBetween(
  folded: FoldedText,
  text: FoldedText,
  from: number,
  to: number,
  textFrom: number,
  textTo: number,
  placement: Placement,
  aligner: Aligner,
): void {
  if (to <= from || textTo <= textFrom) return;
  aligner.align(
    forwards(folded.units, from, to - from),
    forwards(text.units, textFrom, textTo - textFrom),
    true,
    (a, b) => {
      placement[from + a] = textFrom + b;
    },
  );
}

function alignBefore(
  { folded, quoteStart }: Fragment,
  text: FoldedText,
  end: number,
  textEnd: number,
  placement: Placement,
  aligner: Aligner,
): void {
  const length = Math.min(end - Math.max(0, quoteStart - MARGIN), REACH);
  if (length <= 0) return;
  const room = Math.min(textEnd, length + SLACK);
  aligner.align(
    backwards(folded.units, end, length),
    backwards(text.units, textEnd, room),
    false,
    (a, b) => {
      placement[end - 1 - a] = textEnd - 1 - b;
    },
  );
}

function alignAfter(
  { folded, quoteEnd }: Fragment,
  text: FoldedText,
  from: number,
  textFrom: number,
  placement: Placement,
  aligner: Aligner,
): void {
  const length = Math.min(Math.min(folded.length, quoteEnd + MARGIN) - from, REACH);
  if (length <= 0) return;
  const room = Math.min(text.length - textFrom, length + SLACK);
  aligner.align(
    forwards(folded.units, from, length),
    forwards(text.units, textFrom, room),
    false,
    (a, b) => {
      placement[from + a] = textFrom + b;
    },
  );
}
