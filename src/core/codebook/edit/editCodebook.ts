import * as l10n from '@vscode/l10n';
import { withChanges } from '../../model/fields';
import { RefusedError } from '../../model/problem';
import { isMapping, isPlainData } from '../../model/sameValue';
import { nameKey } from '../../text/names/names';
import { checkShape } from '../../yaml/checkShape';
import { quotableText } from '../../yaml/problemList';
import { DEFAULT_CODEBOOK } from '../codebook';
import { entryName, SECTIONS, type Section } from '../sections';
import { OpenCodebook } from './openCodebook';
import {
  withEntriesAdded,
  withEntryChanged,
  withEntryMoved,
  withEntryRemoved,
} from './spliceEntries';
import { requireMeant } from './requireMeant';

/** What entries that are not in the file yet have no place in. */
const NOWHERE = { start: 0, end: 0 };

/** Fields that name an entry within its list: another name is a renaming, which sidecars follow. */
const NAMING: Readonly<Record<Section, readonly string[]>> = {
  roles: ['id'],
  stances: ['id'],
  links: ['id'],
  topics: ['id'],
  speakers: ['name'],
  views: [],
  findings: ['kind', 'ids'],
};

/**
 * Adds an entry to a list, which is made if there is none; no other line changes.
 *
 * @param text the codebook's text; empty for a new one
 * @param index its number in the list; left out: the last
 * @throws RefusedError if the file can't be edited, the entry is wrong, or its name is there
 */
export function addEntry(
  text: string,
  section: Section,
  entry: Readonly<Record<string, unknown>>,
  index?: number,
): string {
  return addEntries(text, section, [entry], index);
}

/** Adds several entries at once, as `addEntry` does one. */
export function addEntries(
  text: string,
  section: Section,
  entries: readonly Readonly<Record<string, unknown>>[],
  index?: number,
): string {
  return entries.length === 0 ? text : withAdded(OpenCodebook.of(text), section, entries, index);
}

function withAdded(
  before: OpenCodebook,
  section: Section,
  entries: readonly Readonly<Record<string, unknown>>[],
  index?: number,
): string {
  const list = before.section(section);
  const checked = entries.map((entry) => checkedEntry(section, entry));
  const taken = new Set(list.values.map((value) => entryName(section, value)));
  for (const entry of checked) {
    const name = entryName(section, entry) ?? '';
    if (taken.has(name))
      throw new RefusedError(
        l10n.t('“{0}” is already under “{1}” of the codebook.', quotableText(name), section),
      );
    taken.add(name);
  }
  const at = numberWithin(index ?? list.values.length, list.values.length);
  return requireMeant(before, withEntriesAdded(before, section, checked, at), section, (values) =>
    values.splice(at, 0, ...checked),
  );
}

/**
 * Changes fields of an entry: only the lines that name them change. A default role, stance or link
 * type that the codebook doesn't list is added to it.
 *
 * @param name the entry's id or name; of a finding as `entryName` has it
 * @param changes null, a text without any sign and an empty list remove a field
 * @throws RefusedError if the file can't be edited, there is no such entry, or a field is wrong
 */
export function changeEntry(
  text: string,
  section: Section,
  name: string,
  changes: Readonly<Record<string, unknown>>,
): string {
  return withChanged(OpenCodebook.of(text), section, name, changes);
}

function withChanged(
  before: OpenCodebook,
  section: Section,
  name: string,
  changes: Readonly<Record<string, unknown>>,
): string {
  const list = before.section(section);
  const index = OpenCodebook.indexOf(list, section, name);
  if (index < 0 && isDefault(section, name))
    return withAdded(before, section, [withChanges({ id: name }, changes)]);
  const entry = list.values[requireFound(index, section, name)];
  if (!isMapping(entry)) return before.text;
  const naming = NAMING[section].find((field) => Object.hasOwn(changes, field));
  if (naming !== undefined && changes[naming] !== entry[naming])
    throw new RefusedError(
      l10n.t('“{0}” can’t be changed here: rename it, so that all sidecars follow.', naming),
    );
  const changed = checkedEntry(section, withChanges(entry, changes));
  const other = OpenCodebook.indexOf(list, section, entryName(section, changed) ?? '');
  if (other >= 0 && other !== index)
    throw new RefusedError(
      l10n.t(
        '“{0}” is already under “{1}” of the codebook.',
        quotableText(entryName(section, changed) ?? ''),
        section,
      ),
    );
  return requireMeant(
    before,
    withEntryChanged(before, section, index, changed),
    section,
    (values) => values.splice(index, 1, changed),
  );
}

