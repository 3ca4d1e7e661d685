import { INDENT, printListItem } from '../../yaml/printItem';
import type { Codebook } from '../codebook';
import { CODEBOOK_VERSION, type Section } from '../sections';
import { entryStyle } from './entryStyle';

const LISTS = ['roles', 'stances', 'links', 'topics', 'speakers'] as const satisfies Section[];

/**
 * The text of a new codebook, to be filled in by its owner.
 *
 * @param inUse what the annotations use, such as `vocabularyOf(codebookInUse(…))`
 */
export function newCodebook(inUse: Codebook, eol = '\n'): string {
  const lists = LISTS.map((section) => {
    const entries: readonly object[] = inUse[section];
    if (entries.length === 0) return `${section}: []${eol}`;
    const items = entries.map((entry) =>
      printListItem(undefined, entry, INDENT, eol, entryStyle(section)),
    );
    return `${section}:${eol}${items.join('')}`;
  });
  return `version: ${CODEBOOK_VERSION}${eol}${lists.join('')}`;
}
