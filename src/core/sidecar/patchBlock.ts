import { annotationSchema } from '../model/schema';
import type { Annotation } from '../model/types';
import { patchItem, readItem } from '../yaml/patchItem';
import { patchLines } from './patchLines';
import { readItemQuickly } from './quickItems';
import { ANNOTATION_STYLE, printBlock } from './printBlock';

/**
 * The lines of one annotation, changed to say `after`: only what differs is rewritten. Where the
 * careful way doesn't give `after` (an exotic layout), the annotation is printed again.
 *
 * @param block the item's lines in a block list, dash and line end included
 * @param indent what stands before the dash
 * @param before what the lines say, where that is known
 */
export function patchBlock(
  block: string,
  after: Annotation,
  indent: string,
  eol: string,
  before?: Annotation,
): string {
  return (
    patchLines(block, after, eol, before) ??
    patchItem(block, after, eol, ANNOTATION_STYLE) ??
    printBlock(after, indent, eol)
  );
}

/** What an item's lines say; undefined where they are no list of one readable item. */
export function readBlock(block: string): unknown {
  return readItemQuickly(block) ?? readItem(block, annotationSchema);
}