/**
 * Changes fields of an entry, which is added where the codebook doesn't have it.
 *
 * @param changes as of `changeEntry`
 * @throws RefusedError as `changeEntry`, or if the new speaker's name is another one's alias
 */
export function setEntry(
  text: string,
  section: Section,
  name: string,
  changes: Readonly<Record<string, unknown>>,
): string {
  const before = OpenCodebook.of(text);
  const list = before.section(section);
  if (OpenCodebook.indexOf(list, section, name) >= 0)
    return withChanged(before, section, name, changes);
  if (section === 'speakers') requireFree(list.values, name);
  const key = section === 'speakers' || section === 'views' ? 'name' : 'id';
  return withAdded(before, section, [withChanges({ [key]: name.trim() }, changes)]);
}

/**
 * Gives a speaker another name by which he is known.
 *
 * @returns the same text if he has it already
 * @throws RefusedError if somebody else has it, or the speaker isn't there, or the file can't be
 *   edited
 */
export function addAlias(text: string, speaker: string, alias: string): string {
  const before = OpenCodebook.of(text);
  const { values } = before.section('speakers');
  if (bearerOf(values, alias) === speaker) return text;
  requireFree(values, alias);
  const entry = values.find((value) => entryName('speakers', value) === speaker);
  const { aliases } = isMapping(entry) ? entry : {};
  const known: readonly unknown[] = Array.isArray(aliases) ? aliases : [];
  return withChanged(before, 'speakers', speaker, { aliases: [...known, alias.trim()] });
}

/**
 * Puts an entry at another number of its list, with the comments right above it. Blank lines and
 * what stands behind them stay where they are.
 *
 * @throws RefusedError if there is no such entry, or the file can't be edited
 */
export function moveEntry(text: string, section: Section, name: string, index: number): string {
  const before = OpenCodebook.of(text);
  const list = before.section(section);
  const from = requireFound(OpenCodebook.indexOf(list, section, name), section, name);
  const to = numberWithin(index, list.values.length - 1);
  if (from === to) return text;
  return requireMeant(before, withEntryMoved(before, section, from, to), section, (values) =>
    values.splice(to, 0, ...values.splice(from, 1)),
  );
}

/**
 * Takes an entry out: its lines and nothing else.
 *
 * @throws RefusedError if there is no such entry, or the file can't be edited
 */
export function removeEntry(text: string, section: Section, name: string): string {
  const before = OpenCodebook.of(text);
  const list = before.section(section);
  const index = requireFound(OpenCodebook.indexOf(list, section, name), section, name);
  return requireMeant(before, withEntryRemoved(before, section, index), section, (values) =>
    values.splice(index, 1),
  );
}

/** Who has a name, by whatever name the codebook lists him. */
function bearerOf(speakers: readonly unknown[], wanted: string): string | undefined {
  const key = nameKey(wanted);
  const bearer = speakers.find((speaker) => {
    if (!isMapping(speaker)) return false;
    const { name, aliases } = speaker;
    const names = [name, ...(Array.isArray(aliases) ? (aliases as unknown[]) : [])];
    return names.some((one) => nameKey(String(one)) === key);
  });
  return entryName('speakers', bearer);
}

function requireFree(speakers: readonly unknown[], name: string): void {
  const bearer = bearerOf(speakers, name);
  if (bearer !== undefined)
    throw new RefusedError(
      l10n.t('“{0}” is a name of “{1}” already.', quotableText(name), quotableText(bearer)),
    );
}

function isDefault(section: Section, name: string): boolean {
  const entries: Readonly<Record<string, readonly object[]>> = { ...DEFAULT_CODEBOOK };
  return (entries[section] ?? []).some((entry) => entryName(section, entry) === name);
}

function requireFound(index: number, section: Section, name: string): number {
  if (index >= 0) return index;
  throw new RefusedError(
    l10n.t('“{0}” is not under “{1}” of the codebook.', quotableText(name), section),
  );
}

/** An entry with all that is set, if it is as the format has it. */
function checkedEntry(
  section: Section,
  entry: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (!isPlainData(entry))
    throw new RefusedError(
      l10n.t(
        'Only texts, numbers, true, false, lists and objects of them can be stored, and no key “__proto__”.',
      ),
    );
  const set = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
  const { output, problems } = checkShape(SECTIONS[section], set, undefined, 'entry', NOWHERE);
  if (output === undefined)
    throw new RefusedError(problems.map(({ message }) => message).join(' '));
  return set;
}

function numberWithin(index: number, last: number): number {
  return Math.max(0, Math.min(Math.trunc(index), last));
}
