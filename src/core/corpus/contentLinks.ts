import type { Annotation } from '../model/types';

/** A link from one of an article's annotations. */
export interface ContentLink {
  /** The annotation's number in its article. */
  readonly i: number;
  readonly type: string;
  readonly target: string;
}

/** The links from some annotations, in their order. */
export function linksOf(annotations: readonly Annotation[]): ContentLink[] {
  return annotations.flatMap(({ links = [] }, i) =>
    links.map(({ type, target }) => ({ i, type, target })),
  );
}
