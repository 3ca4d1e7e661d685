import type { Utf16Range } from '../../text/range';

/** One side of a file that git left half merged. */
export interface ConflictSide {
  /** The whole text as that side has it. */
  readonly text: string;
  /** Where its parts stand in the file, in order. */
  readonly parts: readonly { readonly at: number; readonly from: number }[];
}

/** The versions in a file that git left half merged. */
export interface SplitConflicts {
  readonly ours: ConflictSide;
  /**
   * What both started from, where git wrote that too (`merge.conflictStyle` diff3 or zdiff3) for
   * each conflict.
   */
  readonly base: ConflictSide | undefined;
  readonly theirs: ConflictSide;
  /** The line `<<<<<<<` of each conflict, in UTF-16 offsets of the file, without its end. */
  readonly markers: readonly Utf16Range[];
}

/** A conflict's lines: each part from behind its marker to the next one. */
interface Region {
  readonly opening: Utf16Range;
  readonly ours: Utf16Range;
  readonly base: Utf16Range | undefined;
  readonly theirs: Utf16Range;
  readonly end: number;
}

/**
 * The markers that git writes (git-merge, “How conflicts are presented”): seven signs, and all but
 * `=======` with a label.
 */
const MARKER = /^(?:(<{7}|\|{7}|>{7})(?:[ \t][^\r\n]*)?|(={7}))\r?$/gm;

/**
 * Takes a file with git's conflict markers apart into its whole versions. Lines outside the
 * conflicts belong to all; markers that make no complete set are lines like any other.
 *
 * @returns undefined where there is no complete set of markers
 */
export function splitConflicts(text: string): SplitConflicts | undefined {
  const regions = regionsOf(text);
  if (regions.length === 0) return undefined;
  const sideOf = (part: (region: Region) => Utf16Range) => {
    const parts: { at: number; from: number }[] = [];
    let side = '';
    let from = 0;
    const take = (start: number, end: number) => {
      if (end > start) parts.push({ at: side.length, from: start });
      side += text.slice(start, end);
    };
    for (const region of regions) {
      take(from, region.opening.start);
      take(part(region).start, part(region).end);
      from = region.end;
    }
    take(from, text.length);
    return { text: side, parts };
  };
  const hasBase = regions.every(({ base }) => base !== undefined);
  return {
    ours: sideOf(({ ours }) => ours),
    base: hasBase ? sideOf(({ base, ours }) => base ?? ours) : undefined,
    theirs: sideOf(({ theirs }) => theirs),
    markers: regions.map(({ opening }) => opening),
  };
}

/** A place of a side's text as a place of the file. */
export function placeInFile({ parts }: ConflictSide, range: Utf16Range): Utf16Range {
  const toFile = (offset: number) => {
    const part = parts.findLast(({ at }) => at <= offset);
    return offset - (part?.at ?? 0) + (part?.from ?? 0);
  };
  return {
    start: toFile(range.start),
    end: range.end > range.start ? toFile(range.end - 1) + 1 : toFile(range.start),
  };
}

function regionsOf(text: string): Region[] {
  const regions: Region[] = [];
  let open:
    | {
        readonly opening: Utf16Range;
        readonly from: number;
        ours?: Utf16Range;
        base?: Utf16Range;
        theirsFrom?: number;
      }
    | undefined;
  for (const { 0: line, 1: sign, index } of text.matchAll(MARKER)) {
    const next = Math.min(text.length, index + line.length + 1);
    const isSign = (character: string) => (sign ?? '=').startsWith(character);
    // Whatever comes out of turn starts a new set, or ends the search for the rest of a set.
    if (isSign('<'))
      open = { opening: { start: index, end: index + line.replace('\r', '').length }, from: next };
    else if (open === undefined) continue;
    else if (isSign('|') && open.ours === undefined)
      open = { ...open, ours: { start: open.from, end: index }, base: { start: next, end: next } };
    else if (isSign('=') && open.theirsFrom === undefined) {
      const base = open.base === undefined ? {} : { base: { start: open.base.start, end: index } };
      open = {
        ...open,
        ours: open.ours ?? { start: open.from, end: index },
        ...base,
        theirsFrom: next,
      };
    } else if (isSign('>') && open.ours !== undefined && open.theirsFrom !== undefined) {
      regions.push({
        opening: open.opening,
        ours: open.ours,
        base: open.base,
        theirs: { start: open.theirsFrom, end: index },
        end: next,
      });
      open = undefined;
    } else open = undefined;
  }
  return regions;
}
