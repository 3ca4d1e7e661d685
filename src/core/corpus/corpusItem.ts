import type { HeldItem } from './articleContent';

/** One annotation in its article. */
export interface CorpusItem extends HeldItem {
  /** The article's key: whatever names it uniquely for the caller. */
  readonly article: string;
}

/** A link as seen from its target. */
export interface Backlink<Item extends CorpusItem = CorpusItem> {
  readonly type: string;
  readonly source: Item;
}
