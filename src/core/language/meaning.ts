import type { LanguageKind, LanguagePath } from './languageText';

/** What a text at a place of a file stands for. */
export type Meaning =
  | 'annotation'
  | 'role'
  | 'stance'
  | 'link'
  | 'topic'
  | 'speaker'
  | 'tag'
  /** A type of links with > or < before it, in a filter. */
  | 'linked'
  | 'creator'
  | 'field'
  | 'article'
  | 'state'
  | 'findingKind';

/** A text that names something. */
export interface Naming {
  readonly meaning: Meaning;
  /** This is where it is: an annotation's own id, or an entry of a codebook. */
  readonly isDefinition: boolean;
  /** Another name of it, not the one that it goes by. */
  readonly isAlias: boolean;
}

const IN_SIDECAR: Readonly<Record<string, Meaning>> = {
  'annotations.*.id': 'annotation',
  'annotations.*.role': 'role',
  'annotations.*.speaker': 'speaker',
  'annotations.*.stance': 'stance',
  'annotations.*.topic': 'topic',
  'annotations.*.reportedBy.*': 'speaker',
  'annotations.*.tags.*': 'tag',
  'annotations.*.links.*.type': 'link',
  'annotations.*.links.*.target': 'annotation',
  'annotations.*.conflicts.*.field': 'field',
  'annotations.*.adjudicated.over.*': 'annotation',
  'annotations.*.creator': 'creator',
};

/** The keys of a filter, each of which may have one value or a list. */
const IN_FILTER: Readonly<Record<string, Meaning>> = {
  role: 'role',
  speaker: 'speaker',
  stance: 'stance',
  topic: 'topic',
  tag: 'tag',
  linked: 'linked',
  creator: 'creator',
  article: 'article',
  state: 'state',
};

const IN_CODEBOOK: Readonly<Record<string, Meaning>> = {
  'roles.*.id': 'role',
  'stances.*.id': 'stance',
  'links.*.id': 'link',
  'topics.*.id': 'topic',
  'speakers.*.name': 'speaker',
  'speakers.*.aliases.*': 'speaker',
  'speakers.*.affiliation': 'speaker',
  'findings.*.kind': 'findingKind',
  'findings.*.ids.*': 'annotation',
  ...Object.fromEntries(
    Object.entries(IN_FILTER).flatMap(([key, meaning]) => [
      [`views.*.filter.${key}`, meaning],
      [`views.*.filter.${key}.*`, meaning],
    ]),
  ),
};

const DEFINITIONS = new Set([
  'annotations.*.id',
  'roles.*.id',
  'stances.*.id',
  'links.*.id',
  'topics.*.id',
  'speakers.*.name',
  'speakers.*.aliases.*',
]);

/** What a text at a place names; undefined where it is just text. */
export function namingAt(kind: LanguageKind, path: LanguagePath): Naming | undefined {
  const place = path.join('.');
  const table = kind === 'sidecar' ? IN_SIDECAR : IN_CODEBOOK;
  const meaning = Object.hasOwn(table, place) ? table[place] : undefined;
  if (meaning === undefined) return undefined;
  const isDefinition = DEFINITIONS.has(place);
  return { meaning, isDefinition, isAlias: place === 'speakers.*.aliases.*' };
}

/** The keys under which a place's path has another key: `note` for `annotations.*.note`. */
export function lastKey(path: LanguagePath): string | undefined {
  return path.findLast((key) => key !== '*');
}
