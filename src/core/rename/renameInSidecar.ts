import { changeEntries } from '../sidecar/changeEntries';
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
  const rename = (annotation: Parameters<typeof renamedAnnotation>[0]) =>
    renamedAnnotation(annotation, renaming, canonical);
  const { file, ids } = changeEntries(before, rename, modified);
  return { file, count: ids.length };
}
