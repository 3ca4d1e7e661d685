import type { Annotation, State } from '../model/types';
import { linksOf, type ContentLink } from './contentLinks';
import { codedValue, type CodedField } from './packed/packArticles';

/** A field of which an annotation has one value as text; of lists, all in one as JSON. */
export type ContentField = CodedField;

/** One annotation, and what became of its passages. */
export interface HeldItem {
  readonly annotation: Annotation;
  /** Undefined while the article hasn't been looked into since the sidecar was read. */
  readonly state: State | undefined;
  /** Its words are being typed in: they are stored once the article is saved. */
  readonly isTypedIn?: boolean;
}

/**
 * Whether an annotation was found with other words than it quotes, and the analyst is to look at
 * that: not where the analyst is just typing them.
 */
export function hasChangedWords({ state, isTypedIn }: Omit<HeldItem, 'annotation'>): boolean {
  return state === 'changed' && isTypedIn !== true;
}

/**
 * One article's annotations, in reading order, as the corpus asks for them: what groups and lists
 * are made from can be told of each by its number, without an object for it.
 */
export interface ArticleContent<Item> {
  readonly count: number;
  ids(): readonly string[];
  /** The links from its annotations, in their order. */
  links(): readonly ContentLink[];
  hasLinks(): boolean;
  valueOf(i: number, field: ContentField): string | undefined;
  stateOf(i: number): State | undefined;
  isTypedIn(i: number): boolean;
  hasConflicts(i: number): boolean;
  /** Whether its date was taken over from the article. */
  isDateInferred(i: number): boolean;
  /** When it was changed or made last, in milliseconds since 1970; 0 where that isn't said. */
  timeOf(i: number): number;
  items(): readonly Item[];
  /** One of them; undefined if there are not so many. */
  itemAt(i: number): Item | undefined;
}

/** The annotations of an article that is open, or whose sidecar is being worked on. */
export class LiveContent<Item extends HeldItem> implements ArticleContent<Item> {
  constructor(private readonly held: readonly Item[]) {}

  get count(): number {
    return this.held.length;
  }

  ids(): readonly string[] {
    return this.held.map(({ annotation }) => annotation.id);
  }

  links(): readonly ContentLink[] {
    return linksOf(this.held.map(({ annotation }) => annotation));
  }

  hasLinks(): boolean {
    return this.held.some(({ annotation: { links = [] } }) => links.length > 0);
  }

  valueOf(i: number, field: ContentField): string | undefined {
    const annotation = this.held[i]?.annotation;
    return annotation && codedValue(annotation, field);
  }

  stateOf(i: number): State | undefined {
    return this.held[i]?.state;
  }

  isTypedIn(i: number): boolean {
    return this.held[i]?.isTypedIn === true;
  }

  hasConflicts(i: number): boolean {
    return (this.held[i]?.annotation.conflicts ?? []).length > 0;
  }

  isDateInferred(i: number): boolean {
    return this.held[i]?.annotation.dateInferred === true;
  }

  timeOf(i: number): number {
    const { modified, created } = this.held[i]?.annotation ?? {};
    return Date.parse(modified ?? created ?? '') || 0;
  }

  items(): readonly Item[] {
    return this.held;
  }

  itemAt(i: number): Item | undefined {
    return this.held[i];
  }
}

/** Up to so many annotations of an article are unpacked together: singly, each takes longer. */
const FEW = 64;

/** Reads single annotations of an article, by their numbers. */
export function itemReader<Item>(content: ArticleContent<Item>): (i: number) => Item | undefined {
  if (content.count > FEW) return (i) => content.itemAt(i);
  let items: readonly Item[] | undefined;
  return (i) => (items ??= content.items())[i];
}
