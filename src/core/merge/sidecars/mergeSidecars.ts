import * as l10n from '@vscode/l10n';
import { ARTICLE_KEYS, orderedKeys } from '../../model/fields';
import type { Problem } from '../../model/problem';
import { isMapping, sameValue } from '../../model/sameValue';
import { insertAnnotation, removeAnnotation, replaceAnnotation } from '../../sidecar/editSidecar';
import { printBlock, printPair } from '../../sidecar/printBlock';
import { INDENT } from '../../yaml/printItem';
import { readSidecar } from '../../sidecar/readSidecar';
import type { SidecarFile } from '../../sidecar/sidecarFile';
import { dominantLineEnding } from '../../text/lineEndings';
import { newConflicts, type FieldValues } from '../annotation/mergeFields';
import { joinLines, type LineStyle } from '../lines/lineStyle';
import type { MergedPart } from '../lines/mergeSequence';
import { frameOfFile, frameOfWholeText, type MergeFrame, type FrameVersions } from './frame';
import { mergeEntries, plainLines, type MergedEntry } from './mergeEntries';
import { mergeFrameLines, mergeFrameValues } from './mergeFrame';

/** A field that the merge couldn't decide: both values are in the file. */
export interface MergeConflict {
  /** The annotation's id; undefined for a key of `article`, or at the top of the file. */
  readonly id: string | undefined;
  readonly field: string;
}

/** What a merge made, or which of the files it couldn't read, and why. */
export type MergedSidecar =
  | { readonly file: SidecarFile; readonly conflicts: readonly MergeConflict[] }
  | { readonly refusal: Problem; readonly side: 'base' | 'ours' | 'theirs' };

/** What the merged file is to say. */
interface Meaning {
  readonly style: LineStyle;
  readonly frames: FrameVersions;
  readonly values: FieldValues;
  readonly list: { readonly parts: readonly MergedPart<MergedEntry>[]; readonly end: string };
  readonly entries: readonly MergedEntry[];
}

/**
 * Merges two versions of a sidecar that go back to a third: annotations by their ids and field by
 * field (`mergeAnnotation`), the keys of `article` and at the top one by one. The result is ours'
 * text with theirs' changes worked in: lines, comments and order of what neither side touched stay,
 * ours' line ends and indentation hold. Entries that can't be read are kept by their lines, both
 * versions where both sides changed them.
 *
 * @param base what both started from; `readSidecar('')` where both made the file
 */
export function mergeSidecars(
  base: SidecarFile,
  ours: SidecarFile,
  theirs: SidecarFile,
): MergedSidecar {
  for (const [side, { refusal }] of Object.entries({ base, ours, theirs })) {
    if (refusal !== undefined) return { refusal, side: side as 'base' | 'ours' | 'theirs' };
  }
  if (theirs.text === base.text || theirs.text === ours.text) return { file: ours, conflicts: [] };
  if (ours.text === base.text) return { file: theirs, conflicts: [] };

  const eol = dominantLineEnding(ours.text === '' ? theirs.text : ours.text);
  const indent =
    ours.layout.kind === 'block' && ours.layout.indent.trim() === '' ? ours.layout.indent : INDENT;
  const style = { indent, eol };
  const frames = {
    base: frameOfFile(base, eol),
    ours: frameOfFile(ours),
    theirs: frameOfFile(theirs, eol),
  };
  const list = mergeEntries({ base, ours, theirs }, frames, style);
  const meaning: Meaning = {
    style,
    frames,
    values: mergeFrameValues(frames),
    list,
    entries: list.parts.map(({ part }) => part),
  };
  for (const write of [byLines, byEdits, printed]) {
    const text = write(ours, meaning);
    const file = text === undefined ? undefined : readSidecar(text, ours);
    if (file !== undefined && saysAll(file, meaning))
      return { file, conflicts: conflictsOf(meaning) };
  }
  const message = l10n.t(
    'The two versions of this sidecar are laid out in a way that can’t be merged safely (YAML anchors, or a list written in an unusual form).',
  );
  return {
    refusal: {
      code: 'shape',
      severity: 'error',
      message,
      range: { start: 0, end: Math.min(1, ours.text.length) },
    },
    side: 'ours',
  };
}

/**
 * Puts together the lines of both sides: for files with a line or more for each key and each
 * annotation.
 */
function byLines(
  ours: SidecarFile,
  { frames, style: { indent, eol }, values, list, entries }: Meaning,
): string | undefined {
  if (!frames.ours.isLined) return undefined;
  const write = (lines: readonly string[]) =>
    withEndOf(ours, mergeFrameLines(frames, values, joinLines(lines, eol), eol));
  if (entries.length > 0)
    return write([...list.parts.flatMap(({ gap, part }) => [gap, part.lines]), list.end]);
  // The editing functions know how an emptied list is written.
  const probe = printBlock({ id: 'x', role: 'x', passages: [{ exact: 'x' }] }, indent, eol);
  return attempt(() => removeAnnotation(readSidecar(write([probe, list.end])), 0).text);
}

