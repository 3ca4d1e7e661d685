import { isIgnoredByFolding, type FoldedText } from '../folding/foldText';
import type { Fragment } from '../folding/fragment';
import { splitsPair } from '../folding/surrogates';
import type { Placement } from '../search/layFragment';
import type { Utf16Range } from '../types';

/**
 * A replaced edge may be this many times as long as before, plus a little, to be taken as the
 * replacement.
 */
const GROWTH = 3;
const GROWTH_ROOM = 24;

/**
 * A quote's extent in the text, in folded units, and whether any unit of the quote itself was
 * matched.
 */
export interface FoldedExtent {
  readonly from: number;
  readonly to: number;
  readonly quoteMatched: boolean;
}

/**
 * Where the quote begins and ends in the text by a placement. An edge whose words were replaced is
 * snapped to the context's edge, if that still stands, and else assumed as long as it was.
 */
export function foldedExtent(
  fragment: Fragment,
  text: FoldedText,
  placement: Placement,
): FoldedExtent | undefined {
  const { quoteStart, quoteEnd, folded } = fragment;
  const first = nextMatched(placement, quoteStart, quoteEnd, 1);
  const last = nextMatched(placement, quoteEnd - 1, quoteStart - 1, -1);
  const before = nextMatched(placement, quoteStart - 1, -1, -1);
  const after = nextMatched(placement, quoteEnd, folded.length, 1);
  const beforeAt = before < 0 ? -1 : (placement[before] as number);
  const afterAt = after < 0 ? text.length : (placement[after] as number);
  if (first < 0 || last < 0) {
    if (before < 0 || after < 0) return undefined;
    return { from: beforeAt + 1, to: afterAt, quoteMatched: false };
  }
  const firstAt = placement[first] as number;
  const lastAt = placement[last] as number;
  const from = edge(
    first - quoteStart,
    firstAt - beforeAt - 1,
    before === quoteStart - 1 && before >= 0,
  );
  const to = edge(quoteEnd - 1 - last, afterAt - lastAt - 1, after === quoteEnd);
  return { from: firstAt - from, to: lastAt + 1 + to, quoteMatched: true };
}

/**
 * How far an edge lies beyond the outermost matched unit.
 *
 * @param lost units of the quote's edge that were not matched
 * @param room unmatched units in the text up to the context
 * @param contextStands whether the context next to the quote was matched
 */
function edge(lost: number, room: number, contextStands: boolean): number {
  if (lost === 0) return 0;
  if (contextStands && room <= GROWTH * lost + GROWTH_ROOM) return room;
  return Math.min(lost, room);
}

function nextMatched(placement: Placement, from: number, to: number, step: 1 | -1): number {
  for (let at = from; at !== to; at += step) if ((placement[at] as number) >= 0) return at;
  return -1;
}

/**
 * A folded extent as a range of the text. Units that folding ignores (white space, emphasis marks)
 * belong to the range if the quote has the same ones at its edge.
 */
export function rangeOfExtent(
  fragment: Fragment,
  text: FoldedText,
  extent: FoldedExtent,
): Utf16Range {
  const raw = text.text;
  let start = text.offsets[extent.from] ?? raw.length;
  if (splitsPair(raw, start)) start -= 1;
  let end = extent.to > extent.from ? endOf(text, extent.to - 1) : start;
  const lead = quoteLead(fragment);
  const tail = quoteTail(fragment);
  let runStart = start;
  while (runStart > 0 && isIgnoredByFolding(raw.charCodeAt(runStart - 1))) runStart -= 1;
  const leadAt = lead === '' ? -1 : raw.slice(runStart, start).lastIndexOf(lead);
  if (leadAt >= 0) start = runStart + leadAt;
  let runEnd = end;
  while (runEnd < raw.length && isIgnoredByFolding(raw.charCodeAt(runEnd))) runEnd += 1;
  const tailAt = tail === '' ? -1 : raw.slice(end, runEnd).indexOf(tail);
  if (tailAt >= 0) end += tailAt + tail.length;
  return { start, end };
}

/** The ignored units that the quote begins with. */
function quoteLead({ folded, quoteStart, exactStart, exactEnd }: Fragment): string {
  return folded.text.slice(exactStart, Math.min(exactEnd, folded.offsets[quoteStart] ?? exactEnd));
}

/** The ignored units that the quote ends with. */
function quoteTail({ folded, quoteStart, quoteEnd, exactEnd }: Fragment): string {
  return quoteEnd > quoteStart ? folded.text.slice(endOf(folded, quoteEnd - 1), exactEnd) : '';
}

/**
 * The offset after the text's character that a folded unit came from, accents that follow it
 * included.
 */
function endOf(text: FoldedText, index: number): number {
  const raw = text.text;
  let end = (text.offsets[index] ?? 0) + 1;
  if (splitsPair(raw, end)) end += 1;
  while (end < raw.length && isAccent(raw.charCodeAt(end))) end += 1;
  return end;
}

function isAccent(unit: number): boolean {
  return (unit >= 0x300 && unit <= 0x36f) || unit === 0x3099 || unit === 0x309a;
}
