import { lineEnd, lineStart } from './lineEdges';

/** What may hold blank lines and looks like blocks inside: fenced code and some HTML. */
const OPENER = /```|~~~|<(?:[!?]|script|pre|style|textarea)/gi;

/** HTML up to a line that has its closing sign (CommonMark 0.31, 4.6, kinds 2, 3 and 5). */
const HTML = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const;
/** Kind 1; the closing tag may be another's. */
const RAW = /<(?:script|pre|style|textarea)(?=[\s>]|$)/iy;
const RAW_END = /<\/(?:script|pre|style|textarea)>/gi;
/** Kind 4. */
const DECLARATION = /<![A-Z]/y;

/** Signs of quotations and items in front of a line's words. */
const CONTAINERS = /(?:[ \t\r]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t\r])))*[ \t\r]*/y;

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const LESS_THAN = 60;
const GREATER_THAN = 62;
const BRACKET = 91;
const BACKTICK = 96;
const TILDE = 126;

/** In place of a block's end: its sign opens nothing. */
const NONE = -1;

/** A sign that may open a block of code or HTML. */
export interface Opener {
  readonly index: number;
  /** Where its block ends, at a line's start; undefined if only the parser can tell. */
  readonly end: number | undefined;
}

/**
 * Finds the blocks in which all signs stand for themselves, as the parser would, but much faster
 * where that is simple: their opening sign is at the left edge. In items and quotations, and beside
 * other HTML, only the parser can tell.
 */
export class VerbatimBlocks {
  /** No other HTML reaches over this line's start. */
  private clear = 0;

  /** @param head the text in front of a line; a block that goes on behind it is for the parser */
  constructor(private readonly head: string) {}

  /**
   * The next sign that opens a block or may do so; undefined if there is none.
   *
   * @param safe where to begin: no block reaches over this place
   */
  next(safe: number): Opener | undefined {
    const { head } = this;
    let line = -1;
    OPENER.lastIndex = safe;
    while (OPENER.test(head)) {
      const index = signBefore(head, OPENER.lastIndex);
      const isKnown = line >= 0 && lineEnd(head, line) >= index;
      const start = isKnown ? line : startOfLine(head, index);
      if (this.isBelowHtml(start, safe)) return { index, end: undefined };
      const end = index === start ? endOfBlock(head, index) : endAmidLine(head, start, index);
      if (end !== NONE) return { index, end };
      // What else the line holds opens nothing, either; nor does other HTML begin with it.
      line = lineEnd(head, index) + 1;
      this.clear = line;
      OPENER.lastIndex = line;
    }
    return undefined;
  }

  /** Whether HTML may reach over a line's start that only a blank line ends. */
  private isBelowHtml(start: number, safe: number): boolean {
    if (start === safe || this.head.charCodeAt(start - 2) === NEWLINE) return false;
    const from = Math.max(safe, this.clear);
    for (let line = start; line > from;) {
      const before = lineStart(this.head, line - 1);
      let words = before;
      while (isSpace(this.head.charCodeAt(words))) words += 1;
      const first = this.head.charCodeAt(words);
      if (first === LESS_THAN) return true;
      if (first === NEWLINE) break;
      line = before;
    }
    this.clear = start;
    return false;
  }
}

/** As `lineStart`, but fast for many places that are one themselves. */
function startOfLine(head: string, index: number): number {
  return head.charCodeAt(index - 1) === NEWLINE ? index : lineStart(head, index);
}

/** Where the sign begins that ends at a place. */
function signBefore(head: string, end: number): number {
  const last = head.charCodeAt(end - 1);
  return last === BACKTICK || last === TILDE ? end - 3 : head.lastIndexOf('<', end - 1);
}

/** Behind nothing but signs of items, quotations, notes or HTML, a sign may open something. */
function endAmidLine(head: string, start: number, index: number): number | undefined {
  const first = head.charCodeAt(start);
  if (first > GREATER_THAN && first !== BRACKET) return NONE;
  CONTAINERS.lastIndex = start;
  CONTAINERS.test(head);
  const words = CONTAINERS.lastIndex;
  const isUnsure = words >= index || head.startsWith('<', words) || head.startsWith('[^', words);
  return isUnsure ? undefined : NONE;
}

/** Where the block ends that begins at a line's start; undefined if not in this text. */
function endOfBlock(head: string, start: number): number | undefined {
  return head.charCodeAt(start) === LESS_THAN ? htmlEnd(head, start) : fenceEnd(head, start);
}

/** Where HTML that begins at a line's start ends; undefined if not in this text. */
function htmlEnd(head: string, start: number): number | undefined {
  const closing = htmlClosing(head, start);
  const end = closing < 0 ? -1 : head.indexOf('\n', closing);
  return end < 0 ? undefined : end + 1;
}

/** Where the sign stands that closes HTML; -1 if there is none, or another kind of HTML begins. */
function htmlClosing(head: string, start: number): number {
  for (const [opening, closing] of HTML)
    if (head.startsWith(opening, start)) return head.indexOf(closing, start);
  DECLARATION.lastIndex = start;
  if (DECLARATION.test(head)) return head.indexOf('>', start);
  RAW.lastIndex = start;
  RAW_END.lastIndex = start;
  return RAW.test(head) && RAW_END.test(head) ? RAW_END.lastIndex : -1;
}

/** Where fenced code that begins at a line's start ends; undefined if not in this text. */
function fenceEnd(head: string, start: number): number | undefined {
  const sign = head.charCodeAt(start);
  let infoStart = start + 3;
  while (head.charCodeAt(infoStart) === sign) infoStart += 1;
  if (sign === BACKTICK && hasBacktick(head, infoStart)) return NONE;
  const fence = head.slice(start, infoStart);
  let at = head.indexOf(fence, infoStart);
  while (at >= 0) {
    let end = at + fence.length;
    while (head.charCodeAt(end) === sign) end += 1;
    while (isSpace(head.charCodeAt(end))) end += 1;
    if (end >= head.length) return undefined;
    if (head.charCodeAt(end) === NEWLINE && isIndentedLittle(head, at)) return end + 1;
    at = head.indexOf(fence, end);
  }
  return undefined;
}

/** Whether the rest of a line has a backtick: then it is no fence's. */
function hasBacktick(head: string, start: number): boolean {
  for (let at = start; ; at += 1) {
    const unit = head.charCodeAt(at);
    if (unit === BACKTICK) return true;
    if (unit === NEWLINE || Number.isNaN(unit)) return false;
  }
}

/** Whether only so many spaces stand in front of a sign as don't make a line code. */
function isIndentedLittle(head: string, at: number): boolean {
  let start = at;
  while (at - start < 4 && head.charCodeAt(start - 1) === SPACE) start -= 1;
  return at - start < 4 && head.charCodeAt(start - 1) === NEWLINE;
}

function isSpace(unit: number): boolean {
  return unit === SPACE || unit === TAB || unit === RETURN;
}
