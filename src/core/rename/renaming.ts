import type { Annotation, Link } from '../model/types';
import { tidyName } from '../text/names/names';

/** What has names that anybody may make up. */
export const NAMED_FIELDS = ['speaker', 'topic', 'tag'] as const;

/** What can be renamed; `link` is the type of links. */
export const RENAMED_FIELDS = [...NAMED_FIELDS, 'role', 'stance', 'link'] as const;

export type RenamedField = (typeof RENAMED_FIELDS)[number];

/** Another name for something, or the name of another one: then the two become one. */
export interface Renaming {
  readonly field: RenamedField;
  readonly from: string;
  readonly to: string;
}

/**
 * Whether a name in an annotation is the one to be changed.
 *
 * @param canonical the canonical name of a speaker
 */
export function isRenamed(
  name: string,
  { field, from }: Renaming,
  canonical: (speaker: string) => string,
): boolean {
  if (field !== 'speaker') return name === from;
  // Of a canonical name, all other names of the speaker are meant; of an alias, the alias alone.
  return (
    tidyName(name) === tidyName(from) || (canonical(from) === from && canonical(name) === from)
  );
}

/**
 * An annotation with the new name, wherever it has the old one.
 *
 * @returns undefined if it hasn't
 */
export function renamedAnnotation(
  annotation: Annotation,
  renaming: Renaming,
  canonical: (speaker: string) => string,
): Annotation | undefined {
  const { field, to } = renaming;
  const isMeant = (name: string | undefined) =>
    name !== undefined && name !== to && isRenamed(name, renaming, canonical);
  const inList = (names: readonly string[]) => [
    ...new Set(names.map((name) => (isMeant(name) ? to : name))),
  ];
  if (field === 'tag') {
    const { tags = [] } = annotation;
    return tags.some(isMeant) ? { ...annotation, tags: inList(tags) } : undefined;
  }
  if (field === 'link') {
    const { links = [] } = annotation;
    if (!links.some(({ type }) => isMeant(type))) return undefined;
    const renamed = links.map((link) => (isMeant(link.type) ? { ...link, type: to } : link));
    return { ...annotation, links: unlikeLinks(renamed) };
  }
  const own = isMeant(annotation[field]) ? { [field]: to } : {};
  const { reportedBy = [] } = annotation;
  const reporters =
    field === 'speaker' && reportedBy.some(isMeant) ? { reportedBy: inList(reportedBy) } : {};
  const changes = { ...own, ...reporters };
  return Object.keys(changes).length > 0 ? { ...annotation, ...changes } : undefined;
}

/** Links without those that say what one before them says. */
function unlikeLinks(links: readonly Link[]): Link[] {
  return links.filter((link, i) => links.findIndex((other) => isSameLink(other, link)) === i);
}

function isSameLink(a: Link, b: Link): boolean {
  return a.type === b.type && a.target === b.target;
}
