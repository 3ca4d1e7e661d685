import type { Found } from '../../core/corpus/findings/found';
import { exportAnnotations } from '../../core/exchange/exportDocument';
import type { ExportedAnnotation } from '../../core/model/types';
import type { OpenedCorpus } from './openCorpus';

/** An annotation that was found, with its places now. */
export interface PlacedFound extends Found {
  readonly annotation: ExportedAnnotation;
}

/** The annotations that were found, each once, where they are now: in export order. */
export async function placeFound(
  { selected, place }: OpenedCorpus,
  found: Iterable<Found>,
  onProgress: (done: number, total: number) => void,
): Promise<PlacedFound[]> {
  const wanted = new Map<string, Set<string>>();
  for (const { article, id } of found)
    wanted.set(article, (wanted.get(article) ?? new Set()).add(id));
  const articles = selected.filter((article) => wanted.has(article));
  const placed: PlacedFound[] = [];
  for (const [n, article] of articles.entries()) {
    const ids = wanted.get(article);
    for (const annotation of exportAnnotations([await place(article)]))
      if (ids?.has(annotation.id) === true) placed.push({ article, id: annotation.id, annotation });
    onProgress(n + 1, articles.length);
  }
  return placed;
}
