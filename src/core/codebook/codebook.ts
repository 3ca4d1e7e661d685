import type { CodebookEntry, Speaker, Topic } from '../model/types';
import { nameKey, tidyName } from '../text/names/names';

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

/** Finds the canonical name of a speaker by any of the names that the codebook gives. */
export class SpeakerNames {
  private readonly names: ReadonlySet<string>;
  private readonly canonical = new Map<string, string>();

  constructor(speakers: readonly Speaker[]) {
    this.names = new Set(speakers.map(({ name }) => name));
    // Names before aliases: a name that is somebody else's alias still means its bearer.
    for (const { name } of speakers) this.add(name, name);
    for (const { name, aliases } of speakers)
      for (const alias of aliases ?? []) this.add(alias, name);
  }

  /**
   * The canonical name behind `name`; `name` itself, trimmed, where the codebook doesn't know it.
   */
  of(name: string): string {
    // Two names may differ in case alone: as it is written, each means its own bearer.
    return this.names.has(name)
      ? name
      : (this.canonical.get(nameKey(name)) ?? (name.trim() || name));
  }

  /**
   * The name under which a speaker is listed: the canonical one; of a name that the codebook
   * doesn't know, the way it is usually written, so that what looks the same stands together.
   */
  listedAs(name: string): string {
    const canonical = this.of(name);
    return this.names.has(canonical) ? canonical : tidyName(canonical) || canonical;
  }

  private add(name: string, canonical: string): void {
    const folded = nameKey(name);
    if (!this.canonical.has(folded)) this.canonical.set(folded, canonical);
  }
}
