import type { Problem } from '../model/problem';
import type { SavedView, SetAsideFinding } from '../model/types';
import { readYaml } from '../yaml/readYaml';
import type { Codebook } from './codebook';
import { readCodebookCarefully } from './readCarefully';
import { codebookOf, readCodebookQuickly } from './readQuickly';
import type { Section } from './sections';

export interface CodebookFile {
  readonly codebook: Codebook;
  /** Views of the sidebar that were saved. */
  readonly views: readonly SavedView[];
  /** Findings that an analyst looked at and set aside. */
  readonly findings: readonly SetAsideFinding[];
  readonly problems: readonly Problem[];
  /** What may be wrong with what could be read. */
  readonly advice: readonly Problem[];
}

/** The entries of a list that could be read. */
export function entriesOf(
  { codebook, views, findings }: CodebookFile,
  section: Section,
): readonly object[] {
  return { ...codebook, views, findings }[section];
}

/**
 * Reads a codebook's text: every entry that is sound, and a problem for everything that isn't. One
 * that is plainly right is read some ten times as fast.
 */
export function readCodebook(text: string): CodebookFile {
  const quick = readCodebookQuickly(text);
  return quick === undefined ? readCodebookCarefully(text, readYaml(text)) : codebookOf(quick);
}
