import { isMapping } from '../model/sameValue';
import {
  codebookEntrySchema,
  savedViewSchema,
  setAsideFindingSchema,
  speakerSchema,
  topicSchema,
} from '../model/schema';
import { compareText } from '../text/compare';

/** The format's version that this program reads. */
export const CODEBOOK_VERSION = 1;

/** The lists of a codebook, in their order, with what each of their entries has. */
export const SECTIONS = {
  roles: codebookEntrySchema,
  stances: codebookEntrySchema,
  links: codebookEntrySchema,
  topics: topicSchema,
  speakers: speakerSchema,
  views: savedViewSchema,
  findings: setAsideFindingSchema,
} as const;

/** A list of a codebook. */
export type Section = keyof typeof SECTIONS;

/** The keys that an entry of each list may have. */
export const ENTRY_KEYS = Object.fromEntries(
  Object.entries(SECTIONS).map(([section, { entries }]) => [section, Object.keys(entries)]),
) as unknown as Readonly<Record<Section, readonly string[]>>;

/**
 * What names an entry within its list: its id or name; of a finding its kind and its annotations,
 * in whatever order they stand.
 *
 * @returns undefined where it has none
 */
export function entryName(section: Section, entry: unknown): string | undefined {
  if (!isMapping(entry)) return undefined;
  const { id, name, kind, ids } = entry;
  if (section === 'findings')
    return typeof kind === 'string' && Array.isArray(ids)
      ? [kind, ...[...new Set(ids.map(String))].sort(compareText)].join(' ')
      : undefined;
  const own = section === 'speakers' || section === 'views' ? name : id;
  return typeof own === 'string' ? own : undefined;
}
