import type { Annotation } from './types';

/** The words of an annotation; those of several passages with an ellipsis between them. */
export function quoteOf({ passages }: Pick<Annotation, 'passages'>): string {
  return passages.map(({ exact }) => exact).join(' … ');
}
