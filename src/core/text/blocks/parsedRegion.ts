import type { PartialParse, Tree } from '@lezer/common';
import { isBlank, lineEnd, lineStart, wholeCharacter } from './lineEdges';
import { PARSERS, type TextKind } from './markdownParser';
import { VerbatimBlocks } from './verbatimBlocks';

/** How far back a place is looked for at which a block certainly begins, UTF-16 units. */
const BACK = 50_000;
/** How much is read before and behind the cursor where there is no such place. */
const REACH = 5_000;

/** A parsed stretch of an article; positions in the tree count from `start`. */
export interface ParsedRegion {
  readonly start: number;
  readonly tree: Tree;
}

/**
 * The blocks around a place, parsed from a line at which a block certainly begins, so that an
 * article of any size takes the time of a few paragraphs.
 *
 * Such a line stands behind a blank one and isn't indented: it ends every list, quotation, table
 * and paragraph. Only code fences and HTML comments and the like go on over it; so where one of
 * these opens before the place, it is found out where that block ends: mostly by its signs, else by
 * the parser itself.
 *
 * @param line where the line of the place begins
 * @param from where the article's body begins
 */
export function parseAround(
  text: string,
  offset: number,
  line: number,
  from: number,
  kind: TextKind,
): ParsedRegion {
  const end = lineEnd(text, Math.min(text.length, offset + REACH));
  // A line longer than that is cut.
  const limit = wholeCharacter(text, Math.min(end, offset + 2 * REACH));
  const parser = new RegionParser(text, limit, kind);
  const verbatim = new VerbatimBlocks(text.slice(0, Math.max(from, line)));
  let safe = from;
  for (;;) {
    const opener = verbatim.next(safe);
    if (opener === undefined) break;
    if (opener.end === undefined)
      safe = Math.max(opener.index + 1, parser.blockEndAfter(opener.index, safe));
    else {
      safe = opener.end;
      parser.forget();
    }
  }
  return parser.treeAt(offset, safe);
}

/** One parse that goes on, or begins again at a later line where a block certainly begins. */
class RegionParser {
  private start = -1;
  private parse: PartialParse | undefined;

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly kind: TextKind,
  ) {}

  /** Begins anew with the next block: what was parsed is far behind. */
  forget(): void {
    this.parse = undefined;
  }

  /** Where the block that holds `offset` ends. @param safe no block reaches over this place */
  blockEndAfter(offset: number, safe: number): number {
    const parse = this.parseFrom(offset, safe);
    while (this.start + parse.parsedPos <= offset && parse.advance() === null);
    return this.start + parse.parsedPos;
  }

  treeAt(offset: number, safe: number): ParsedRegion {
    const parse = this.parseFrom(offset, safe);
    let tree: Tree | null = null;
    while (tree === null && this.start + parse.parsedPos <= offset) tree = parse.advance();
    if (tree === null) {
      parse.stopAt(Math.max(0, parse.parsedPos - 1));
      while (tree === null) tree = parse.advance();
    }
    return { start: this.start, tree };
  }

  private parseFrom(offset: number, safe: number): PartialParse {
    const begin = blockBegin(this.text, offset, safe);
    if (this.parse === undefined || begin > safe || isBoundary(this.text, safe)) {
      this.start = Math.max(begin, safe);
      this.parse = PARSERS[this.kind].startParse(this.text.slice(this.start, this.limit));
    }
    return this.parse;
  }
}

/** The last line up to `offset` at which a block certainly begins, not before `safe`. */
function blockBegin(text: string, offset: number, safe: number): number {
  const furthest = Math.max(safe, offset - BACK);
  let line = lineStartFrom(text, offset, furthest);
  for (; line > furthest; line = lineStart(text, line - 1)) if (isBoundary(text, line)) return line;
  if (furthest === safe) return safe;
  // Nowhere near: what came before is left out, and the line cut if need be.
  const near = lineStartFrom(text, offset - REACH, furthest);
  return Math.max(near > furthest ? near : 0, wholeCharacter(text, offset - 2 * REACH));
}

/** Where the line of `offset` begins; `from` if that is no later, for a line may be endless. */
function lineStartFrom(text: string, offset: number, from: number): number {
  return from + lineStart(text.slice(from, offset), offset - from);
}

/** Whether a block begins at this line whatever came before, fenced code and HTML apart. */
function isBoundary(text: string, line: number): boolean {
  if (line === 0) return true;
  if (/[\s]/.test(text.charAt(line))) return false;
  const before = text.slice(lineStart(text, line - 1), line);
  if (isBlank(before)) return true;
  // A list of thousands of lines without a blank one.
  const isBullet = /^[-*+] \S/;
  return isBullet.test(before) && isBullet.test(text.slice(line, line + 3));
}
