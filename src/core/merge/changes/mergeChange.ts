import { insertAnnotation, removeAnnotation, replaceAnnotation } from '../../sidecar/editSidecar';
import {
  indexOfAnnotation,
  linesOf,
  repetitionsIn,
  type AnnotationVersion,
} from '../../sidecar/questions';
import type { SidecarFile } from '../../sidecar/sidecarFile';
import { mergeAnnotation } from '../annotation/mergeAnnotation';

/**
 * Brings a change of one annotation into a file in which somebody else may have changed it since it
 * was seen: merged field by field, so that neither side's work is lost. Of an id that stands twice,
 * the first one is meant.
 *
 * @param seen what it said when the change was made; undefined: it wasn't there
 * @param wanted what it shall say; undefined: it shall go
 * @param place where it goes in if it isn't in the file: the number of the entry that it stands
 *   before
 */
export function mergeChange(
  written: SidecarFile,
  id: string,
  seen: AnnotationVersion | undefined,
  wanted: AnnotationVersion | undefined,
  place = written.entries.length,
): SidecarFile {
  // Else the other one would come to light, as it was before.
  const file = withoutRepetitions(written, id);
  const index = indexOfAnnotation(file, id);
  const present = file.entries[index]?.annotation;
  const merged = mergeAnnotation(seen?.annotation, wanted?.annotation, present);
  if (merged === undefined) return present === undefined ? file : removeAnnotation(file, index);
  // Lines that are brought back are taken only where they say what is meant.
  if (present === undefined) return insertAnnotation(file, place, merged, wanted?.lines);
  const untouched = seen?.lines === undefined || seen.lines === linesOf(file, index);
  return replaceAnnotation(file, index, merged, untouched ? wanted?.lines : undefined);
}

/** The file with an annotation once that is written several times, word for word. */
function withoutRepetitions(file: SidecarFile, id: string): SidecarFile {
  return repetitionsIn(file)
    .filter((i) => file.entries[i]?.id === id)
    .reduceRight((rest, i) => removeAnnotation(rest, i), file);
}
