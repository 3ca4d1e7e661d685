import type { Annotation } from '../model/types';
import { replaceAnnotation } from './editSidecar';
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
 * @param change what an annotation is to be; undefined: as it is
 * @param modified the time of the change
 * @throws RefusedError if the sidecar can't be edited
 */
export function changeEntries(
  before: SidecarFile,
  change: (annotation: Annotation) => Annotation | undefined,
  modified: string,
): ChangedEntries {
  let file = before;
  const ids: string[] = [];
  before.entries.forEach(({ annotation }, i) => {
    const changed = annotation && change(annotation);
    if (annotation === undefined || changed === undefined) return;
    file = replaceAnnotation(file, i, { ...changed, modified });
    ids.push(annotation.id);
  });
  return { file, ids };
}
