import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { openArticleDocument } from '../../workspace/articles/articleDocument';
import type { OpenArticles } from '../../workspace/articles/openArticles';
import { articlePath, isArticle } from '../../workspace/platform/uris';
import type { SidecarStore } from '../../workspace/sidecars/sidecarStore';
import { sayInQuickPick } from './sayInQuickPick';

interface Sources {
  readonly open: OpenArticles;
  readonly sidecars: SidecarStore;
}

/**
 * The article that is to be annotated, saved: positions in a sidecar are those of the file on the
 * disk. What stands in the way is said before the analyst answers questions for nothing.
 *
 * @param uri of the article; undefined: the one in the editor
 * @param byHand whether it may be asked to save it
 * @returns undefined if the analyst leaves it
 * @throws RefusedError if it can't be annotated
 */
export async function articleToTag(
  { open, sidecars }: Sources,
  uri: vscode.Uri | undefined,
  byHand: boolean,
): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor;
  if (byHand && uri === undefined && active !== undefined && !isArticle(active.document)) {
    await sayInQuickPick(whyNoArticle(active.document));
    return undefined;
  }
  const document = await savedArticle(uri, byHand);
  if (document === undefined) return undefined;
  const file = await sidecars.loadSidecar(document.uri);
  await open.found(document.uri);
  const misread = open.encodings.misread(document.uri);
  if (misread !== undefined)
    throw new RefusedError(
      vscode.l10n.t(
        '{0} is open as {1}, but it is written in {2}: reopen it with that encoding (in the status bar), then annotate.',
        articlePath(document.uri),
        misread.document.encoding,
        misread.encoding,
      ),
    );
  if (file?.refusal !== undefined)
    throw new RefusedError(sidecars.describe(document.uri, file, file.refusal));
  return document;
}

async function savedArticle(
  uri: vscode.Uri | undefined,
  byHand: boolean,
): Promise<vscode.TextDocument | undefined> {
  const document =
    uri === undefined ? vscode.window.activeTextEditor?.document : await openArticleDocument(uri);
  if (document === undefined)
    throw new RefusedError(vscode.l10n.t('Open the article that you want to annotate first.'));
  if (!isArticle(document)) throw new RefusedError(whyNoArticle(document));
  if (!document.isUntitled && !document.isDirty) return document;
  const message = vscode.l10n.t(
    '{0} is not saved yet. Save it first, so that the annotation fits the file.',
    articlePath(document.uri),
  );
  if (!byHand) throw new RefusedError(message);
  const save = vscode.l10n.t('Save and Annotate');
  if (!(await sayInQuickPick(message, save))) return undefined;
  const saved = document.isUntitled
    ? await vscode.workspace.saveAs(document.uri)
    : await vscode.workspace.save(document.uri);
  if (saved === undefined) return undefined;
  const reopened = await vscode.workspace.openTextDocument(saved);
  return reopened.isDirty ? undefined : reopened;
}

function whyNoArticle({ uri }: vscode.TextDocument): string {
  return vscode.l10n.t(
    '{0} is not an article: sidecars, codebooks and read-only views can’t be annotated.',
    articlePath(uri),
  );
}
