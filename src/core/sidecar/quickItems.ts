import { EVENT_ID } from 'js-yaml';
import { annotationSchema } from '../model/schema';
import type { Annotation } from '../model/types';
import { lineEnd, lineStart, trimmedEnd } from '../yaml/blocks';
import { planOf } from '../yaml/quickPlan';
import { insist, QuickReader } from '../yaml/quickReader';
import type { SidecarCut } from './cutSidecar';
import type { SidecarEntry } from './sidecarFile';

const ANNOTATION = planOf(annotationSchema);
/** The first line of a text must not be indented. */
const LEAD = 'annotations:\n';

/** An annotation with the line that its dash stands on. */
export interface QuickItem {
  readonly annotation: Annotation;
  /** Where that line begins, in UTF-16 units of the given lines. */
  readonly start: number;
}

/**
 * What the lines of items of a block list say, read some ten times as fast as by the `yaml`
 * library.
 *
 * @param lines whole lines, from a dash on
 * @returns undefined where anything isn't plainly right, or merely written in an unusual way
 */
export function readItemsQuickly(lines: string): QuickItem[] | undefined {
  try {
    const reader = new QuickReader(LEAD + lines);
    insist(!reader.isEmpty && reader.take().type === EVENT_ID.MAPPING && reader.hasMore());
    reader.key();
    insist(reader.take().type === EVENT_ID.SEQUENCE);
    const items: QuickItem[] = [];
    while (reader.hasMore()) {
      const event = reader.peek();
      insist(event.type === EVENT_ID.MAPPING);
      const value = event.start - LEAD.length;
      const start = lineStart(lines, value);
      insist(/^ *- +$/.test(lines.slice(start, value)));
      items.push({ annotation: reader.value(ANNOTATION) as Annotation, start });
    }
    insist(!reader.hasMore());
    reader.finish();
    return items;
  } catch {
    // The careful way finds out what it is.
    return undefined;
  }
}

/** What one item's lines say; undefined where that isn't plain. */
export function readItemQuickly(lines: string): Annotation | undefined {
  const items = readItemsQuickly(lines);
  return items?.length === 1 ? items[0]?.annotation : undefined;
}

/**
 * The items from number `from` up to number `to`, if they are as this program writes them, or with
 * empty lines behind them.
 *
 * @returns undefined where they aren't
 */
export function readPlainItems(
  text: string,
  { starts, end }: SidecarCut,
  from: number,
  to: number,
): SidecarEntry[] | undefined {
  const [offset, behind] = [starts[from] ?? 0, starts[to] ?? end];
  const ends: number[] = [];
  for (let i = from; i < to; i++) {
    const plainEnd = endOfPlainItem(text.slice(starts[i], starts[i + 1] ?? end));
    if (plainEnd === undefined) return undefined;
    ends.push((starts[i] ?? 0) + plainEnd);
  }
  const items = readItemsQuickly(text.slice(offset, behind));
  const areThese =
    items?.length === to - from &&
    items.every(({ start }, i) => start + offset === starts[from + i]);
  if (!areThese) return undefined;
  return items.map(({ annotation }, i) => ({
    annotation,
    id: annotation.id,
    block: { start: starts[from + i] ?? 0, end: ends[i] ?? 0 },
  }));
}

/** What begins a block of text: empty lines behind it may belong to it. */
const BLOCK_OF_TEXT = /[|>][-+\d]*[ \t]*(?:#[^\n]*)?\r?\n/;

/** Where the lines of an item end; undefined where only reading it carefully can tell. */
function endOfPlainItem(item: string): number | undefined {
  const end = trimmedEnd(item, 0, item.length);
  const last = lineStart(item, end);
  if (item.slice(last, end).trimStart().startsWith('#')) return undefined;
  const lines = lineEnd(item, end);
  return lines < item.length && BLOCK_OF_TEXT.test(item) ? undefined : lines;
}
