import { newId } from '../../model/ids';
import { sameValue } from '../../model/sameValue';
import type { Annotation } from '../../model/types';
import { replaceAnnotation } from '../../sidecar/editSidecar';
import { patchBlock } from '../../sidecar/patchBlock';
import { readSidecar } from '../../sidecar/readSidecar';
import type { SidecarFile } from '../../sidecar/sidecarFile';
import { dominantLineEnding } from '../../text/lineEndings';

/** A file whose annotations got new ids, and which id became which. */
export interface RenewedIds {
  readonly file: SidecarFile;
  /** Old ids to new ones. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Gives annotations new ids, as a copied article needs them. What points to a renamed annotation
 * from inside the file (links, `adjudicated.over`) follows it; links to anywhere else stay. Of an
 * id that stands twice only the later annotation is renamed, unless all are; what points to it
 * stays with the first. Entries that can't be read stay as they are.
 *
 * @param taken ids that must not come out, beside those in the file
 * @throws RefusedError where the file may not be written, or is laid out in a way that can't be
 *   edited
 */
export function renewIds(
  file: SidecarFile,
  taken: { has(id: string): boolean },
  which: 'all' | ReadonlySet<string>,
): RenewedIds {
  const { ids, names } = newNames(file, taken, which);
  const occurrences = countIds(file);
  // What points to an id that stands twice means the first one: it moves only if that one does.
  const follows = (id: string) =>
    which === 'all' || occurrences.get(id) === 1 ? (ids.get(id) ?? id) : id;
  const renewed = file.entries.map(
    ({ annotation }, i) =>
      annotation && withIds(annotation, names.get(i) ?? annotation.id, follows),
  );
  return { file: withAnnotations(file, renewed), ids };
}

/** The new ids, by the old ones and by the numbers of the entries that get them. */
function newNames(
  file: SidecarFile,
  taken: { has(id: string): boolean },
  which: 'all' | ReadonlySet<string>,
): { readonly ids: Map<string, string>; readonly names: Map<number, string> } {
  const occurrences = countIds(file);
  const [ids, names, seen, given] = [
    new Map<string, string>(),
    new Map<number, string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  file.entries.forEach(({ annotation, id }, i) => {
    if (id === undefined) return;
    const isLater = seen.has(id);
    seen.add(id);
    const isMeant = which === 'all' || (which.has(id) && (isLater || occurrences.get(id) === 1));
    if (annotation === undefined || !isMeant) return;
    const name = newId({ has: (one) => taken.has(one) || occurrences.has(one) || given.has(one) });
    given.add(name);
    names.set(i, name);
    if (!ids.has(id)) ids.set(id, name);
  });
  return { ids, names };
}

function countIds({ entries }: SidecarFile): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of entries) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function withIds(annotation: Annotation, id: string, follows: (id: string) => string): Annotation {
  const { links, adjudicated } = annotation;
  return {
    ...annotation,
    id,
    ...(links === undefined
      ? {}
      : { links: links.map((link) => ({ ...link, target: follows(link.target) })) }),
    ...(adjudicated === undefined
      ? {}
      : { adjudicated: { ...adjudicated, over: adjudicated.over.map(follows) } }),
  };
}

/**
 * Changes the lines of the annotations that differ, all in one go; one by one where the file's
 * layout is too rare for that.
 */
function withAnnotations(
  file: SidecarFile,
  after: readonly (Annotation | undefined)[],
): SidecarFile {
  const { layout, text, entries } = file;
  const differs = (i: number) =>
    after[i] !== undefined && !sameValue(entries[i]?.annotation, after[i]);
  if (layout.kind === 'block') {
    const eol = dominantLineEnding(text);
    let end = 0;
    const parts = entries.flatMap(({ annotation, block }, i) => {
      const lines = text.slice(block.start, block.end);
      const changed = after[i];
      const written =
        annotation === undefined || changed === undefined || !differs(i)
          ? lines
          : (withIdOnly(lines, annotation, changed) ??
            patchBlock(lines, changed, layout.indent, eol));
      const part = [
        text.slice(end, block.start),
        lines.endsWith('\n') ? written : written.replace(/\r?\n$/, ''),
      ];
      end = block.end;
      return part;
    });
    const renewed = readSidecar(parts.join('') + text.slice(end));
    const isRight =
      renewed.refusal === undefined &&
      renewed.entries.length === entries.length &&
      renewed.entries.every(({ annotation }, i) => sameValue(annotation, after[i]));
    if (isRight) return renewed;
  }
  return after.reduce<SidecarFile>(
    (edited, annotation, i) =>
      annotation !== undefined && differs(i) ? replaceAnnotation(edited, i, annotation) : edited,
    file,
  );
}

/**
 * The lines with another id, where that stands at their head and is all that differs: many times as
 * fast as patching.
 */
function withIdOnly(lines: string, before: Annotation, after: Annotation): string | undefined {
  const head = /^[ \t]*-[ \t]+id:[ \t]*(?=[A-Za-z0-9]+\s)/.exec(lines)?.[0];
  if (head === undefined || !lines.startsWith(before.id, head.length)) return undefined;
  if (!sameValue({ ...before, id: after.id }, after)) return undefined;
  return head + after.id + lines.slice(head.length + before.id.length);
}
