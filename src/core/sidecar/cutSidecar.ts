import { commonEnd, commonStart } from '../text/commonEnds';
import type { SidecarEntry, SidecarFile } from './sidecarFile';

/**
 * Where a sidecar's text can be cut so that each item of its list can be read alone. UTF-16
 * offsets.
 */
export interface SidecarCut {
  /** What stands before each item's dash. */
  readonly indent: string;
  /**
   * Where each item's line starts; at least one. What belongs to it goes on to where the next one
   * starts.
   */
  readonly starts: readonly number[];
  /** Where the last item ends: at the next key, or at the text's end. */
  readonly end: number;
}

/**
 * Cuts a sidecar's text by its lines alone: at those that begin with a dash as deep as the first
 * one below `annotations:`. Whether that is right, only reading the parts shows: each must be
 * readable alone.
 *
 * @returns undefined where there is no list of this form
 */
export function cutSidecar(text: string): SidecarCut | undefined {
  const first = firstItem(text);
  if (first === undefined) return undefined;
  const starts = [first.start];
  const line = `\n${first.indent}-`;
  for (let at = text.indexOf(line, first.start); at >= 0; at = text.indexOf(line, at + 1)) {
    // A dash before anything else than white space is a word's, or one of three that end the
    // document.
    if (isWhite(text.charAt(at + line.length))) starts.push(at + 1);
  }
  const end = listEnd(text, starts.at(-1) ?? first.start, first.indent);
  // A line of which it isn't clear whether it belongs to the last item or is an error: a tab that
  // indents it, or too few spaces.
  if (/[ \t]/.test(text.charAt(end))) return undefined;
  return { indent: first.indent, starts, end };
}

function firstItem(text: string): { readonly start: number; readonly indent: string } | undefined {
  const key = /(?:^|\n)\uFEFF?annotations:[ \t]*(?:#[^\n]*|\r)?\n/.exec(text);
  if (key === null) return undefined;
  for (let at = key.index + key[0].length; at < text.length; at = nextLine(text, at)) {
    const [, indent = '', sign] = lineBegin(text, at);
    if (sign === '-' && isWhite(text.charAt(at + indent.length + 1))) return { start: at, indent };
    if (sign !== undefined && sign !== '#') return undefined;
  }
  return undefined;
}

/**
 * Where the item that starts at `start`, the last one of its list, ends: at the next line that
 * isn't indented deeper and isn't empty.
 */
function listEnd(text: string, start: number, indent: string): number {
  for (let at = nextLine(text, start); at < text.length; at = nextLine(text, at)) {
    const [, spaces = '', sign] = lineBegin(text, at);
    if (sign !== undefined && sign !== '#' && spaces.length <= indent.length) return at;
  }
  return text.length;
}

/** The spaces at a line's begin, and the first sign of what it says, if it says something. */
function lineBegin(text: string, at: number): RegExpExecArray | [] {
  const begin = /( *)[ \t]*([^ \t\r\n])?/y;
  begin.lastIndex = at;
  return begin.exec(text) ?? [];
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function isWhite(character: string): boolean {
  return ' \t\r\n'.includes(character);
}

/**
 * What was read of items that stand in a text with the very lines that they had in a file as it was
 * read before; undefined for those that must be read. Costs a comparison of both texts, and little
 * more for what differs.
 */
export function entriesTakenOver(
  text: string,
  { indent, starts, end }: SidecarCut,
  known: SidecarFile | undefined,
): (SidecarEntry | undefined)[] {
  const taken = starts.map((): SidecarEntry | undefined => undefined);
  // An anchor elsewhere can change what a line says.
  if (known?.layout.kind !== 'block' || known.layout.indent !== indent || known.hasAnchors)
    return taken;
  const before = known.entries;
  const bounds = before.map(({ block }) => block.start);
  const last = bounds.at(-1);
  if (last === undefined) return taken;
  bounds.push(listEnd(known.text, last, indent));
  const take = (i: number, k: number) => {
    const entry = before[k];
    const start = starts[i] ?? 0;
    // What is wrong in a broken item is told again, with its new place.
    if (entry?.annotation !== undefined)
      taken[i] = { ...entry, block: { start, end: start + entry.block.end - entry.block.start } };
  };

  const ends = [...starts.slice(1), end];
  const shorter = Math.min(starts.length, before.length);
  const sameStart = commonStart(text, known.text);
  let head = 0;
  while (
    head < shorter &&
    starts[head] === bounds[head] &&
    ends[head] === bounds[head + 1] &&
    (ends[head] ?? 0) <= sameStart
  ) {
    take(head, head);
    head++;
  }
  const sameEnd = commonEnd(text, known.text);
  const grown = text.length - known.text.length;
  let tail = 0;
  for (; tail < shorter - head; tail++) {
    const [i, k] = [starts.length - 1 - tail, before.length - 1 - tail];
    const start = (bounds[k] ?? 0) + grown;
    const standsAsBefore =
      starts[i] === start &&
      ends[i] === (bounds[k + 1] ?? 0) + grown &&
      start >= text.length - sameEnd;
    if (!standsAsBefore) break;
    take(i, k);
  }
  const between = new Map<string, number>();
  for (let k = head; k < before.length - tail; k++)
    between.set(known.text.slice(bounds[k], bounds[k + 1]), k);
  for (let i = head; i < starts.length - tail; i++)
    take(i, between.get(text.slice(starts[i], ends[i])) ?? before.length);
  return taken;
}
