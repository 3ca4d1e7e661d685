import * as vscode from 'vscode';
import { unreadableArticle } from '../../core/check/articleFindings';
import { RefusedError } from '../../core/model/problem';
import { isFile } from '../platform/isFile';
import { articlePath } from '../platform/uris';

/** @throws RefusedError if the article can't be opened */
export async function openArticleDocument(article: vscode.Uri): Promise<vscode.TextDocument> {
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

/** What to say of an article that is there, but can't be read. */
export function cannotBeRead(article: vscode.Uri, reason: string): string {
  return unreadableArticle(articlePath(article), reason).message;
}
