import type { Utf16Range } from '../../text/range';
import { lineStart } from '../../yaml/blocks';
import {
  appendList,
  emptiedList,
  fillEmptyList,
  insertIntoFlow,
  removeFromFlow,
} from '../../yaml/listLayout';
import { patchItem } from '../../yaml/patchItem';
import { INDENT, printFlow, printListItem } from '../../yaml/printItem';
import { CODEBOOK_VERSION, type Section } from '../sections';
import { entryStyle } from './entryStyle';
import type { OpenCodebook, OpenSection } from './openCodebook';
import type { EditedText } from './requireMeant';

/** The text with more entries at a number of a list. */
export function withEntriesAdded(
  codebook: OpenCodebook,
  section: Section,
  entries: readonly Readonly<Record<string, unknown>>[],
  index: number,
): EditedText {
  const { text, eol } = codebook;
  const list = codebook.section(section);
  const { layout, places } = list;
  const style = entryStyle(section);
  const inBraces = entries.map((entry) => printFlow(entry, style, undefined));
  const inLines = (indent: string) =>
    entries.map((entry) => printListItem(undefined, entry, indent, eol, style)).join('');
  switch (layout.kind) {
    case 'block': {
      const lines = isInBraces(list, index)
        ? inBraces.map((entry) => `${layout.indent}- ${entry}${eol}`).join('')
        : inLines(layout.indent);
      return { text: withLines(text, places[index - 1]?.end ?? layout.start, lines, eol) };
    }
    case 'flow':
      return { text: insertIntoFlow(text, layout.list, places, index, inBraces.join(', ')) };
    case 'empty':
      return { text: fillEmptyList(text, layout.value, inLines(INDENT), eol) };
    case 'missing':
      return codebook.root?.flow === true
        ? { text: withKeyInBraces(codebook, section, inBraces.join(', ')) }
        : { text: appendList(text, section, inLines(INDENT), CODEBOOK_VERSION, eol) };
  }
}

/** The text with an entry that says something else. */
export function withEntryChanged(
  codebook: OpenCodebook,
  section: Section,
  index: number,
  entry: Readonly<Record<string, unknown>>,
): EditedText {
  const { text, eol } = codebook;
  const { layout, places } = codebook.section(section);
  const { start, end } = places[index] ?? { start: 0, end: 0 };
  const style = entryStyle(section);
  const old = text.slice(start, end);
  const put = (lines: string, removed = '') => ({
    text: text.slice(0, start) + lines + text.slice(end),
    removed,
  });
  const isBlock = layout.kind === 'block';
  // A value in brackets is changed as a list of one: so it is read as one in a list of lines.
  const patched = patchItem(isBlock ? old : `- ${old}\n`, entry, eol, style);
  // Of what is changed carefully, comments go with the value that they stand in.
  if (!isBlock)
    return patched === undefined
      ? put(printFlow(entry, style, undefined))
      : put(patched.slice(2).trimEnd(), old);
  const ended = (lines: string) => (old.endsWith('\n') ? lines : lines.replace(/\r?\n$/, ''));
  return patched === undefined
    ? put(ended(printListItem(undefined, entry, layout.indent, eol, style)))
    : put(ended(patched), old);
}

/** The text without an entry. */
export function withEntryRemoved(
  codebook: OpenCodebook,
  section: Section,
  index: number,
): EditedText {
  const { text } = codebook;
  const { layout, places } = codebook.section(section);
  const place = places[index] ?? { start: 0, end: 0 };
  const removed = text.slice(place.start, place.end);
  if (layout.kind !== 'block') return { text: removeFromFlow(text, places, index), removed };
  if (places.length === 1) return { text: emptiedList(text, place, layout.indent), removed };
  return { text: text.slice(0, place.start) + text.slice(place.end), removed };
}

/**
 * The text with an entry at another number of its list. The entries change their places; what
 * stands between them stays.
 */
export function withEntryMoved(
  codebook: OpenCodebook,
  section: Section,
  from: number,
  to: number,
): EditedText {
  const { text, eol } = codebook;
  const { layout, places } = codebook.section(section);
  const isBlock = layout.kind === 'block';
  const slots = places.map((place, i) =>
    isBlock ? { ...place, start: commentsAbove(text, place, places[i - 1]) } : place,
  );
  const pieces = slots.map(({ start, end }) => text.slice(start, end));
  const isOpen = isBlock && pieces.at(-1)?.endsWith('\n') === false;
  if (isOpen) pieces.push(`${pieces.pop() ?? ''}${eol}`);
  pieces.splice(to, 0, ...pieces.splice(from, 1));
  if (isOpen) pieces.push((pieces.pop() ?? '').replace(/\r?\n$/, ''));
  let moved = text.slice(0, slots[0]?.start ?? 0);
  slots.forEach(({ end }, i) => {
    moved += (pieces[i] ?? '') + text.slice(end, slots[i + 1]?.start ?? text.length);
  });
  return { text: moved };
}

/** Where the lines of comment right above an entry begin. */
function commentsAbove(text: string, place: Utf16Range, previous: Utf16Range | undefined): number {
  let start = place.start;
  while (start > (previous?.end ?? 0)) {
    const above = lineStart(text, start - 1);
    if (above >= start || !/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** Whether the entries around a number of a list are written in braces, on a line each. */
function isInBraces({ inBraces }: OpenSection, index: number): boolean {
  return inBraces[index - 1] ?? inBraces[index] ?? false;
}

/** Inserts lines where a line begins; the text's last one may be open. */
function withLines(text: string, at: number, lines: string, eol: string): string {
  const head = text.slice(0, at);
  const isOpen = head !== '' && head !== '\uFEFF' && !head.endsWith('\n');
  const inserted = isOpen ? eol + lines.replace(/\r?\n$/, '') : lines;
  return head + inserted + text.slice(at);
}

/** A new list in a file that is written in braces, as JSON is. */
function withKeyInBraces({ text, root }: OpenCodebook, key: string, items: string): string {
  const last = root?.items.at(-1);
  const at = (last?.value ?? last?.key)?.range?.[1] ?? (root?.range?.[0] ?? 0) + 1;
  return `${text.slice(0, at)}${last === undefined ? '' : ', '}${key}: [${items}]${text.slice(at)}`;
}
