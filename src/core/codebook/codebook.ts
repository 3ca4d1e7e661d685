import type { CodebookEntry, Speaker, Topic } from '../model/types';

/** What a project codes with: the content of `claims.codebook.yaml`, unknown keys included. */
export interface Codebook {
  readonly roles: readonly CodebookEntry[];
  readonly stances: readonly CodebookEntry[];
  readonly links: readonly CodebookEntry[];
  readonly topics: readonly Topic[];
  readonly speakers: readonly Speaker[];
}

/**
 * The set that every project has; a codebook adds to it, and may label, describe and colour its
 * entries.
 */
export const DEFAULT_CODEBOOK: Codebook = {
  roles: [{ id: 'claim' }, { id: 'evidence' }, { id: 'rebuttal' }],
  stances: [{ id: 'favor' }, { id: 'against' }, { id: 'neutral' }],
  links: [{ id: 'supports' }, { id: 'rebuts' }, { id: 'restates' }],
  topics: [],
  speakers: [],
};

export const EMPTY_CODEBOOK: Codebook = {
  roles: [],
  stances: [],
  links: [],
  topics: [],
  speakers: [],
};

/**
 * Several folders' codebooks as one; where two define the same id or name, the first one's stands.
 */
export function mergeCodebooks(codebooks: readonly Codebook[]): Codebook {
  const all = <K extends keyof Codebook>(key: K) =>
    codebooks.flatMap((codebook) => codebook[key] as readonly Codebook[K][number][]);
  return {
    roles: uniqueBy(all('roles'), ({ id }) => id),
    stances: uniqueBy(all('stances'), ({ id }) => id),
    links: uniqueBy(all('links'), ({ id }) => id),
    topics: uniqueBy(all('topics'), ({ id }) => id),
    speakers: uniqueBy(all('speakers'), ({ name }) => name),
  };
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
}
