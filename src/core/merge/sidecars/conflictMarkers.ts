import * as l10n from '@vscode/l10n';
import type { Problem } from '../../model/problem';
import { readSidecar } from '../../sidecar/readSidecar';
import type { SidecarEntry, SidecarFile } from '../../sidecar/sidecarFile';
import { entriesByKey } from './mergeEntries';
import { mergeSidecars, type MergedSidecar } from './mergeSidecars';
import { placeInFile, splitConflicts, type ConflictSide } from './splitConflicts';

/**
 * Reads a sidecar; one that git left half merged as far as its versions can be read, for showing.
 *
 * @param known the same file as it was read before: what stands there as before needn't be read
 *   again
 */
export function readAnySidecar(text: string, known?: SidecarFile): SidecarFile {
  const file = readSidecar(text, known);
  return file.refusal === undefined || file.refusal.code === 'version'
    ? file
    : (readConflicted(text) ?? file);
}

/**
 * Reads a sidecar with git's conflict markers, for showing: ours' annotations, and those that only
 * theirs has. All places are those of the file as it stands; nothing may be written to it before
 * the versions are merged (`mergeConflicted`).
 *
 * @returns undefined where there are no conflict markers
 */
export function readConflicted(text: string): SidecarFile | undefined {
  const split = splitConflicts(text);
  if (split === undefined) return undefined;
  const [ours, theirs] = [readSidecar(split.ours.text), readSidecar(split.theirs.text)];
  const entries = new Map([...entriesIn(theirs, split.theirs), ...entriesIn(ours, split.ours)]);
  const problems = split.markers.map((range): Problem => ({
    code: 'conflict-markers',
    severity: 'error',
    range,
    message: l10n.t(
      'Git could not merge two versions of this file here, and left both between “<<<<<<<” and “>>>>>>>”. The annotations of both are shown, but can’t be changed before that is settled: the quick fix merges the versions annotation by annotation.',
    ),
  }));
  return {
    text,
    problems,
    refusal: problems[0],
    article: ours.refusal === undefined ? ours.article : theirs.article,
    entries: [...entries.values()].sort((a, b) => a.block.start - b.block.start),
    layout: { kind: 'missing' },
    hasAnchors: false,
  };
}

/**
 * Merges the versions in a sidecar that git left half merged: annotations by their ids and field by
 * field. Without a version that both started from, fields that differ are conflicts, and what only
 * one side has is kept.
 *
 * @param baseText what both started from, where that is known (git's stage 1)
 */
export function mergeConflicted(text: string, baseText?: string): MergedSidecar {
  const split = splitConflicts(text);
  if (split === undefined) {
    const file = readSidecar(text);
    return file.refusal === undefined
      ? { file, conflicts: [] }
      : { refusal: file.refusal, side: 'ours' };
  }
  const bases = [baseText, split.base?.text].flatMap((base) =>
    base === undefined ? [] : [readSidecar(base)],
  );
  const base = bases.find(({ refusal }) => refusal === undefined) ?? readSidecar('');
  return mergeSidecars(base, readSidecar(split.ours.text), readSidecar(split.theirs.text));
}

/**
 * A side's entries by what makes them the same as the other side's, with their places in the file.
 */
function entriesIn(file: SidecarFile, side: ConflictSide): Map<string, SidecarEntry> {
  return new Map(
    Array.from(entriesByKey(file), ([key, { annotation, id, block }]) => [
      key,
      { annotation, id, block: placeInFile(side, block) },
    ]),
  );
}
