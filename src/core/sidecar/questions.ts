import { sameValue } from '../model/sameValue';
import type { Annotation } from '../model/types';
import type { SidecarEntry, SidecarFile } from './sidecarFile';

/**
 * The readable annotations of a sidecar, in its order, each once (see `repetitionsIn`); none where
 * there is no sidecar.
 */
export function annotationsOf(file: SidecarFile | undefined): Annotation[] {
  if (file === undefined) return [];
  const repeated = new Set(repetitionsIn(file));
  return file.entries.flatMap(({ annotation }, i) =>
    annotation === undefined || repeated.has(i) ? [] : [annotation],
  );
}

/**
 * The numbers of the entries that say the same as an earlier one with their id, word for word: two
 * programs wrote one annotation, or a merge took both sides' lines.
 */
export function repetitionsIn({ entries }: Pick<SidecarFile, 'entries'>): number[] {
  const firsts = new Map<string, Annotation>();
  return entries.flatMap(({ annotation }, i) => {
    if (annotation === undefined) return [];
    const first = firsts.get(annotation.id);
    if (first === undefined) firsts.set(annotation.id, annotation);
    return first !== undefined && sameValue(first, annotation) ? [i] : [];
  });
}

/** The first readable annotation with that id. */
export function annotationWithId(
  file: SidecarFile | undefined,
  id: string,
): Annotation | undefined {
  return file?.entries.find(({ annotation }) => annotation?.id === id)?.annotation;
}

/** The one annotation with that id; undefined if there are none, or several that differ. */
export function onlyAnnotationWithId(
  file: SidecarFile | undefined,
  id: string,
): Annotation | undefined {
  const [found, ...others] = file?.entries.filter((entry) => entry.id === id) ?? [];
  const isOne = others.every(({ annotation }) => sameValue(annotation, found?.annotation));
  return isOne ? found?.annotation : undefined;
}

/** The number of the first readable annotation with that id; -1 if there is none. */
export function indexOfAnnotation({ entries }: SidecarFile, id: string): number {
  return entries.findIndex(({ annotation }) => annotation?.id === id);
}

/** What an annotation says, and in which lines where these are to be brought back. */
export interface AnnotationVersion {
  readonly annotation: Annotation;
  readonly lines?: string;
}

/** An annotation as it stands in a file, with what is needed to put it back where it was. */
export interface StandingAnnotation extends AnnotationVersion {
  readonly lines: string;
  /** The id of the annotation before it in the file. */
  readonly after: string | undefined;
  /** Comments and empty lines between that one and it. */
  readonly gap: string;
}

/** The first annotation with that id as it stands in the file; undefined if there is none. */
export function standingAnnotationOf(
  file: SidecarFile | undefined,
  id: string,
): StandingAnnotation | undefined {
  const index = file === undefined ? -1 : indexOfAnnotation(file, id);
  const annotation = file?.entries[index]?.annotation;
  if (file === undefined || annotation === undefined) return undefined;
  return {
    annotation,
    lines: linesOf(file, index),
    after: file.entries[index - 1]?.id,
    gap: gapBefore(file, index),
  };
}

/**
 * Where an annotation that begins at `start` goes in: before the first one that begins later.
 *
 * @param startOf where an entry begins, in the unit of `start`; undefined where that isn't known
 * @returns the number of the entry that it goes in before
 */
export function insertionIndex(
  { entries }: SidecarFile,
  start: number,
  startOf: (entry: SidecarEntry) => number | undefined,
): number {
  const later = entries.findIndex((entry) => (startOf(entry) ?? Number.NEGATIVE_INFINITY) > start);
  return later < 0 ? entries.length : later;
}

/** The lines of the item number `index`, as they stand. */
export function linesOf(file: SidecarFile, index: number): string {
  const { start, end } = sidecarEntryAt(file, index).block;
  return file.text.slice(start, end);
}

/**
 * What stands between the item number `index` and the one before it: comments and empty lines; ''
 * for the first item.
 */
export function gapBefore(file: SidecarFile, index: number): string {
  const previous = file.entries[index - 1];
  return previous === undefined
    ? ''
    : file.text.slice(previous.block.end, sidecarEntryAt(file, index).block.start);
}

/** @throws RangeError if there is no such item */
export function sidecarEntryAt(file: SidecarFile, index: number): SidecarEntry {
  const entry = file.entries[index];
  if (entry === undefined)
    throw new RangeError(`No item ${index} in a list of ${file.entries.length}`);
  return entry;
}

/**
 * Whether a file may have been read while another program was writing it: many, VS Code among them,
 * empty a file first.
 *
 * @param file what was read; undefined: there was no file
 * @param known what stood there before
 */
export function isPerhapsHalfWritten(file: SidecarFile | undefined, known: SidecarFile): boolean {
  if (file?.text === '') return known.text !== '';
  const isBroken = file?.refusal !== undefined && known.refusal === undefined;
  return isBroken && known.entries.length > 0;
}
