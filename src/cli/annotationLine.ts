import { quoteOf } from '../core/model/quote';
import type { ExportedAnnotation } from '../core/model/types';
import { indexOfAnnotation } from '../core/sidecar/questions';
import { shownText } from '../core/text/shownText';
import type { ReadSidecar } from './corpus/readSidecar';
import { Locations, shownPath } from './location';

/**
 * An annotation as a line that editors and terminals can follow: `file:line:column: role speaker
 * stance: quote`. One without a place in its article stands in its sidecar.
 */
export function annotationLine(
  annotation: ExportedAnnotation,
  article: string,
  sidecar: ReadSidecar,
  cwd: string,
): string {
  const { role, speaker, stance } = annotation;
  const fields = [role, speaker, stance].filter((field) => field !== undefined).join(' ');
  const where = placeOf(annotation, article, sidecar, cwd);
  return `${where}: ${oneLine(fields)}: ${oneLine(quoteOf(annotation))}\n`;
}

function placeOf(
  { id, passages }: ExportedAnnotation,
  article: string,
  { path, file }: ReadSidecar,
  cwd: string,
): string {
  const placed = passages.find(({ line }) => line !== undefined);
  if (placed?.line !== undefined)
    return `${shownPath(cwd, article)}:${placed.line}:${placed.column ?? 1}`;
  const { line, column } =
    file === undefined
      ? { line: 1, column: 1 }
      : new Locations(file.text).ofEntry(file, indexOfAnnotation(file, id));
  return `${shownPath(cwd, path)}:${line}:${column}`;
}

function oneLine(text: string): string {
  return shownText(text).replace(/\s+/g, ' ').trim();
}
