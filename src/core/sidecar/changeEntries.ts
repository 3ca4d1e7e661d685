import type { Annotation } from '../model/types';
import { removeAnnotation, replaceAnnotation } from './editSidecar';
import { replaceTogether } from './replaceTogether';
import type { SidecarFile } from './sidecarFile';

/** A sidecar after some of its annotations were changed. */
export interface ChangedEntries {
  /** The same object where nothing changed. */
  readonly file: SidecarFile;
  /** The ids of the annotations that changed. */
  readonly ids: readonly string[];
}

/**
 * Changes annotations of a sidecar; no line changes but theirs.
 *
 * @param change what an annotation is to be; 'removed': gone; undefined: as it is
 * @param modified the time of the change
 * @throws RefusedError if the sidecar can't be edited
 */
export function changeEntries(
  before: SidecarFile,
  change: (annotation: Annotation) => Annotation | 'removed' | undefined,
  modified: string,
): ChangedEntries {
  const ids: string[] = [];
  const replaced = new Map<number, Annotation>();
  const removed: number[] = [];
  for (const [i, { annotation }] of before.entries.entries()) {
    const changed = annotation && change(annotation);
    if (annotation === undefined || changed === undefined) continue;
    ids.push(annotation.id);
    if (changed === 'removed') removed.push(i);
    else replaced.set(i, { ...changed, modified });
  }
  if (ids.length === 0) return { file: before, ids };
  const together = replaced.size === 0 ? before : replaceTogether(before, replaced);
  let file = together ?? before;
  // From the end, so that the numbers of those that are still to be changed stay.
  if (together === undefined)
    for (const [i, annotation] of [...replaced].reverse())
      file = replaceAnnotation(file, i, annotation);
  for (const i of removed.reverse()) file = removeAnnotation(file, i);
  return { file, ids };
}
