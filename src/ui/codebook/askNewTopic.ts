import * as vscode from 'vscode';
import { setEntry } from '../../core/codebook/edit/editCodebook';
import { RefusedError } from '../../core/model/problem';
import { shownText } from '../../core/text/shownText';
import type { CodebookEditor } from '../../workspace/annotations/codebookEditor';
import { notify } from '../notify';
import { askCodebook } from './askCodebook';

/**
 * Asks what a new topic claims, and puts it into the codebook, which is made where there is none.
 * Where the codebook can't be changed, that is said, and the topic is free text.
 *
 * @param article in whose folder the codebook is; left out: the only folder's, or one that is
 *   chosen
 * @returns the topic; undefined if the question was closed
 */
export async function askNewTopic(
  editor: CodebookEditor,
  topic: string,
  article: vscode.Uri | undefined,
): Promise<string | undefined> {
  const isInFolder = editor.codebookOf(article) !== undefined;
  if (!isInFolder && vscode.workspace.workspaceFolders === undefined) return topic;
  const typed = await vscode.window.showInputBox({
    title: shownText(vscode.l10n.t('New topic: {0}', topic)),
    prompt: vscode.l10n.t('What is claimed, in a sentence? Enter alone leaves it out'),
    ignoreFocusOut: true,
  });
  if (typed === undefined) return undefined;
  try {
    const uri = isInFolder ? article : undefined;
    const codebook = await askCodebook(editor, { uri, byHand: true });
    const statement = typed.trim();
    if (codebook !== undefined)
      await editor.change(codebook, (text) => setEntry(text, 'topics', topic, { statement }));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    void notify.error(error.message);
  }
  return topic;
}
