import type { SyntaxNode } from '@lezer/common';
import type { ParsedRegion } from './parsedRegion';

/** The blocks that hold text themselves, not other blocks. */
const LEAF =
  /^(?:Paragraph|Task|ATXHeading\d|SetextHeading\d|TableCell|FencedCode|CodeBlock|HTMLBlock|CommentBlock|ProcessingInstructionBlock|LinkReference|HorizontalRule)$/;

/** A block that holds text, with the place of its words in the article. */
export interface Leaf {
  readonly node: SyntaxNode;
  readonly start: number;
  readonly end: number;
}

/**
 * The block of text at a place: on its line, the one that ends behind the place or, right of all,
 * the last. In a row of a table these are the cells.
 *
 * @param line the line's edges
 */
export function leafAt(
  text: string,
  { tree, start: shift }: ParsedRegion,
  offset: number,
  line: { readonly start: number; readonly end: number },
): Leaf | undefined {
  const leaves: Leaf[] = [];
  tree.iterate({
    from: Math.max(0, line.start - shift),
    to: Math.max(0, line.end - shift),
    enter: ({ node, name, from, to }) => {
      if (!LEAF.test(name)) return true;
      leaves.push({ node, start: from + shift, end: to + shift });
      return false;
    },
  });
  const onLine = leaves.filter(
    ({ start, end }) => start <= line.end && end > line.start && start < end,
  );
  // The space behind a cell's words belongs to the cell.
  const isInCell = ({ node, end }: Leaf) =>
    node.name === 'TableCell' && offset === end && text.charAt(end) === ' ';
  return onLine.find((leaf) => offset < leaf.end || isInCell(leaf)) ?? onLine.at(-1);
}
