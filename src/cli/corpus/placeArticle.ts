import type { ArticleForExport } from '../../core/exchange/exportDocument';
import { placeAnnotations, type PlacedAnnotation } from '../../core/placing/placeAnnotations';
import { ArticleText } from '../../core/text/articleText';
import { toArticleText } from '../../core/text/lineEndings';
import { readFile } from '../../disk/readFile.node';
import { decodeArticle } from './decodeArticle';
import type { SidecarContent } from './readSidecar';

/** A larger article can't be annotated, and isn't read for its annotations' places. */
const MAX_BYTES = 50 * 1024 * 1024;

/** An article with the present places of its annotations. */
export interface PlacedArticle extends ArticleForExport {
  /** Why the article can't be read, though it is there: then nothing is known of the places. */
  readonly unreadable?: string;
}

/**
 * An article with its annotations where they are now; those of an article that is gone, or can't be
 * read, have no places.
 *
 * @param path as results have it
 */
export async function placeArticle(
  article: string,
  path: string,
  { article: override, annotations }: SidecarContent,
): Promise<PlacedArticle> {
  const nowhere = () =>
    annotations.map((annotation): PlacedAnnotation => ({
      annotation,
      passages: annotation.passages.map(() => ({ state: 'orphaned' })),
    }));
  try {
    const bytes = await readFile(article, MAX_BYTES);
    if (bytes === undefined) return { path, article: undefined, override, placed: nowhere() };
    const text = new ArticleText(toArticleText(decodeArticle(bytes, override.encoding)));
    return { path, article: text, override, placed: placeAnnotations(text, annotations) };
  } catch (error) {
    const unreadable = error instanceof Error ? error.message : String(error);
    return { path, article: undefined, override, placed: nowhere(), unreadable };
  }
}
