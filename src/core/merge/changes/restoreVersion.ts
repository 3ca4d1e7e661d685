import { insertAnnotation } from '../../sidecar/editSidecar';
import { annotationWithId, type StandingAnnotation } from '../../sidecar/questions';
import type { SidecarFile } from '../../sidecar/sidecarFile';
import { mergeChange } from './mergeChange';

/**
 * Brings one annotation of a file from one version to another, merged with what others changed in
 * it meanwhile: what undo and redo do.
 *
 * @param from undefined: it wasn't there
 * @param to undefined: it shall go
 */
export function restoreVersion(
  file: SidecarFile,
  id: string,
  from: StandingAnnotation | undefined,
  to: StandingAnnotation | undefined,
): SidecarFile {
  const present = annotationWithId(file, id);
  if (present === undefined && to !== undefined) {
    const before = file.entries.findIndex(
      (entry) => entry.id !== undefined && entry.id === to.after,
    );
    return insertAnnotation(file, before + 1, to.annotation, to.lines, to.gap);
  }
  // Typing in the article moves an annotation's words along: taking back its creation is no
  // conflict with that.
  const isCreationTakenBack = to === undefined && from !== undefined && present !== undefined;
  const seen = isCreationTakenBack
    ? { annotation: { ...from.annotation, passages: present.passages } }
    : from;
  return mergeChange(file, id, seen, to);
}
