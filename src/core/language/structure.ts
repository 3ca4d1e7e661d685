import type { Annotation } from '../model/types';
import type { Utf16Range } from '../text/range';
import { excerpt } from '../text/excerpt';
import type { TextBlock } from './cutText';
import type { LanguageText } from './languageText';
import { textUnder, type LooseNode, type LoosePair } from './looseTree';
import { looseAnnotation, type LooseAnnotation } from './namings';

/** An entry of a file's outline. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'section' | 'annotation' | 'entry';
  /** All of it, and where it begins. */
  readonly range: Utf16Range;
  readonly selection: Utf16Range;
  readonly children: readonly OutlineEntry[];
}

/** How many columns the first words of a quotation take. */
const WORDS = 60;

/**
 * The outline of a file: its sections, and in them annotations with speaker and first words, or a
 * codebook's entries by name. In steps, for reading all of a large file takes a while.
 */
export function* outlineOf(file: LanguageText): Generator<void, OutlineEntry[], void> {
  const sections: (OutlineEntry & { children: OutlineEntry[]; range: Utf16Range })[] = [];
  for (const block of file.blocks) {
    const end = lastSign(file.text, block);
    const plain = file.plainAnnotation(block);
    const tree = plain === undefined ? file.treeOf(block) : undefined;
    const last = sections.at(-1);
    if (plain !== undefined && last !== undefined) {
      last.children.push(plainEntry(plain, file.text, block, end));
      last.range = { start: last.range.start, end };
    } else if (block.section !== undefined && tree?.kind === 'list' && last !== undefined) {
      last.children.push(...tree.items.flatMap((item) => entryOf(block.section, item, block, end)));
      last.range = { start: last.range.start, end };
    } else if (tree?.kind === 'map') {
      for (const pair of tree.pairs)
        sections.push({ ...sectionOf(pair, block), children: [...entriesUnder(pair, block)] });
    }
    yield;
  }
  return sections;
}

function sectionOf(
  { key, value }: LoosePair,
  { start }: TextBlock,
): Omit<OutlineEntry, 'children'> {
  const selection = { start: start + key.start, end: start + key.end };
  const detail = value?.kind === 'scalar' ? excerpt(value.text, WORDS) : '';
  const range = { start: selection.start, end: start + Math.max(key.end, value?.end ?? 0) };
  const name = excerpt(key.text, WORDS) || '…';
  return { name, detail, kind: 'section', range, selection };
}

/** The entries of a section that is written in brackets. */
function entriesUnder({ key, value }: LoosePair, block: TextBlock): OutlineEntry[] {
  return value?.kind === 'list'
    ? value.items.flatMap((item) => entryOf(key.text, item, block, undefined))
    : [];
}

/** @param end where the entry ends, if it is known better than by what was read */
function entryOf(
  section: string | undefined,
  item: LooseNode | undefined,
  block: TextBlock,
  end: number | undefined,
): OutlineEntry[] {
  if (item === undefined) return [];
  const start = block.start + item.start;
  const range = { start, end: Math.max(start, end ?? block.start + item.end) };
  const first = item.kind === 'map' ? item.pairs[0] : undefined;
  const firstEnd = block.start + (first?.value?.end ?? first?.key.end ?? item.start);
  const selection = { start, end: Math.min(range.end, Math.max(start, firstEnd)) };
  const isAnnotation = section === 'annotations';
  const look = isAnnotation ? lookOf(looseAnnotation(item)) : entryLook(item);
  const kind = isAnnotation ? 'annotation' : 'entry';
  return [{ ...look, kind, range, selection, children: [] }];
}

/** An annotation's entry, where no more than its begin needs to be known of its places. */
function plainEntry(
  annotation: Annotation,
  text: string,
  block: TextBlock,
  end: number,
): OutlineEntry {
  const dash = /^ *- */.exec(text.slice(block.start, block.start + 200))?.[0].length ?? 0;
  const range = { start: Math.min(end, block.start + dash), end };
  const line = text.indexOf('\n', range.start);
  const selection = { start: range.start, end: line < 0 ? end : Math.min(line, end) };
  const quotes = annotation.passages.map(({ exact }) => exact);
  const look = lookOf({ ...annotation, quotes });
  return { ...look, kind: 'annotation', range, selection, children: [] };
}

type Look = Pick<OutlineEntry, 'name' | 'detail'>;

function lookOf(annotation: Partial<LooseAnnotation> & Pick<LooseAnnotation, 'quotes'>): Look {
  const { id, role, speaker, stance, quotes } = annotation;
  const words = excerpt(quotes.join(' … '), WORDS);
  const name = [speaker && excerpt(speaker, WORDS), words].filter(Boolean).join(': ');
  return { name: name || (id ?? '…') || '…', detail: [role, stance].filter(Boolean).join(' · ') };
}

function entryLook(item: LooseNode): Look {
  const of = (key: string) => textUnder(item, key);
  const name = (item.kind === 'scalar' ? item.text : (of('name') ?? of('id') ?? of('kind'))) ?? '…';
  const detail = of('label') ?? of('statement') ?? of('description') ?? of('reason') ?? '';
  return { name: excerpt(name, WORDS) || '…', detail: excerpt(detail, WORDS) };
}

/** How many lines are looked at before others may have their turn. */
const STEP = 2_000;

/**
 * What can be folded, each from its first line's start to its last line's end: sections, their
 * entries, and what in these takes several lines. Told by how deep lines are indented, which needs
 * no reading: large files have tens of thousands of lines.
 */
export function* foldsOf({ text }: LanguageText): Generator<void, Utf16Range[], void> {
  const folds: { start: number; end: number }[] = [];
  /** What a line that comes may still belong to, the innermost last. */
  const open: { readonly fold: { start: number; end: number }; readonly depth: number }[] = [];
  const line = /^( *)(-(?=[ \t\r\n]|$))?[ \t]*([^\r\n]*)/gm;
  let looked = 0;
  for (const [all, spaces = '', dash, rest = ''] of matchesIn(text, line)) {
    looked += 1;
    if (looked % STEP === 0) yield;
    const start = line.lastIndex - all.length;
    if (dash === undefined && (rest === '' || rest.startsWith('#'))) continue;
    // A dash may stand as deep as the key of its list, and is below it all the same.
    const depth = 2 * spaces.length + (dash === undefined ? 0 : 1);
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const end = start + all.trimEnd().length;
    for (const { fold } of open) fold.end = end;
    const fold = { start, end };
    open.push({ fold, depth });
    folds.push(fold);
  }
  return folds.filter(({ start, end }) => text.slice(start, end).includes('\n'));
}

function* matchesIn(text: string, pattern: RegExp): Generator<RegExpExecArray, void> {
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    yield found;
    // An empty line is found again, unless one goes on.
    if (found[0] === '') pattern.lastIndex += 1;
  }
}

/** Where what a block says ends: blank lines and comments behind it are left out. */
function lastSign(text: string, { start, end }: Utf16Range): number {
  let last = end;
  for (;;) {
    while (last > start && ' \t\r\n'.includes(text.charAt(last - 1))) last--;
    const line = Math.max(start, text.lastIndexOf('\n', last - 1) + 1);
    if (last === start || !/^[ \t]*#/.test(text.slice(line, line + 200))) return last;
    last = line;
  }
}
