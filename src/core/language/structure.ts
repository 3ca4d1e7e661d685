import type { Utf16Range } from '../text/range';
import { excerpt } from '../text/excerpt';
import { lineStart } from '../yaml/blocks';
import type { TextBlock } from './cutText';
import type { LanguageText } from './languageText';
import { textUnder, type LooseNode, type LoosePair } from './looseTree';
import { looseAnnotation } from './namings';

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
    const tree = file.treeOf(block);
    const last = sections.at(-1);
    if (block.section !== undefined && tree?.kind === 'list' && last !== undefined) {
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
  const look = isAnnotation ? annotationLook(item) : entryLook(item);
  const kind = isAnnotation ? 'annotation' : 'entry';
  return [{ ...look, kind, range, selection, children: [] }];
}

function annotationLook(item: LooseNode): Pick<OutlineEntry, 'name' | 'detail'> {
  const { id, role, speaker, stance, quotes } = looseAnnotation(item);
  const words = excerpt(quotes.join(' … '), WORDS);
  const name = [speaker && excerpt(speaker, WORDS), words].filter(Boolean).join(': ');
  return { name: name || (id ?? '…'), detail: [role, stance].filter(Boolean).join(' · ') };
}

function entryLook(item: LooseNode): Pick<OutlineEntry, 'name' | 'detail'> {
  const of = (key: string) => textUnder(item, key);
  const name = (item.kind === 'scalar' ? item.text : (of('name') ?? of('id') ?? of('kind'))) ?? '…';
  const detail = of('label') ?? of('statement') ?? of('description') ?? of('reason') ?? '';
  return { name: excerpt(name, WORDS) || '…', detail: excerpt(detail, WORDS) };
}

/**
 * What can be folded, each from the first line's to the last line's sign: sections, their entries,
 * and what in these takes several lines.
 */
export function* foldsOf(file: LanguageText): Generator<void, Utf16Range[], void> {
  const folds: { start: number; end: number }[] = [];
  /** Where the lines start at which something is folded: the outermost counts. */
  const lines = new Set<number>();
  let section: { start: number; end: number } | undefined;
  for (const block of file.blocks) {
    const own = { start: block.start, end: lastSign(file.text, block) };
    if (block.section === undefined) section = own;
    else if (section !== undefined) section.end = own.end;
    const inner = [...foldsIn(file.treeOf(block), undefined)].map(({ start, end }) => {
      const range = { start: block.start + start, end: Math.min(block.start + end, own.end) };
      return { start: range.start, end: lastSign(file.text, range) };
    });
    for (const fold of [own, ...inner]) {
      const line = lineStart(file.text, fold.start);
      if (lines.has(line)) continue;
      lines.add(line);
      folds.push(fold);
    }
    yield;
  }
  return folds.filter(({ start, end }) => file.text.slice(start, end).includes('\n'));
}

/** @param key where the line begins on which a value is folded away */
function* foldsIn(
  node: LooseNode | undefined,
  key: number | undefined,
): Generator<Utf16Range, void> {
  if (node === undefined) return;
  if (key !== undefined) yield { start: key, end: node.end };
  if (node.kind === 'list')
    for (const item of node.items)
      yield* foldsIn(item, item?.kind === 'map' ? item.start : undefined);
  if (node.kind === 'map')
    for (const pair of node.pairs) yield* foldsIn(pair.value, pair.key.start);
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
