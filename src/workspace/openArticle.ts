import * as vscode from 'vscode';
import { RefusedError } from '../core/model/problem';
import { articlePath } from './uris';

/** @throws RefusedError if the article can't be opened */
export async function openArticle(article: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(article);
  } catch (error) {
    throw new RefusedError(vscode.l10n.t('{0} can’t be opened: was it moved or deleted? Its annotations are kept in its sidecar.', articlePath(article)), { cause: error });
  }
}
