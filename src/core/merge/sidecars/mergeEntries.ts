import { sameValue } from '../../model/sameValue';
import type { Annotation } from '../../model/types';
import { patchBlock, readBlock } from '../../sidecar/patchBlock';
import { printBlock } from '../../sidecar/printBlock';
import type { SidecarEntry, SidecarFile } from '../../sidecar/sidecarFile';
import { commentsIn } from '../../yaml/comments';
import { mergeAnnotation } from '../annotation/mergeAnnotation';
import { newConflicts, type FieldConflict } from '../annotation/mergeFields';
import { mergeValue, byNumberedKey } from '../annotation/threeWay';
import { restyleLines, mergePieceLines, type LineStyle } from '../lines/lineStyle';
import {
  mergeSequence,
  type MergedPart,
  type FilePiece,
  type PieceVersions,
} from '../lines/mergeSequence';
import { splitLines, sameLines } from '../lines/mergeText';
import type { FrameVersions } from './frame';

/** An entry of the merged list. */
export interface MergedEntry {
  /** Undefined for one that can't be read: that is its lines. */
  readonly annotation: Annotation | undefined;
  readonly id: string | undefined;
  /** As an item of a block list. */
  readonly lines: string;
  /** The number of ours' entry that it was, or was made from. */
  readonly ours: number | undefined;
  /** What the merge couldn't decide. */
  readonly conflicts: readonly FieldConflict[];
}

/**
 * An entry of one side, with its number, and what stands between it and the one before it, or the
 * file's start.
 */
type NumberedEntry = SidecarEntry & { readonly index: number; readonly above: string };

/** The three versions of a sidecar. */
export interface SidecarVersions {
  readonly base: SidecarFile;
  readonly ours: SidecarFile;
  readonly theirs: SidecarFile;
}

/**
 * Merges the lists of annotations by their ids; lines that neither side touched stay as they are.
 *
 * @param frames what stands around them
 */
export function mergeEntries(
  { base, ours, theirs }: SidecarVersions,
  frames: FrameVersions,
  style: LineStyle,
): { readonly parts: readonly MergedPart<MergedEntry>[]; readonly end: string } {
  const was = entriesOf(base, style);
  const [is, other] = [entriesOf(ours, style, true), entriesOf(theirs, style)];
  return mergeSequence(
    { pieces: was, end: frames.base.belowList },
    { pieces: withCommentsAbove(is, was, other, style), end: frames.ours.belowList },
    { pieces: withCommentsAbove(other, was, is, style), end: frames.theirs.belowList },
    (versions) => mergeEntry(versions, style),
    ({ value }) => value.annotation?.passages[0]?.start ?? Infinity,
    style.eol,
  );
}

/**
 * A file's entries by what makes them the same ones in another version: their id, or their lines
 * where that can't be read.
 */
export function entriesByKey({ entries, text }: SidecarFile): Map<string, NumberedEntry> {
  const keyOf = ({ id, block }: SidecarEntry) =>
    id === undefined ? `lines ${plainLines(text.slice(block.start, block.end))}` : `id ${id}`;
  return byNumberedKey(
    entries.map((entry, index) => ({
      ...entry,
      index,
      above: text.slice(entries[index - 1]?.block.end ?? 0, entry.block.start),
    })),
    keyOf,
  );
}

/**
 * A file's entries with their lines, which are made to fit `style` unless they are to stay
 * `asTheyAre`.
 */
function entriesOf(
  file: SidecarFile,
  style: LineStyle,
  asTheyAre = false,
): FilePiece<NumberedEntry>[] {
  const slice = (start: number, end: number) => {
    const lines = file.text.slice(start, end);
    return asTheyAre || file.layout.kind !== 'block'
      ? lines
      : restyleLines(lines, file.layout.indent, style);
  };
  const isLined = file.layout.kind === 'block' && file.layout.indent.trim() === '';
  return Array.from(entriesByKey(file), ([key, value]): FilePiece<NumberedEntry> => {
    const { block, annotation, index } = value;
    if (!isLined)
      return {
        key,
        gap: '',
        lines:
          annotation === undefined
            ? `${style.indent}- ${slice(block.start, block.end)}${style.eol}`
            : undefined,
        value,
      };
    const above = file.entries[index - 1]?.block.end ?? block.start;
    return { key, gap: slice(above, block.start), lines: slice(block.start, block.end), value };
  });
}

/**
 * One side's entries, with the comments that it added inside of one that the other side deleted
 * above it: what stands between entries outlives them.
 */
