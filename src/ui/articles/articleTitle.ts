import type { AnnotationIndex } from '../../workspace/annotations/annotationIndex';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { nameOf } from '../../workspace/platform/uris';

/** The title of an annotation's article; the name of its file as long as that isn't known. */
export function articleTitle(
  index: AnnotationIndex,
  { article, uri }: Pick<IndexedAnnotation, 'article' | 'uri'>,
): string {
  return index.factsOf(article).title ?? nameOf(uri);
}
