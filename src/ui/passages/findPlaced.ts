import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import type { PlacedAnnotation } from '../../core/placing/placeAnnotations';
import type { ArticleText } from '../../core/text/articleText';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { cannotBeRead } from '../../workspace/articles/articleDocument';
import type { ArticleReader } from '../../workspace/articles/articleReader';
import type { OpenArticles } from '../../workspace/articles/openArticles';
import { articlePath } from '../../workspace/platform/uris';
import type { Target, TargetResolver } from '../target';

/** By what an annotation is found with its article. */
export interface PlacedSources {
  readonly open: OpenArticles;
  readonly reader: ArticleReader;
  readonly target: TargetResolver;
}

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
  { target, reader }: Pick<PlacedSources, 'reader' | 'target'>,
  args: Target,
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

/** @throws RefusedError if the article has unsaved changes: a sidecar's positions are the file's */
export function refuseUnsaved(document: vscode.TextDocument | undefined): void {
  if (document?.isDirty === true)
    throw new RefusedError(
      vscode.l10n.t(
        '{0} is not saved yet. Save it first, so that the annotation fits the file.',
        articlePath(document.uri),
      ),
    );
}
