import type { Annotation } from '../model/types';
import { dominantLineEnding } from '../text/lineEndings';
import { patchBlock } from './patchBlock';
import type { SidecarEntry, SidecarFile } from './sidecarFile';

/**
 * Changes several items of a plain list in one go, in a time in proportion to the file: one after
 * the other, each would move all that follows it.
 *
 * @param changes what items are to say, by their numbers; with the ids that they have
 * @returns undefined where the file isn't plain: then each must be changed, and read back, alone
 */
export function replaceTogether(
  file: SidecarFile,
  changes: ReadonlyMap<number, Annotation>,
): SidecarFile | undefined {
  const { text, layout } = file;
  if (layout.kind !== 'block' || !isPlain(file, layout.indent)) return undefined;
  const eol = dominantLineEnding(text);
  const parts: string[] = [];
  const entries: SidecarEntry[] = [];
  let [done, shift] = [0, 0];
  for (const [i, entry] of file.entries.entries()) {
    const { start, end } = entry.block;
    const annotation = changes.get(i);
    if (annotation === undefined) {
      entries.push({ ...entry, block: { start: start + shift, end: end + shift } });
      continue;
    }
    const before = text.slice(start, end);
    const block = patchBlock(before, annotation, layout.indent, eol, entry.annotation);
    const isWhole = isOnLinesOfItsOwn(block) && before.endsWith('\n');
    if (!isWhole || annotation.id !== entry.id) return undefined;
    parts.push(text.slice(done, start), block);
    const moved = start + shift;
    entries.push({
      annotation,
      id: annotation.id,
      block: { start: moved, end: moved + block.length },
    });
    done = end;
    shift += block.length - before.length;
  }
  const start = entries[0]?.block.start ?? layout.start;
  return {
    ...file,
    text: parts.join('') + text.slice(done),
    layout: { ...layout, start },
    entries,
  };
}

/** Whether changing lines can do nothing but what it says. */
function isPlain({ entries, hasAnchors, problems, refusal }: SidecarFile, indent: string): boolean {
  const ids = new Set(entries.map(({ id }) => id));
  const isSound = !hasAnchors && problems.length === 0 && refusal === undefined;
  return isSound && indent.trim() === '' && ids.size === entries.length;
}

/** A comment at the end may belong to nobody once what stood below it is gone. */
function isOnLinesOfItsOwn(block: string): boolean {
  return block.endsWith('\n') && !/\n[ \t]*#[^\n]*\n$/.test(block);
}
