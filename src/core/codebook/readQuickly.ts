import { COLLECTION_STYLE, EVENT_ID } from 'js-yaml';
import type { SavedView, SetAsideFinding } from '../model/types';
import { nameKey } from '../text/names/names';
import type { Utf16Range } from '../text/range';
import { lineStart } from '../yaml/blocks';
import { ANYTHING, planOf } from '../yaml/quickPlan';
import { insist, insistBare, QuickReader, startOfItem } from '../yaml/quickReader';
import { readYaml } from '../yaml/readYaml';
import type { Codebook } from './codebook';
import { readCodebookCarefully } from './readCarefully';
import type { CodebookFile } from './readCodebook';
import { CODEBOOK_VERSION, ENTRY_KEYS, entryName, SECTIONS, type Section } from './sections';

/** An entry of a codebook. */
export type Entry = Readonly<Record<string, unknown>>;

/** How a list is written whose entries stand below each other, each on lines of its own. */
export interface QuickLayout {
  /** What stands before each entry's dash. */
  readonly indent: string;
  /** The lines of each entry, from its dash on, without comments and blank lines behind it. */
  readonly places: readonly Utf16Range[];
  /** Whether each entry is written in braces. */
  readonly inBraces: readonly boolean[];
}

/** What a codebook says whose text is plainly right: no problem, no advice, no anchors. */
export interface QuickCodebook {
  /** The lists that the file has, in its order. */
  readonly lists: ReadonlyMap<Section, readonly Entry[]>;
  /** How those lists are written whose entries stand below each other. */
  readonly layouts: ReadonlyMap<Section, QuickLayout>;
  /** The keys of the file, in its order. */
  readonly keys: readonly string[];
}

const PLANS = new Map(
  (Object.keys(SECTIONS) as Section[]).map((section) => [section, planOf(SECTIONS[section])]),
);
const NO_ENTRIES: readonly Entry[] = [];

/**
 * Reads a codebook some ten times as fast as `readCodebookCarefully`: one with thousands of
 * speakers would hold the window up.
 *
 * @returns undefined where the text has anything that isn't plainly right: then the careful reader
 *   says what. Also where it is merely written in an unusual way.
 */
export function readCodebookQuickly(text: string): QuickCodebook | undefined {
  try {
    const reader = new QuickReader(text);
    insist(!reader.isEmpty);
    const read = readRoot(text, reader);
    reader.finish();
    insist(hasOwnNames(read.lists.get('speakers') ?? []));
    return read;
  } catch {
    // Whatever it is, the other reader says it better.
    return undefined;
  }
}

/** A codebook that was read quickly, as the careful reader has it. */
export function codebookOf({ lists }: QuickCodebook): CodebookFile {
  const list = (section: Section) => lists.get(section) ?? NO_ENTRIES;
  const codebook = {
    roles: list('roles'),
    stances: list('stances'),
    links: list('links'),
    topics: list('topics'),
    speakers: list('speakers'),
  } as unknown as Codebook;
  const views = list('views') as unknown as SavedView[];
  const findings = list('findings') as unknown as SetAsideFinding[];
  return { codebook, views, findings, problems: [], advice: [] };
}

function readRoot(text: string, reader: QuickReader): QuickCodebook {
  const root = reader.take();
  insist(root.type === EVENT_ID.MAPPING && root.style === COLLECTION_STYLE.BLOCK);
  insistBare(root);
  const keys: string[] = [];
  const lists = new Map<Section, readonly Entry[]>();
  const layouts = new Map<Section, QuickLayout>();
  while (reader.hasMore()) {
    const start = lineStart(text, reader.nextStart());
    const key = reader.key();
    insist(!keys.includes(key));
    keys.push(key);
    if (key === 'version') {
      insist(reader.value(ANYTHING) === CODEBOOK_VERSION);
      continue;
    }
    insist(Object.hasOwn(SECTIONS, key));
    const section = key as Section;
    const { entries, layout } = readList(text, reader, section);
    lists.set(
      section,
      section === 'views' ? viewsIn(text.slice(start, reader.nextStart())) : entries,
    );
    if (layout !== undefined) layouts.set(section, layout);
  }
  insist(keys.includes('version'));
  return { keys, lists, layouts };
}

function readList(
  text: string,
  reader: QuickReader,
  section: Section,
): { readonly entries: readonly Entry[]; readonly layout?: QuickLayout } {
  const list = reader.peek();
  if (list.type === EVENT_ID.SCALAR) {
    insist(reader.value(ANYTHING) === null);
    return { entries: NO_ENTRIES };
  }
  insist(list.type === EVENT_ID.SEQUENCE);
  insistBare(list);
  reader.take();
  if (list.style !== COLLECTION_STYLE.BLOCK) {
    insist(!reader.hasMore());
    return { entries: NO_ENTRIES };
  }
  const plan = (section === 'views' ? undefined : PLANS.get(section)) ?? ANYTHING;
  const indent = text.slice(lineStart(text, list.start), list.start);
  const entries: Entry[] = [];
  const starts: number[] = [];
  const inBraces: boolean[] = [];
  const names = new Set<string>();
  while (reader.hasMore()) {
    const item = reader.peek();
    insist(item.type === EVENT_ID.MAPPING);
    starts.push(startOfItem(text, item.start, indent));
    inBraces.push(item.style === COLLECTION_STYLE.FLOW);
    const entry = reader.value(plan) as Entry;
    insist(Object.keys(entry).every((key) => ENTRY_KEYS[section].includes(key)));
    entries.push(entry);
    names.add(entryName(section, entry) ?? '');
  }
  insist(names.size === entries.length);
  const end = lineStart(text, reader.nextStart());
  const ends = [...starts.slice(1), reader.nextStart() === text.length ? text.length : end];
  const places = starts.map((start, i) => ({
    start,
    end: contentEnd(text, { start, end: ends[i] ?? start }, indent),
  }));
  return { entries, layout: { indent, places, inBraces } };
}

/** Where an entry's lines end: before comments and blank lines, which belong to nobody. */
function contentEnd(text: string, { start, end: until }: Utf16Range, indent: string): number {
  let end = until;
  for (;;) {
    const line = lineStart(text, end - 1);
    const [blank, sign] = /^ *(#)?/.exec(text.slice(line, end)) ?? [''];
    if (line <= start || (sign === undefined && /[^ \r\n]/.test(text.slice(line, end)))) break;
    // One that stands deeper than the dash is the entry's.
    insist(sign === undefined || blank.length - 1 <= indent.length);
    end = line;
  }
  // In a text of several lines, such lines are content; an empty value may take them in, too.
  const before = text.slice(start, end);
  insist(end === until || !/[|>][-+]?\r?\n|: *(?:#[^\n]*)?\r?\n$/.test(before));
  return end;
}

/** The views, which are few, with filters that may say nothing or what can't be. */
function viewsIn(lines: string): readonly Entry[] {
  const text = `version: ${CODEBOOK_VERSION}\n${lines}`;
  const { views, problems, advice } = readCodebookCarefully(text, readYaml(text));
  insist(problems.length === 0 && advice.length === 0);
  return views;
}

/** Whether no name or alias is written twice. */
function hasOwnNames(speakers: readonly Entry[]): boolean {
  const keys = new Set<string>();
  let count = 0;
  for (const { name, aliases = [] } of speakers)
    for (const one of [name, ...(aliases as readonly unknown[])]) {
      keys.add(nameKey(String(one)));
      count++;
    }
  return keys.size === count && !keys.has('');
}