function withCommentsAbove(
  side: readonly FilePiece<NumberedEntry>[],
  base: readonly FilePiece<NumberedEntry>[],
  other: readonly FilePiece<NumberedEntry>[],
  style: LineStyle,
): FilePiece<NumberedEntry>[] {
  const before = new Map(base.map((piece) => [piece.key, piece]));
  const present = new Set(other.map(({ key }) => key));
  return side.map((piece) => {
    const was = before.get(piece.key);
    // One that was changed here is kept anyway, comments and all.
    const goes =
      was !== undefined &&
      !present.has(piece.key) &&
      sameValue(was.value.annotation, piece.value.annotation);
    if (!goes || piece.lines === was.lines) return piece;
    const known = commentsIn(was.lines ?? '');
    const added = [...commentsIn(piece.lines ?? '')].filter((comment) => !known.has(comment));
    const lines = added.map((comment) => style.indent + comment + style.eol).join('');
    return { ...piece, gap: piece.gap + lines };
  });
}

function mergeEntry(versions: PieceVersions<NumberedEntry>, style: LineStyle): MergedEntry[] {
  const sides = [versions.base, versions.ours, versions.theirs];
  if (sides.some((side) => side !== undefined && side.value.annotation === undefined))
    return mergeUnreadable(versions, style);
  const [was, is, other] = sides.map((side) => side?.value.annotation);
  const annotation = mergeAnnotation(was, is, other);
  if (annotation === undefined) return [];
  // What ours' lines say is known; others are read back, for their meaning may depend on lines
  // elsewhere (YAML anchors).
  const says = (lines: string) =>
    sameValue(lines === versions.ours?.lines ? is : readBlock(lines), annotation);
  const before = versions.ours?.lines ?? versions.theirs?.lines;
  const lines =
    mergePieceLines(versions, style.eol, says) ??
    (before === undefined
      ? printBlock(annotation, style.indent, style.eol)
      : patchBlock(before, annotation, style.indent, style.eol));
  const comments = lostComments(versions, lines)
    .map((comment) => style.indent + comment + style.eol)
    .join('');
  return [
    {
      annotation,
      id: annotation.id,
      lines: comments + lines,
      ours: versions.ours?.value.index,
      conflicts: newConflicts(annotation, is, other),
    },
  ];
}

/**
 * Comments of either side's lines that are neither in the merged ones nor taken away on purpose:
 * they go above these.
 */
function lostComments(
  { base, ours, theirs }: PieceVersions<NumberedEntry>,
  merged: string,
): string[] {
  if (merged === ours?.lines && theirs?.lines === undefined) return [];
  const [was, is, other, there] = [
    base?.lines,
    ours?.lines,
    theirs?.lines,
    (ours?.value.above ?? '') + merged,
  ].map((lines = '') => commentsIn(lines)) as [Set<string>, Set<string>, Set<string>, Set<string>];
  const isWanted = (comment: string) =>
    !was.has(comment) || (is.has(comment) && other.has(comment));
  return [...new Set([...is, ...other])].filter(
    (comment) => !there.has(comment) && isWanted(comment),
  );
}

/** An entry that can't be read is one piece; where both sides changed it, both versions stay. */
function mergeUnreadable(
  { base, ours, theirs }: PieceVersions<NumberedEntry>,
  style: LineStyle,
): MergedEntry[] {
  const { value, conflict } = mergeValue<FilePiece<NumberedEntry> | undefined>(
    base,
    ours,
    theirs,
    sameEntry,
  );
  return (conflict ? [ours, theirs] : [value]).flatMap((side) => {
    if (side === undefined) return [];
    const { annotation, id, index } = side.value;
    const lines =
      side.lines ??
      (annotation === undefined ? '' : printBlock(annotation, style.indent, style.eol));
    return [{ annotation, id, lines, ours: side === ours ? index : undefined, conflicts: [] }];
  });
}

function sameEntry(
  a: FilePiece<NumberedEntry> | undefined,
  b: FilePiece<NumberedEntry> | undefined,
): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.value.annotation !== undefined && b.value.annotation !== undefined)
    return sameValue(a.value.annotation, b.value.annotation);
  return (
    a.lines !== undefined &&
    b.lines !== undefined &&
    sameLines(plainLines(a.lines), plainLines(b.lines))
  );
}

/** The lines of an entry, whatever its list's indentation, line ends and dash. */
export function plainLines(lines: string): string {
  return splitLines(lines.trim().replace(/^-\s+/, ''))
    .map((line) => line.trim())
    .join('\n');
}
