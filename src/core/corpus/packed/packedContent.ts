import type { Annotation, State } from '../../model/types';
import type { ArticleContent, ContentField, HeldItem } from '../articleContent';
import type { ContentLink } from '../contentLinks';
import {
  CODED,
  MARKS,
  unpackAnnotation,
  type PackedArticle,
  type PackedArticles,
  type PackedRest,
} from './packArticles';
import { readLinks } from './printLinks';
import type { StringTable } from './stringTable';

const STATES: readonly (State | undefined)[] = [
  undefined,
  'anchored',
  'changed',
  'ambiguous',
  'orphaned',
];
const COLUMN = Object.fromEntries(CODED.map((field, n) => [field, n])) as Record<
  ContentField,
  number
>;

/**
 * Makes packed articles ready to be asked: their codes become those of a common table. The arrays
 * are taken over, not copied.
 */
export function adoptPacked(packed: PackedArticles, table: StringTable): PackedArticles {
  const common = [0, ...packed.strings.map((text) => table.codeOf(text))];
  const { codes } = packed;
  for (let i = 0; i < codes.length; i++) codes[i] = common[codes[i] ?? 0] ?? 0;
  return { ...packed, strings: [] };
}

/** A state as the number under which it is packed. */
export function packState(state: State): number {
  return STATES.indexOf(state);
}

/** The state that was packed under a number; undefined: not looked into yet. */
export function unpackState(packed: number): State | undefined {
  return STATES[packed];
}

/** The ids of the article that was asked last: who asks for one mostly asks for the next, too. */
let lastIds: { readonly printed: string; readonly read: readonly string[] } = {
  printed: '',
  read: [],
};

/** One packed article's annotations, unpacked when somebody asks for them. */
export class PackedContent<Item> implements ArticleContent<Item> {
  /**
   * @param packed adopted (see `adoptPacked`)
   * @param states a number for each annotation (see `packState`); undefined: not looked into yet
   * @param makeItem how the caller holds an annotation
   */
  constructor(
    private readonly table: StringTable,
    private readonly packed: PackedArticles,
    readonly article: PackedArticle,
    private readonly makeItem: (held: HeldItem) => Item,
    private readonly states?: Uint8Array,
  ) {}

  get count(): number {
    return this.article.end - this.article.first;
  }

  /** The same, with what became of the passages. */
  withStates(states: Uint8Array | undefined): PackedContent<Item> {
    return new PackedContent(this.table, this.packed, this.article, this.makeItem, states);
  }

  ids(): readonly string[] {
    const { ids } = this.article;
    if (lastIds.printed !== ids) lastIds = { printed: ids, read: ids === '' ? [] : ids.split(',') };
    return lastIds.read;
  }

  links(): readonly ContentLink[] {
    return readLinks(this.article.links);
  }

  hasLinks(): boolean {
    return this.article.links !== '';
  }

  valueOf(i: number, field: ContentField): string | undefined {
    const row = this.article.first + i;
    return this.table.textOf(this.packed.codes[row * CODED.length + COLUMN[field]] ?? 0);
  }

  stateOf(i: number): State | undefined {
    return unpackState(this.states?.[i] ?? 0);
  }

  isTypedIn(): boolean {
    return false;
  }

  hasConflicts(i: number): boolean {
    return this.isMarked(i, MARKS.conflicts);
  }

  isDateInferred(i: number): boolean {
    return this.isMarked(i, MARKS.dateInferred);
  }

  timeOf(i: number): number {
    return this.packed.times[this.article.first + i] ?? 0;
  }

  lineOf(i: number): number {
    return this.packed.lines[this.article.first + i] ?? 0;
  }

  items(): readonly Item[] {
    const { from, to } = this.article;
    const text = new TextDecoder().decode(this.packed.text.subarray(from, to));
    const rests = JSON.parse(text) as PackedRest[];
    return this.ids().map((id, i) => this.make(i, id, rests[i] ?? [[]]));
  }

  itemAt(i: number): Item | undefined {
    const { first, end, from, to } = this.article;
    if (i < 0 || first + i >= end) return undefined;
    const { starts, text } = this.packed;
    const start = from + (starts[first + i] ?? 0);
    // A comma stands before the next one, and a bracket behind the last one.
    const next = first + i + 1 < end ? from + (starts[first + i + 1] ?? 0) : to;
    const rest = new TextDecoder().decode(text.subarray(start, next - 1));
    return this.make(i, this.ids()[i] ?? '', JSON.parse(rest) as PackedRest);
  }

  private make(i: number, id: string, rest: PackedRest): Item {
    return this.makeItem({ annotation: this.unpack(i, id, rest), state: this.stateOf(i) });
  }

  private isMarked(i: number, mark: number): boolean {
    return ((this.packed.marks[this.article.first + i] ?? 0) & mark) !== 0;
  }

  private unpack(i: number, id: string, rest: PackedRest): Annotation {
    const values = CODED.map((field) => this.valueOf(i, field));
    return unpackAnnotation(id, values, rest);
  }
}
