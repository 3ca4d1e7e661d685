import { wholeCharacter } from '../blocks/lineEdges';
import type { TextKind } from '../blocks/markdownParser';
import { textBlockAt, type TextBlock } from '../blocks/textBlock';
import { containsRange, type Utf16Range } from '../range';
import { clausesIn } from './clauses';
import { quotationsOf, type Quotation } from './quotations';
import { splitSentences } from './splitSentences';

export type BoundaryEdge = 'start' | 'end';
export type BoundaryStep = 'extend' | 'shrink';
export type BoundaryUnit = 'clause' | 'sentence' | 'quotation';

/** How a boundary of a passage is to be moved. */
export interface BoundaryMove {
  readonly edge: BoundaryEdge;
  readonly step: BoundaryStep;
  readonly by: BoundaryUnit;
}

/** Signs that end a clause inside a quotation: “Yes,” she said. */
const LOOSE_END = /[\s，；：、,;:]+$/;
/** What belongs to the character before it: accents, skin colours, the signs of emoji. */
const BELONGS_BEFORE = /^[\p{M}\u200d\ufe0f\p{Emoji_Modifier}\u{e0020}-\u{e007f}]/u;

/**
 * The passage with one boundary moved to the next place where a clause, a sentence or a quotation
 * begins or ends.
 *
 * The boundary stays in its block, no link, code, image, quotation, emphasis or character is cut
 * that wasn't cut before, and the passage is never empty. Where the words of a quotation (or of
 * emphasis) are left or taken whole, both of its marks go or come with them: `“甲，乙”` shrinks to
 * `甲`, not to `“甲`.
 *
 * @param range the passage, UTF-16 units
 * @param kind in plain text, indented lines are no code
 * @returns undefined where there is no such place
 */
export function moveBoundary(
  text: string,
  range: Utf16Range,
  move: BoundaryMove,
  kind: TextKind = 'markdown',
): Utf16Range | undefined {
  const block = blockAtEdge(text, range, move.edge, kind);
  return block && moveInBlock(text, block, range, move);
}

/** A move with the passage that it makes. */
export interface PossibleMove extends BoundaryMove {
  readonly range: Utf16Range;
}

/**
 * All moves of a passage's boundaries that are possible, each passage once: those of the end first,
 * the smallest first.
 */
export function possibleMoves(
  text: string,
  range: Utf16Range,
  kind: TextKind = 'markdown',
): PossibleMove[] {
  const found: PossibleMove[] = [];
  for (const edge of ['end', 'start'] as const) {
    const block = blockAtEdge(text, range, edge, kind);
    if (block === undefined) continue;
    for (const step of ['extend', 'shrink'] as const)
      for (const by of ['clause', 'sentence', 'quotation'] as const) {
        const moved = moveInBlock(text, block, range, { edge, step, by });
        const isKnown = found.some((one) => isSameRange(one.range, moved));
        if (moved !== undefined && !isKnown) found.push({ edge, step, by, range: moved });
      }
  }
  return found;
}

function blockAtEdge(
  text: string,
  { start, end }: Utf16Range,
  edge: BoundaryEdge,
  kind: TextKind,
): TextBlock | undefined {
  return textBlockAt(text, edge === 'start' ? start : Math.max(start, end - 1), kind);
}

function moveInBlock(
  text: string,
  block: TextBlock,
  range: Utf16Range,
  move: BoundaryMove,
): Utf16Range | undefined {
  const { edge, step } = move;
  const marks = marksIn(block, range);
  const isForward = (edge === 'end') === (step === 'extend');
  const stops = stopsIn(text, block, marks.pairs, range, move)
    .filter((stop) => (isForward ? stop > range[edge] : stop < range[edge]))
    .sort((a, b) => (isForward ? a - b : b - a));
  for (const stop of stops) {
    const moved = withPairs({ ...range, [edge]: stop }, marks.pairs, step);
    const [outer, inner] = step === 'extend' ? [moved, range] : [range, moved];
    const isProgress = containsRange(outer, inner) && moved.start < moved.end;
    if (!isProgress || isSameRange(moved, range)) continue;
    if (!cutsAny(text, moved, range, marks)) return moved;
  }
  return undefined;
}

