import { mergeText } from './mergeText';

/** One named part of a file: the lines of an annotation, or of a key with its value. */
export interface FilePiece<T> {
  readonly key: string;
  /** Comments and empty lines between it and the part before it. */
  readonly gap: string;
  /** Its lines; undefined where it shares them with others (between brackets). */
  readonly lines: string | undefined;
  readonly value: T;
}

/** Parts of a file that follow each other, and the comments and empty lines behind the last one. */
export interface PieceSequence<T> {
  readonly pieces: readonly FilePiece<T>[];
  readonly end: string;
}

/** The three versions of one part, where they are there. */
export interface PieceVersions<T> {
  readonly base: FilePiece<T> | undefined;
  readonly ours: FilePiece<T> | undefined;
  readonly theirs: FilePiece<T> | undefined;
}

/** A part of the merged file, below what stands before it. */
export interface MergedPart<R> {
  readonly gap: string;
  readonly part: R;
}

/**
 * Merges the order of the parts and what stands between them. Ours' parts stay in their order; what
 * theirs added goes behind the part that it follows there. Comments outlive the part that they
 * stood above.
 *
 * @param resolve what becomes of a part: nothing, one part, or both versions of it
 * @param startOf decides which comes first of two that were added at the same place; ours' does
 *   where it is the same
 */
export function mergeSequence<T, R>(
  base: PieceSequence<T>,
  ours: PieceSequence<T>,
  theirs: PieceSequence<T>,
  resolve: (versions: PieceVersions<T>) => readonly R[],
  startOf: (piece: FilePiece<T>) => number,
  eol: string,
): { readonly parts: readonly MergedPart<R>[]; readonly end: string } {
  const [inBase, inOurs, inTheirs] = [byKey(base), byKey(ours), byKey(theirs)];
  const resolved = new Map(
    [...new Set([...inBase.keys(), ...inOurs.keys(), ...inTheirs.keys()])].map((key) => [
      key,
      resolve({ base: inBase.get(key), ours: inOurs.get(key), theirs: inTheirs.get(key) }),
    ]),
  );
  const survives = (key: string) => (resolved.get(key)?.length ?? 0) > 0;
  const [oursGaps, theirsGaps] = [gapsOf(base, ours, survives), gapsOf(base, theirs, survives)];
  const start = (key: string) => startOf((inOurs.get(key) ?? inTheirs.get(key)) as FilePiece<T>);

  // What stood above parts that go stands above the next one that both sides have.
  let [above, oursAbove, theirsAbove] = ['', '', ''];
  const mergeAbove = (was: string, is: string, other: string) => {
    const gap = mergeText(above + was, oursAbove + is, theirsAbove + other, eol).text;
    [above, oursAbove, theirsAbove] = ['', '', ''];
    return gap;
  };
  const baseGaps = baseGapsOf(base, inOurs, inTheirs);
  const parts: MergedPart<R>[] = [];
  for (const key of mergeOrder([...inOurs.keys()], [...inTheirs.keys()], start)) {
    const [was = '', is, other] = [baseGaps.get(key), oursGaps.get(key), theirsGaps.get(key)];
    if (!survives(key))
      [above, oursAbove, theirsAbove] = [
        above + was,
        oursAbove + (is ?? ''),
        theirsAbove + (other ?? ''),
      ];
    else {
      const gap =
        is === undefined || other === undefined ? (is ?? other ?? '') : mergeAbove(was, is, other);
      (resolved.get(key) ?? []).forEach((part, i) => parts.push({ gap: i === 0 ? gap : '', part }));
    }
  }
  return {
    parts,
    end: mergeAbove(
      baseGaps.get(undefined) ?? '',
      oursGaps.get(undefined) ?? '',
      theirsGaps.get(undefined) ?? '',
    ),
  };
}

/** Ours' keys in their order, with those that theirs alone has where theirs has them. */
function mergeOrder(
  ours: readonly string[],
  theirs: readonly string[],
  start: (key: string) => number,
): string[] {
  const [inOurs, inTheirs] = [new Set(ours), new Set(theirs)];
  const added = new Map<string | undefined, string[]>();
  let previous: string | undefined;
  for (const key of theirs) {
    if (inOurs.has(key)) previous = key;
    else if (added.get(previous)?.push(key) === undefined) added.set(previous, [key]);
  }
  const order: string[] = [];
  let next = 0;
  const takeOwn = (goesFirst: (key: string) => boolean) => {
    for (
      let own = ours[next];
      own !== undefined && !inTheirs.has(own) && goesFirst(own);
      own = ours[++next]
    )
      order.push(own);
  };
  for (let shared: string | undefined; ; shared = ours[next++]) {
    if (shared !== undefined) order.push(shared);
    for (const key of added.get(shared) ?? []) {
      takeOwn((own) => start(own) <= start(key));
      order.push(key);
    }
    takeOwn(() => true);
    if (next >= ours.length) return order;
  }
}

function byKey<T>(sequence: PieceSequence<T>): Map<string, FilePiece<T>> {
  return new Map(sequence.pieces.map((piece) => [piece.key, piece]));
}

/**
 * What stands above each of the base's parts; with that of parts which both sides removed at the
 * next one.
 */
function baseGapsOf<T>(
  base: PieceSequence<T>,
  ...sides: readonly ReadonlyMap<string, unknown>[]
): Map<string | undefined, string> {
  const gaps = new Map<string | undefined, string>();
  let above = '';
  for (const { key, gap } of base.pieces) {
    above += gap;
    if (!sides.some((side) => side.has(key))) continue;
    gaps.set(key, above);
    above = '';
  }
  return gaps.set(undefined, above + base.end);
}

/**
 * What stands above each of a side's parts; under undefined, behind the last. When a part is
 * removed, what stood above it comes to stand above the next: it is taken from there again if the
 * merge keeps the part.
 */
function gapsOf<T>(
  base: PieceSequence<T>,
  side: PieceSequence<T>,
  survives: (key: string) => boolean,
): Map<string | undefined, string> {
  const gaps = new Map<string | undefined, string>(side.pieces.map(({ key, gap }) => [key, gap]));
  gaps.set(undefined, side.end);
  let gone: FilePiece<T>[] = [];
  for (const piece of [...base.pieces, undefined]) {
    const below = gaps.get(piece?.key);
    if (piece !== undefined && below === undefined) {
      gone.push(piece);
      continue;
    }
    let kept = below ?? '';
    let from = 0;
    for (const { key, gap } of gone) {
      if (!kept.startsWith(gap, from)) continue;
      if (survives(key)) kept = kept.slice(0, from) + kept.slice(from + gap.length);
      else from += gap.length;
    }
    gaps.set(piece?.key, kept);
    gone = [];
  }
  return gaps;
}
