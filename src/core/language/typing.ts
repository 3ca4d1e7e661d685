import type { Utf16Range } from '../text/range';
import { lineStart } from '../yaml/blocks';
import type { TextBlock } from './cutText';
import type { LanguageKind, LanguagePath, LanguageText } from './languageText';
import {
  CURSOR,
  findCursor,
  lengthOfRest,
  MISSING_BLANK,
  withoutCursor,
  type CursorSpot,
} from './cursor';
import { MAX_LOOSE_LENGTH, readLoosely, type LooseMap, type LooseNode } from './looseTree';
import { wantedAt } from './shape';

/** What is being typed at an offset. */
export interface Typing {
  readonly kind: LanguageKind;
  readonly what: 'key' | 'value';
  /** Of a key, the mapping's place; of a value, its own. */
  readonly path: LanguagePath;
  /** What was typed so far, without quotation marks. */
  readonly typed: string;
  /** The same as it stands there, from the range's start to the cursor. */
  readonly written: string;
  /** What a completion takes the place of, on one line; quotation marks included. */
  readonly range: Utf16Range;
  /** In brackets or braces, where fewer texts may stand without quotation marks. */
  readonly isFlow: boolean;
  /** A blank is missing between the colon or dash and the cursor. */
  readonly needsBlank: boolean;
  /** Of a key: its colon stands there already. */
  readonly hasColon: boolean;
  /** The keys that the mapping has already, also below the cursor. */
  readonly siblings: readonly string[];
  /** How many columns deeper than its line's first sign a key's mapping is. */
  readonly indent: number;
  /** What the item around it says, but for the line at the cursor. */
  readonly item: LooseNode | undefined;
}

/** The line at the cursor, in two parts. */
interface CursorLine {
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

/**
 * What is being typed at an offset of a text, which may be broken there and elsewhere.
 *
 * @returns undefined in comments, in blocks of text, and where no key or value belongs
 */
export function typingAt(file: LanguageText, offset: number): Typing | undefined {
  const { text, kind } = file;
  const line = lineAt(text, offset);
  const isAtTop = /^["']?[\p{L}\p{N}_]*$/u.test(line.before) && !/^\s*[[{]/.test(text);
  const block = isAtTop
    ? { start: line.start, end: offset, section: undefined }
    : file.blockAt(offset);
  if (offset - block.start > MAX_LOOSE_LENGTH || text.includes(CURSOR)) return undefined;
  const needsBlank = MISSING_BLANK.test(line.before);
  // Twice: of a text whose quotation mark is missing, the library leaves out the last sign.
  const head = `${text.slice(block.start, offset)}${needsBlank ? ' ' : ''}${CURSOR}${CURSOR}`;
  const found = findCursor(readLoosely(head), block.section === undefined ? [] : [block.section]);
  if (found === undefined) return undefined;
  const start = needsBlank ? offset : block.start + found.scalar.start;
  // A text that began on a line above is one of several lines.
  if (found.scalar.style === 'block' || start < line.start) return undefined;
  // Right behind something that has ended, nothing begins.
  if (/[^\s[{,]$/.test(text.slice(line.start, start)) && !needsBlank) return undefined;
  const what = whatIsTyped(kind, found, text.slice(line.start, start));
  if (what === undefined) return undefined;
  const rest = isAtTop ? undefined : withoutLine(text, block, line);
  const mapStart = found.isKey && found.map !== undefined ? found.map.start : found.scalar.start;
  return {
    kind,
    what,
    path: found.isKey ? found.path.slice(0, -1) : found.path,
    typed: withoutCursor(found.scalar.text),
    written: text.slice(start, offset),
    range: { start, end: offset + lengthOfRest(found, what === 'key', line.after) },
    isFlow: found.isFlow,
    needsBlank,
    hasColon: what === 'key' && /^[^\s:,{}[\]]*:/.test(line.after),
    siblings: [
      ...keysOf(found.isKey ? found.map : undefined),
      ...(isAtTop ? keysAtTop(file, line.start) : keysOf(rest?.map)),
    ],
    indent: columnIn(head, mapStart) - (/^ */.exec(line.before)?.[0].length ?? 0),
    item: rest?.item,
  };
}

function lineAt(text: string, offset: number): CursorLine {
  const start = Math.min(offset, lineStart(text, offset));
  const behind = /[^\r\n]*/y;
  behind.lastIndex = offset;
  return { start, before: text.slice(start, offset), after: behind.exec(text)?.[0] ?? '' };
}

/** @param before what stands before it on its line */
function whatIsTyped(
  kind: LanguageKind,
  { isKey, isFlow, path }: CursorSpot,
  before: string,
): Typing['what'] | undefined {
  if (isKey) return 'key';
  const wanted = wantedAt(kind, path);
  if (wanted !== 'keys') return wanted === 'list' ? undefined : 'value';
  // A mapping stands on the line of its key, or in a list in brackets, only in braces.
  return isFlow || /:\s*$/.test(before) ? undefined : 'key';
}

/** What a block says, but for the cursor's line; and the mapping that this line is in. */
function withoutLine(
  text: string,
  block: TextBlock,
  line: CursorLine,
): { readonly item: LooseNode | undefined; readonly map: LooseMap | undefined } | undefined {
  if (block.end - block.start > MAX_LOOSE_LENGTH) return undefined;
  const lead = /^ *(?:- +)*(?:-$)?/.exec(line.before)?.[0] ?? '';
  const blank = lead.endsWith('-') ? ' ' : '';
  const above = text.slice(block.start, line.start);
  const below = text.slice(line.start + line.before.length + line.after.length, block.end);
  const tree = readLoosely(`${above}${lead}${blank}${CURSOR}: ${below}`);
  const item = tree?.kind === 'list' ? tree.items[0] : undefined;
  return { item: block.section === undefined ? undefined : item, map: findCursor(tree, [])?.map };
}

function keysAtTop(file: LanguageText, line: number): string[] {
  return file.blocks.flatMap((block) => {
    if (block.section !== undefined || block.start === line) return [];
    const tree = file.treeOf(block);
    return tree?.kind === 'map' ? keysOf(tree) : [];
  });
}

function keysOf(map: LooseMap | undefined): string[] {
  return (map?.pairs ?? []).map(({ key }) => key.text).filter((key) => !key.includes(CURSOR));
}

function columnIn(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
