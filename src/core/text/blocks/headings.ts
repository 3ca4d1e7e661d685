import type { SyntaxNode } from '@lezer/common';
import { Pace, type Steps } from '../steps';
import { findFrontMatter } from './frontMatter';
import { PARSERS, type TextKind } from './markdownParser';

/** Marks and what is not shown as text; a link's address and label among them. */
const UNSEEN =
  /^(?:HeaderMark|EmphasisMark|StrikethroughMark|HighlightMark|CodeMark|LinkMark|URL|LinkTitle|LinkLabel|HTMLTag|Comment|ProcessingInstruction|Image|QuoteMark)$/;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
};

/**
 * The title that Markdown shows: the first heading of the first level, or one of another level
 * right at the top, as the words that are shown. Those in code, quotations, lists and comments are
 * none.
 */
export function titleHeading(markdown: string): string | undefined {
  let top: string | undefined;
  const { topNode } = PARSERS.markdown.parse(markdown);
  for (let node = topNode.firstChild; node !== null; node = node.nextSibling) {
    const isHeading = /^(?:ATX|Setext)Heading/.test(node.name);
    const words = isHeading ? shownText(markdown, node) : '';
    if (words !== '' && node.name.endsWith('1')) return words;
    if (words !== '' && node.prevSibling === null) top = words;
  }
  return top;
}

/** A heading that stands by itself, not in a list or quotation. */
export interface Heading {
  /** Where it begins, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** From 1, the highest. */
  readonly level: number;
  /** The words that are shown; never empty. */
  readonly title: string;
}

/** The headings of an article, in order. Front matter has none. */
export function* headingsInSteps(text: string, kind: TextKind): Steps<Heading[]> {
  const body = findFrontMatter(text)?.body ?? 0;
  const words = text.slice(body);
  const parse = PARSERS[kind].startParse(words);
  const pace = new Pace();
  let tree = parse.advance();
  for (let at = 0; tree === null; tree = parse.advance()) {
    if (pace.isDue(parse.parsedPos - at)) yield;
    at = parse.parsedPos;
  }
  const found: Heading[] = [];
  for (let node = tree.topNode.firstChild; node !== null; node = node.nextSibling) {
    const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
    const title = level === undefined ? '' : shownText(words, node);
    if (title !== '')
      found.push({ start: node.from + body, end: node.to + body, level: Number(level), title });
  }
  return found;
}

function shownText(text: string, heading: SyntaxNode): string {
  const parts: string[] = [];
  let at = heading.from;
  heading.cursor().iterate(({ name, from, to, node }) => {
    // An address that is written out is shown.
    const isShown = name === 'URL' && node.parent?.name === 'Autolink';
    const isEscape = name === 'Escape' || name === 'Entity';
    if (isShown || (!UNSEEN.test(name) && !isEscape)) return true;
    parts.push(text.slice(at, from));
    if (isEscape)
      parts.push(name === 'Escape' ? text.slice(from + 1, to) : entity(text.slice(from, to)));
    at = to;
    return false;
  });
  parts.push(text.slice(at, heading.to));
  return parts
    .join('')
    .replace(/\{[#.][^{}]*\}\s*$/, '')
    .replace(/\[\[(?:[^\]|]*\|)?|\]\]|\[\^[^\]]*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function entity(written: string): string {
  const code = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(written);
  const number = code && parseInt(code[1] ?? code[2] ?? '', code[1] === undefined ? 10 : 16);
  if (number !== null)
    return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : '\ufffd';
  return ENTITIES[written.slice(1, -1)] ?? written;
}
