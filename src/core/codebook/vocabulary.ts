import type { CodebookEntry, Speaker, Topic } from '../model/types';
import { DEFAULT_CODEBOOK, type Codebook } from './codebook';
import { SpeakerNames } from './speakerNames';

/**
 * What an analyst can choose from: the codebook's entries in its order, then the default ones that
 * it leaves out.
 */
export interface Vocabulary {
  readonly roles: readonly CodebookEntry[];
  readonly stances: readonly CodebookEntry[];
  /** Types of links. */
  readonly links: readonly CodebookEntry[];
  readonly topics: readonly Topic[];
  readonly speakers: readonly Speaker[];
  /** The same by all their names. */
  readonly names: SpeakerNames;
}

/** @param codebook undefined where there is no codebook file: then the default set alone */
export function vocabularyOf(codebook: Codebook | undefined): Vocabulary {
  const { roles = [], stances = [], links = [], topics = [], speakers = [] } = codebook ?? {};
  return {
    roles: withDefaults(roles, DEFAULT_CODEBOOK.roles),
    stances: withDefaults(stances, DEFAULT_CODEBOOK.stances),
    links: withDefaults(links, DEFAULT_CODEBOOK.links),
    topics,
    speakers,
    names: new SpeakerNames(speakers),
  };
}

function withDefaults(
  ofCodebook: readonly CodebookEntry[],
  defaults: readonly CodebookEntry[],
): CodebookEntry[] {
  const found = new Map<string, CodebookEntry>();
  for (const entry of [...ofCodebook, ...defaults])
    if (!found.has(entry.id)) found.set(entry.id, entry);
  return [...found.values()];
}
