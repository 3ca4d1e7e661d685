import { allMatches } from './matches';
import type { Utf16Range } from '../../text/range';
import type { PlainLine } from './plainText';

/** Words in quotation marks. */
export interface Quotation extends Utf16Range {
  /** The words, without the marks. */
  readonly inner: Utf16Range;
  /** 0: in no other quotation. */
  readonly depth: number;
  /** No mark ends it: it goes on to the paragraph's end. */
  readonly isOpen: boolean;
  /** It goes on from the paragraph before. */
  readonly goesOn: boolean;
}

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '«': '»',
  '„': '“”',
  '"': '"',
  "'": "'",
  '`': "'",
};
const MARK = /''|[“”‘’„"'`「」『』«»]/g;
const LETTER = /[\p{L}\p{N}]/u;
const SINGLE = /^['’‘`]$/;
/** What a mark follows that opens, even if it is written the closing way round. */
const BEFORE_OPENING = /[\s。：:，,；;（(—]/;

/** An opening mark whose partner is yet to come. */
interface Opened {
  readonly mark: string;
  readonly at: number;
}

/**
 * The quotations of a plain text, by their starts: marks of all kinds, nested in each other,
 * written the wrong way round, never closed, or closed in a later paragraph.
 */
export function findQuotations(text: string, lines: readonly PlainLine[]): Quotation[] {
  const found: Quotation[] = [];
  let before: Opened | undefined;
  for (const line of lines) {
    const { quotations, open } = inLine(text, line, before);
    found.push(...quotations);
    before = open;
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** @param before what the paragraph before left open */
function inLine(
  text: string,
  line: PlainLine,
  before: Opened | undefined,
): { quotations: Quotation[]; open: Opened | undefined } {
  const quotations: Quotation[] = [];
  const stack: Opened[] = [];
  const close = (from: number, end: number, marks: number, isOpen: boolean) => {
    const opened = stack[from];
    if (opened === undefined) return;
    const inner = { start: opened.at + opened.mark.length, end: end - marks };
    quotations.push({ start: opened.at, end, inner, depth: from, isOpen, goesOn: false });
    stack.length = from;
  };
  for (const { 0: mark, index } of allMatches(MARK, text.slice(line.start, line.end))) {
    const at = line.start + index;
    const [previous, next] = [text.charAt(at - 1), text.charAt(at + mark.length)];
    if (SINGLE.test(mark) && isApostrophe(previous, next, mark)) continue;
    const partner = stack.findLastIndex((one) => closes(one.mark, mark));
    const canOpen = mark in CLOSERS || mark === "''" || isWrongWay(mark, previous, next, at, line);
    if (partner >= 0 && !(mark === '"' && opensAgain(previous, next))) {
      close(partner, at + mark.length, mark.length, false);
    } else if (canOpen && next.trim() !== '') {
      stack.push({ mark: mark === '”' ? '“' : mark, at });
    } else if (
      before !== undefined &&
      quotations.every(({ depth }) => depth > 0) &&
      closes(before.mark, mark)
    ) {
      const inner = { start: line.start, end: at };
      quotations.push({
        start: line.start,
        end: at + mark.length,
        inner,
        depth: 0,
        isOpen: false,
        goesOn: true,
      });
      before = undefined;
    }
  }
  const [first] = stack;
  const open = first !== undefined && !SINGLE.test(first.mark) ? first : undefined;
  while (stack.length > 0) {
    const top = stack.at(-1);
    if (top !== undefined && SINGLE.test(top.mark)) stack.pop();
    else close(stack.length - 1, line.end, 0, true);
  }
  return { quotations, open };
}

function closes(opening: string, mark: string): boolean {
  if (opening === "''") return mark === "''" || mark === '"';
  return CLOSERS[opening]?.includes(mark) ?? false;
}

function isApostrophe(previous: string, next: string, mark: string): boolean {
  if (mark === '‘') return false;
  if (LETTER.test(previous) && /[a-z]/i.test(previous) && LETTER.test(next)) return true;
  // `the boys' room`, `'90s`: nothing tells them from quotation marks but what follows.
  if (mark === "'" || mark === '`')
    return LETTER.test(previous) ? LETTER.test(next) : /\d/.test(next);
  return false;
}

/** Straight marks: one behind a space and before a word opens, whatever is open. */
function opensAgain(previous: string, next: string): boolean {
  return /[\s—(]/.test(previous) && LETTER.test(next) && /[a-z]/i.test(next);
}

function isWrongWay(
  mark: string,
  previous: string,
  next: string,
  at: number,
  line: PlainLine,
): boolean {
  if (mark !== '”') return false;
  return (at === line.start || BEFORE_OPENING.test(previous)) && LETTER.test(next);
}