/**
 * Changes ours' file step by step: for lists between brackets, whose entries keep their own text.
 */
function byEdits(
  ours: SidecarFile,
  { frames, style, values, list, entries }: Meaning,
): string | undefined {
  const edited = attempt(() => {
    const kept = new Map(
      entries.flatMap((entry) => (entry.ours === undefined ? [] : [[entry.ours, entry]])),
    );
    let file = ours;
    for (let index = ours.entries.length - 1; index >= 0; index--) {
      const [before, after] = [ours.entries[index]?.annotation, kept.get(index)];
      if (after === undefined) file = removeAnnotation(file, index);
      else if (after.annotation !== undefined && !sameValue(before, after.annotation))
        file = replaceAnnotation(file, index, after.annotation);
    }
    entries.forEach(({ annotation, lines, ours: number }, index) => {
      if (number === undefined && annotation !== undefined)
        file = insertAnnotation(file, index, annotation, lines);
    });
    return file.text;
  });
  if (edited === undefined || sameValue(values, frames.ours.values)) return edited;
  const whole: MergeFrame = frameOfWholeText(edited);
  if (whole.root.pieces.some(({ lines }) => lines === undefined)) return undefined;
  // The annotations are merged already: to this merge they are ours' alone.
  const withoutList = (frame: MergeFrame): MergeFrame => ({
    ...frame,
    root: { ...frame.root, pieces: frame.root.pieces.filter(({ key }) => key !== 'annotations') },
  });
  return withEndOf(
    ours,
    mergeFrameLines(
      { base: withoutList(frames.base), ours: whole, theirs: withoutList(frames.theirs) },
      values,
      list.end,
      style.eol,
    ),
  );
}

/**
 * Writes everything again: as JSON where ours is JSON, else with a line for each value. Comments of
 * keys are lost.
 */
function printed(
  ours: SidecarFile,
  { style: { indent, eol }, values, entries }: Meaning,
): string | undefined {
  const { version, article, ...others } = values;
  if (
    attempt(() => JSON.parse(ours.text) as unknown) !== undefined &&
    entries.every(({ annotation }) => annotation !== undefined)
  ) {
    const document = {
      version,
      ...(article === undefined ? {} : { article }),
      annotations: entries.map(({ annotation }) => annotation),
      ...others,
    };
    return withEndOf(
      ours,
      JSON.stringify(document, undefined, /\n([ \t]+)"/.exec(ours.text)?.[1]).replaceAll(
        '\n',
        eol,
      ) + eol,
    );
  }
  const head = isMapping(article)
    ? `article:${eol}${orderedKeys(article, ARTICLE_KEYS)
        .map((key) => printPair(key, article[key], INDENT, eol))
        .join('')}`
    : '';
  const items = entries.map(({ annotation, lines }) =>
    annotation === undefined ? joinLines([lines], eol) : printBlock(annotation, indent, eol),
  );
  const tail = Object.keys(others)
    .map((key) => printPair(key, others[key], '', eol))
    .join('');
  return withEndOf(
    ours,
    joinLines(
      [
        printPair('version', version, '', eol),
        head,
        items.length === 0 ? `annotations: []${eol}` : `annotations:${eol}`,
        ...items,
        tail,
      ],
      eol,
    ),
  );
}

/** Whether a merged file holds what was meant, all of it and nothing else. */
function saysAll(file: SidecarFile, { values, entries }: Meaning): boolean {
  if (file.refusal !== undefined || file.entries.length !== entries.length) return false;
  const areRight = entries.every(({ annotation, lines }, i) => {
    const entry = file.entries[i];
    if (entry === undefined || annotation !== undefined)
      return sameValue(entry?.annotation, annotation);
    return (
      entry.annotation === undefined &&
      plainLines(file.text.slice(entry.block.start, entry.block.end)) === plainLines(lines)
    );
  });
  return areRight && sameValue(frameOfFile(file).values, values);
}

function conflictsOf({ frames: { ours, theirs }, values, entries }: Meaning): MergeConflict[] {
  const articleOf = (fields: FieldValues) =>
    isMapping(fields.article) ? fields.article : undefined;
  const around = [
    ...newConflicts(articleOf(values), articleOf(ours.values), articleOf(theirs.values)),
    ...newConflicts(values, ours.values, theirs.values),
  ];
  return [
    ...around.map(({ field }) => ({ id: undefined, field })),
    ...entries.flatMap(({ id, conflicts }) => conflicts.map(({ field }) => ({ id, field }))),
  ];
}

/** Whether the file starts with a byte-order mark and ends its last line is ours' matter. */
function withEndOf(ours: SidecarFile, text: string): string {
  const isOpen = ours.text !== '' && !ours.text.endsWith('\n');
  return (
    (ours.text.startsWith('\uFEFF') ? '\uFEFF' : '') + (isOpen ? text.replace(/\r?\n$/, '') : text)
  );
}

/** What `make` makes; undefined where it can't (an edit that is refused). */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
