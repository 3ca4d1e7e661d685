import * as vscode from 'vscode';
import { unreadableArticle } from '../../core/check/articleFindings';
import { RefusedError } from '../../core/model/problem';
import { openDocument } from '../platform/documents';
import { isFile } from '../platform/isFile';
import { articlePath } from '../platform/uris';

/**
 * VS Code hands no larger text to extensions: such an article can't be annotated, and isn't read
 * for its annotations' places. In bytes.
 */
export const MAX_ARTICLE_BYTES = 50 * 1024 * 1024;

/** @throws RefusedError if the article can't be opened */
export async function openArticleDocument(article: vscode.Uri): Promise<vscode.TextDocument> {
  const shown = openDocument(article);
  if (shown !== undefined) return shown;
  // VS Code would read all of it, for seconds, before it says so.
  if (await isTooLarge(article))
    throw new RefusedError(
      cannotBeRead(article, vscode.l10n.t('larger than {0} MB', MAX_ARTICLE_BYTES >> 20)),
    );
  try {
    return await vscode.workspace.openTextDocument(article);
  } catch (error) {
    if (await isFile(article))
      throw new RefusedError(
        cannotBeRead(article, error instanceof Error ? error.message : String(error)),
        { cause: error },
      );
    throw new RefusedError(
      vscode.l10n.t(
        '{0} can’t be opened: was it moved or deleted? Its annotations are kept in its sidecar.',
        articlePath(article),
      ),
      { cause: error },
    );
  }
}

async function isTooLarge(article: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(article)).then(
    ({ size }) => size > MAX_ARTICLE_BYTES,
    () => false,
  );
}

/** What to say of an article that is there, but can't be read. */
export function cannotBeRead(article: vscode.Uri, reason: string): string {
  return unreadableArticle(articlePath(article), reason).message;
}
