import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import type { PlacedAnnotation } from '../../core/placing/placeAnnotations';
import type { ArticleText } from '../../core/text/articleText';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { cannotBeRead } from '../../workspace/articles/articleDocument';
import { articlePath } from '../../workspace/platform/uris';
import type { Services } from '../services';

/** What deciding about places works with. */
export type PlaceServices = Pick<Services, 'editor' | 'open' | 'reader' | 'target'>;

/** An annotation with its article as it is now. */
export interface Found {
  readonly item: IndexedAnnotation;
  readonly uri: vscode.Uri;
  readonly article: ArticleText;
  readonly placed: PlacedAnnotation;
  readonly all: readonly PlacedAnnotation[];
}

/**
 * The annotation that a command is about, with its article.
 *
 * @returns undefined if the analyst closed the question which one
 * @throws RefusedError if the article can't be read
 */
export async function findPlaced(
  { target, reader }: PlaceServices,
  args: { id?: string; uri?: vscode.Uri },
): Promise<Found | undefined> {
  const item = await target.resolve(args);
  if (item === undefined) return undefined;
  const { uri } = item;
  const { article, placed: all, unreadable } = await reader.placeArticle(uri);
  if (unreadable !== undefined) throw new RefusedError(cannotBeRead(uri, unreadable));
  const placed = all.find(({ annotation }) => annotation.id === item.annotation.id);
  if (article === undefined || placed === undefined)
    throw new RefusedError(
      vscode.l10n.t(
        '{0} can’t be opened: was it moved or deleted? Its annotations are kept in its sidecar.',
        articlePath(uri),
      ),
    );
  return { item, uri, article, placed, all };
}