function isSameRange(a: Utf16Range, b: Utf16Range | undefined): boolean {
  return a.start === b?.start && a.end === b.end;
}

/** What must not be cut in two. */
interface Marks {
  /** Their words may be taken without their marks, or with both. */
  readonly pairs: readonly Quotation[];
  /** They are taken as a whole. */
  readonly atoms: readonly Utf16Range[];
}

/** Leaves out what `range` cuts already: that is for the analyst to say. */
function marksIn(block: TextBlock, range: Utf16Range): Marks {
  const isInside = (one: Utf16Range) => containsRange(one, range) && !containsRange(range, one);
  const pairs: Quotation[] = quotationsOf(block);
  const atoms: Utf16Range[] = [];
  for (const { kind, ...one } of block.markup) {
    if (kind === 'phrase' || (kind === 'link' && containsRange(one.content, range)))
      pairs.push(one);
    else if (!isInside(one)) atoms.push(one);
  }
  return {
    pairs: pairs
      .filter((one) => !cuts(range, one))
      .sort((a, b) => a.start - b.start || b.end - a.end),
    atoms: atoms.filter((one) => !cuts(range, one)),
  };
}

/** The places to which the boundary may go, in any order. */
function stopsIn(
  text: string,
  block: TextBlock,
  pairs: readonly Quotation[],
  range: Utf16Range,
  { edge, by }: BoundaryMove,
): number[] {
  if (by === 'quotation')
    return quotationsOf(block).flatMap((one) => [one[edge], one.content[edge]]);
  // The words of what stands around the passage end where it ends.
  const around = pairs
    .filter(({ content }) => containsRange(content, range))
    .map(({ content: { start, end } }) =>
      edge === 'start' ? start : start + text.slice(start, end).replace(LOOSE_END, '').length,
    );
  const sentences = splitSentences(block);
  const clauses = by === 'clause' ? sentences.flatMap((one) => clauseStops(text, one, edge)) : [];
  return [...around, ...clauses, ...sentences.map((one) => one[edge])];
}

/** Where clauses inside a sentence begin, or end: the last one ends with the sentence. */
function clauseStops(text: string, sentence: Utf16Range, edge: BoundaryEdge): number[] {
  const stops = clausesIn(text, sentence).map((clause) => clause[edge]);
  return edge === 'start' ? stops : stops.slice(0, -1);
}

/**
 * The range with the other mark of each quotation (or emphasis) of which it has one, or without
 * the one that it has.
 *
 * @param pairs outer ones first
 */
function withPairs(
  { start, end }: Utf16Range,
  pairs: readonly Quotation[],
  step: BoundaryStep,
): Utf16Range {
  for (const one of pairs) {
    const startsInside = one.start < start && start < one.end;
    const endsInside = one.start < end && end < one.end;
    if (startsInside && end >= one.end) {
      if (step === 'extend' && start === one.content.start) start = one.start;
      else if (end === one.end) end = one.content.end;
    } else if (endsInside && start <= one.start) {
      if (step === 'extend' && end === one.content.end) end = one.end;
      else if (start === one.start) start = one.content.start;
    }
  }
  return { start, end };
}

function cutsAny(text: string, moved: Utf16Range, before: Utf16Range, marks: Marks): boolean {
  const edges = [moved.start, moved.end].filter(
    (one) => one !== before.start && one !== before.end,
  );
  return (
    edges.some((at) => isInCharacter(text, at)) ||
    marks.pairs.some((one) => cuts(moved, one)) ||
    marks.atoms.some(({ start, end }) => edges.some((at) => start < at && at < end))
  );
}

/** Whether one of the range's ends lies inside of something, and the other one doesn't. */
function cuts(range: Utf16Range, one: Utf16Range): boolean {
  const startsInside = one.start < range.start && range.start < one.end;
  const endsInside = one.start < range.end && range.end < one.end;
  return startsInside !== endsInside;
}

function isInCharacter(text: string, at: number): boolean {
  return (
    wholeCharacter(text, at) !== at ||
    BELONGS_BEFORE.test(text.slice(at, at + 2)) ||
    text.charAt(at - 1) === '\u200d'
  );
}
