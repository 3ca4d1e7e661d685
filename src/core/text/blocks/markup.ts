import type { SyntaxNode } from '@lezer/common';
import type { Utf16Range } from '../range';

/** A stretch of text that markup makes one: `**…**`, `[…](…)`, `<b>…</b>`, a code span. */
export interface Markup extends Utf16Range {
  /** What stands between the opening and the closing marks. */
  readonly content: Utf16Range;
  /**
   * `phrase`: sentences may begin and end inside, as in a paragraph that is all bold; `link`:
   * its words are read, but never parted; `object`: its signs are no words (images, code,
   * addresses); `tag`: a single HTML tag.
   */
  readonly kind: 'phrase' | 'link' | 'object' | 'tag';
}

const PHRASES: ReadonlySet<string> = new Set([
  'Emphasis',
  'StrongEmphasis',
  'Strikethrough',
  'Highlight',
]);
const OBJECTS: ReadonlySet<string> = new Set([
  'Image',
  'InlineCode',
  'Autolink',
  'Comment',
  'ProcessingInstruction',
]);
const TAG_NAME = /^<(\/?)([a-z][\w-]*)/i;

/** The markup inside a block's node; positions are moved by `shift`. */
export function markupIn(text: string, block: SyntaxNode, shift: number): Markup[] {
  const found: Markup[] = [];
  const tags: Utf16Range[] = [];
  block.cursor().iterate((node) => {
    const range = { start: node.from + shift, end: node.to + shift };
    const { firstChild, lastChild } = node.node;
    if (PHRASES.has(node.name)) {
      const content = {
        start: (firstChild?.to ?? node.from) + shift,
        end: (lastChild?.from ?? node.to) + shift,
      };
      found.push({ ...range, content, kind: 'phrase' });
    } else if (OBJECTS.has(node.name)) {
      found.push({ ...range, content: range, kind: 'object' });
      return false;
    } else if (node.name === 'Link') {
      const link = linkOf(text, node.node, range, shift);
      if (link !== undefined) found.push(link);
    } else if (node.name === 'HTMLTag') tags.push(range);
    return true;
  });
  return [...found, ...pairTags(text, tags)];
}

/**
 * A link has an address or a label, or is one to a note (`[[…]]`); other brackets are the text's
 * own.
 */
function linkOf(
  text: string,
  node: SyntaxNode,
  { start, end }: Utf16Range,
  shift: number,
): Markup | undefined {
  if (text.startsWith('[[', start - 1) && text.startsWith(']]', end - 1))
    return {
      start: start - 1,
      end: end + 1,
      content: { start: start + 1, end: end - 1 },
      kind: 'link',
    };
  if (node.getChild('URL') === null && node.getChild('LinkLabel') === null) return undefined;
  const closing = node.getChildren('LinkMark')[1]?.from ?? node.to;
  return { start, end, content: { start: start + 1, end: closing + shift }, kind: 'link' };
}

/** Each opening HTML tag with the tag that closes it. Each is a `tag`, too. */
export function pairTags(text: string, tags: readonly Utf16Range[]): Markup[] {
  const open: { name: string; tag: Utf16Range }[] = [];
  const found: Markup[] = tags.map((tag) => ({ ...tag, content: tag, kind: 'tag' }));
  for (const tag of tags) {
    const [, slash, name = ''] = TAG_NAME.exec(text.slice(tag.start, tag.end)) ?? [];
    if (slash !== '/') {
      open.push({ name: name.toLowerCase(), tag });
      continue;
    }
    const at = open.findLastIndex((one) => one.name === name.toLowerCase());
    const opening = open[at];
    if (opening === undefined) continue;
    open.length = at;
    found.push({
      start: opening.tag.start,
      end: tag.end,
      content: { start: opening.tag.end, end: tag.start },
      kind: 'phrase',
    });
  }
  return found;
}
