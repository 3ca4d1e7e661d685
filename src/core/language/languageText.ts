import type { Annotation } from '../model/types';
import { readSidecarQuickly } from '../sidecar/readQuickly';
import type { Utf16Range } from '../text/range';
import { cutText, type TextBlock } from './cutText';
import { readLoosely, type LooseNode, type LooseScalar } from './looseTree';

/** What a text of the language is. */
export type LanguageKind = 'sidecar' | 'codebook';

/**
 * Where in a file something stands: keys from the top on, `*` for an item of a list, as in
 * `annotations.*.speaker`.
 */
export type LanguagePath = readonly string[];

/** A key or a text of a file. */
export interface Spot {
  readonly path: LanguagePath;
  readonly isKey: boolean;
  readonly text: string;
  /** Quotation marks included. */
  readonly range: Utf16Range;
  readonly style: LooseScalar['style'];
  readonly block: TextBlock;
}

/** A few blocks more than there are may be remembered. */
const SPARE = 500;

/**
 * A sidecar's or codebook's text, cut into blocks that are read when they are asked for. Each block
 * is read once as long as it says the same, also in later versions of the text.
 */
export class LanguageText {
  readonly blocks: readonly TextBlock[];
  private readonly trees: Map<string, LooseNode | undefined>;
  private readonly annotations: Map<string, Annotation>;

  /** @param known an earlier version */
  constructor(
    readonly text: string,
    readonly kind: LanguageKind,
    known?: LanguageText,
  ) {
    this.blocks = cutText(text);
    this.trees = this.stillMeant(known?.trees ?? new Map<string, LooseNode | undefined>());
    this.annotations = this.stillMeant(known?.annotations ?? new Map<string, Annotation>());
  }

  /** The block that an offset is in; one at its start is in it, one at its end in the next. */
  blockAt(offset: number): TextBlock {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.blocks[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.blocks[low] ?? { start: 0, end: this.text.length, section: undefined };
  }

  /** The blocks that a range touches. */
  blocksIn({ start, end }: Utf16Range): readonly TextBlock[] {
    return this.blocks.filter((block) => block.start <= end && start <= block.end);
  }

  /** What a block says, its places counted from the block's start. */
  treeOf(block: TextBlock): LooseNode | undefined {
    const part = this.text.slice(block.start, block.end);
    const known = this.trees.get(part);
    if (known !== undefined || this.trees.has(part)) return known;
    const tree = readLoosely(part);
    this.trees.set(part, tree);
    return tree;
  }

  /**
   * The annotation that a block is, if it is plainly right: many times as quick as its tree;
   * undefined for any other block.
   */
  plainAnnotation({ start, end, section }: TextBlock): Annotation | undefined {
    if (this.kind !== 'sidecar' || section !== 'annotations') return undefined;
    const part = this.text.slice(start, end);
    const known = this.annotations.get(part);
    if (known !== undefined) return known;
    const read = readSidecarQuickly(`version: 1\nannotations:\n${part}`)?.annotations[0];
    if (read !== undefined) this.annotations.set(part, read);
    return read;
  }

  /** What an item of a list says; undefined for what isn't an item. */
  itemOf(block: TextBlock): LooseNode | undefined {
    const tree = block.section === undefined ? undefined : this.treeOf(block);
    return tree?.kind === 'list' ? tree.items[0] : undefined;
  }

  /** All keys and texts of a block, in their order. */
  *spotsOf(block: TextBlock): Generator<Spot, void> {
    const path = block.section === undefined ? [] : [block.section];
    for (const { node, ...spot } of spotsIn(this.treeOf(block), path)) {
      const { start, end, text, style } = node;
      const range = { start: start + block.start, end: end + block.start };
      yield { ...spot, text, style, range, block };
    }
  }

  /** The key or text at an offset; one that ends there counts too. */
  spotAt(offset: number): Spot | undefined {
    for (const spot of this.spotsOf(this.blockAt(offset)))
      if (spot.range.start <= offset && offset <= spot.range.end) return spot;
    return undefined;
  }

  /** What is remembered of blocks, without that of too many blocks that are gone. */
  private stillMeant<T>(read: Map<string, T>): Map<string, T> {
    if (read.size <= 2 * this.blocks.length + SPARE) return read;
    const parts = new Set(this.blocks.map(({ start, end }) => this.text.slice(start, end)));
    return new Map([...read].filter(([part]) => parts.has(part)));
  }
}

interface TreeSpot {
  readonly path: LanguagePath;
  readonly isKey: boolean;
  readonly node: LooseScalar;
}

function* spotsIn(node: LooseNode | undefined, path: LanguagePath): Generator<TreeSpot, void> {
  if (node === undefined) return;
  if (node.kind === 'scalar') yield { path, isKey: false, node };
  else if (node.kind === 'list')
    for (const item of node.items) yield* spotsIn(item, [...path, '*']);
  else
    for (const { key, value } of node.pairs) {
      const under = [...path, key.text];
      yield { path: under, isKey: true, node: key };
      yield* spotsIn(value, under);
    }
}
