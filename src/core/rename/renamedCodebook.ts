import type { Codebook } from '../codebook/codebook';
import { DEFAULT_CODEBOOK } from '../codebook/codebook';
import type { CodebookEntry, Speaker } from '../model/types';
import type { RenamedField, Renaming } from './renaming';

/** The list of a codebook that has what can be renamed; it has no tags. */
export const SECTION_OF = {
  speaker: 'speakers',
  topic: 'topics',
  role: 'roles',
  stance: 'stances',
  link: 'links',
} as const satisfies Readonly<Record<Exclude<RenamedField, 'tag'>, keyof Codebook>>;

/** Whether there is an entry of that id, be it of the default set. */
export function isListed(
  codebook: Codebook,
  section: Exclude<keyof Codebook, 'speakers'>,
  id: string,
): boolean {
  const entries: readonly CodebookEntry[] = [...codebook[section], ...DEFAULT_CODEBOOK[section]];
  return entries.some((entry) => entry.id === id);
}

/** What a codebook says after a renaming; the same object where nothing changes. */
export function renamedCodebook(codebook: Codebook, renaming: Renaming): Codebook {
  const { field, from, to } = renaming;
  if (field === 'tag' || from === to) return codebook;
  if (field !== 'speaker') {
    const section = SECTION_OF[field];
    const entries: readonly CodebookEntry[] = codebook[section];
    if (!entries.some(({ id }) => id === from)) return codebook;
    // Two become one: the one that is there already says what it is.
    const renamed = isListed(codebook, section, to)
      ? entries.filter(({ id }) => id !== from)
      : entries.map((entry) => (entry.id === from ? { ...entry, id: to } : entry));
    return { ...codebook, [section]: renamed };
  }
  const speakers = renamedSpeakers(codebook.speakers, renaming);
  return speakers === codebook.speakers ? codebook : { ...codebook, speakers };
}

function renamedSpeakers(speakers: readonly Speaker[], { from, to }: Renaming): readonly Speaker[] {
  const source = speakers.find(({ name }) => name === from);
  const target = speakers.find(({ name }) => name === to);
  const isNamed = source !== undefined || speakers.some(({ affiliation }) => affiliation === from);
  if (!isNamed) return speakers;
  const merged =
    source === undefined || target === undefined ? [] : namesToTakeOver(source, target);
  return speakers
    .filter((speaker) => speaker !== source || target === undefined)
    .map((speaker) => {
      if (speaker === source) return renamedSpeaker(speaker, from, to);
      return speaker === target && merged.length > 0
        ? { ...speaker, aliases: [...(speaker.aliases ?? []), ...merged] }
        : speaker;
    })
    .map((speaker) => (speaker.affiliation === from ? { ...speaker, affiliation: to } : speaker));
}

/** The names of a speaker that another one, who is the same, hasn't got yet. */
export function namesToTakeOver(
  source: Pick<Speaker, 'name' | 'aliases'>,
  target: Pick<Speaker, 'name' | 'aliases'>,
): string[] {
  const known = new Set([target.name, ...(target.aliases ?? [])]);
  return [...new Set([source.name, ...(source.aliases ?? [])])].filter((name) => !known.has(name));
}

/** An alias that becomes the name changes places with it. */
function renamedSpeaker(speaker: Speaker, from: string, to: string): Speaker {
  const { aliases } = speaker;
  return {
    ...speaker,
    name: to,
    ...(aliases && { aliases: aliases.map((alias) => (alias === to ? from : alias)) }),
  };
}
