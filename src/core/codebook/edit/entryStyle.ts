import { filterSchema } from '../../model/schema';
import type { ItemStyle } from '../../yaml/printItem';
import { SECTIONS, type Section } from '../sections';

/** How a codebook writes the entries of a list: their keys in the order of the schema. */
export function entryStyle(section: Section): ItemStyle {
  return {
    schema: SECTIONS[section],
    keys: new Map([
      [undefined, Object.keys(SECTIONS[section].entries)],
      ['filter', Object.keys(filterSchema.entries)],
    ]),
    longLists: new Set(),
    longTexts: new Set(['description', 'reason']),
  };
}
