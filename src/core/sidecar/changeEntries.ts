import type { Annotation } from '../model/types';
import { removeAnnotation, replaceAnnotation } from './editSidecar';
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
  let file = before;
  const ids: string[] = [];
  // From the end, so that the numbers of those that are still to be looked at stay.
  for (let i = before.entries.length - 1; i >= 0; i--) {
    const annotation = before.entries[i]?.annotation;
    const changed = annotation && change(annotation);
    if (annotation === undefined || changed === undefined) continue;
    file =
      changed === 'removed'
        ? removeAnnotation(file, i)
        : replaceAnnotation(file, i, { ...changed, modified });
    ids.unshift(annotation.id);
  }
  return { file, ids };
}
