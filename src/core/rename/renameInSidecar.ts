import { replaceAnnotation } from '../sidecar/editSidecar';
import type { SidecarFile } from '../sidecar/sidecarFile';
import { renamedAnnotation, type Renaming } from './renaming';

/** A sidecar after a renaming. */
export interface RenamedSidecar {
  /** The same object where nothing changed. */
  readonly file: SidecarFile;
  /** How many annotations changed. */
  readonly count: number;
}

/**
 * Renames in all annotations of a sidecar; no line changes but those that name it.
 *
 * @param modified the time of the change, for the annotations that changed
 * @throws RefusedError if the sidecar can't be edited
 */
export function renameInSidecar(
  before: SidecarFile,
  renaming: Renaming,
  canonical: (speaker: string) => string,
  modified: string,
): RenamedSidecar {
  let [file, count] = [before, 0];
  before.entries.forEach(({ annotation }, i) => {
    const renamed = annotation && renamedAnnotation(annotation, renaming, canonical);
    if (renamed === undefined) return;
    file = replaceAnnotation(file, i, { ...renamed, modified });
    count += 1;
  });
  return { file, count };
}
