import { EVENT_ID } from 'js-yaml';
import { annotationSchema } from '../model/schema';
import type { Annotation } from '../model/types';
import { lineStart } from '../yaml/blocks';
import { planOf } from '../yaml/quickPlan';
import { insist, QuickReader } from '../yaml/quickReader';

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
