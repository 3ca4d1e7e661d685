import { DEFAULT_CODEBOOK } from '../codebook';
import { entryName, type Section } from '../sections';
import { addEntry, moveEntry } from './editCodebook';
import { OpenCodebook } from './openCodebook';

/**
 * Puts an entry some places up (-1) or down (1) in the order in which it is shown: the codebook's
 * entries, then the default ones that it doesn't list. Of these, so many are added to the list as
 * must stand in it for the new order.
 *
 * @returns the same text where it is at the end already
 * @throws RefusedError if there is no such entry, or the file can't be edited
 */
export function shiftEntry(text: string, section: Section, name: string, by: number): string {
  const listed = namesOf(OpenCodebook.of(text).section(section).values, section);
  const shown = [...new Set([...listed, ...defaultsOf(section)])];
  const from = shown.indexOf(name);
  // What isn't there is refused as by any move.
  if (from < 0) return moveEntry(text, section, name, 0);
  const to = Math.max(0, Math.min(from + by, shown.length - 1));
  if (to === from) return text;
  let arranged = text;
  for (const id of shown.slice(0, Math.max(from, to) + 1))
    if (!listed.includes(id)) arranged = addEntry(arranged, section, { id });
  return moveEntry(arranged, section, name, to);
}

function namesOf(values: readonly unknown[], section: Section): string[] {
  return values.flatMap((value) => entryName(section, value) ?? []);
}

function defaultsOf(section: Section): string[] {
  const defaults: Readonly<Record<string, readonly unknown[]>> = { ...DEFAULT_CODEBOOK };
  return namesOf(defaults[section] ?? [], section);
}
