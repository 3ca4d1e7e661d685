import { decide } from './decision';
import { findAll } from './resolution';
import type { Anchoring, Selector } from './types';

/**
 * Finds all of an article's passages again. They are resolved together: what is found of one tells where its
 * neighbours are.
 *
 * @param text the article as it is now, LF only and without a byte-order mark
 * @param selectors the stored passages, in any order; positions in UTF-16 units
 * @returns what became of each passage, in the same order
 */
export function anchorAll(text: string, selectors: readonly Selector[]): Anchoring[] {
  return findAll(text, selectors).map((finding, index) => decide(text, selectors[index]?.exact ?? '', finding));
}
