import * as vscode from 'vscode';
import { DEFAULT_CODEBOOK, mergeCodebooks } from '../../core/codebook/codebook';
import { newCodebook } from '../../core/codebook/edit/newCodebook';
import { valuesInUse } from '../../core/corpus/query/valuesInUse';
import { RefusedError } from '../../core/model/problem';
import { askCodebook } from '../../ui/codebook/askCodebook';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import { articlePath } from '../../workspace/platform/uris';
import type { Services } from '../services';

/**
 * Makes the codebook of a folder from what its annotations use.
 *
 * @returns where it is; undefined if the question for the folder was closed
 * @throws RefusedError if there is one
 */
export async function makeCodebook(
  { codebooks, codebookEditor, index }: Pick<Services, 'codebooks' | 'codebookEditor' | 'index'>,
  uri: vscode.Uri | undefined,
  byHand: boolean,
): Promise<vscode.Uri | undefined> {
  await codebooks.loadCodebooks();
  const codebook = await askCodebook(codebookEditor, {
    uri,
    byHand,
    among: (vscode.workspace.workspaceFolders ?? [])
      .map((folder) => folder.uri)
      .filter((folder) => {
        const own = codebookEditor.codebookOf(folder);
        return own !== undefined && codebookEditor.read(own) === undefined;
      }),
  });
  if (codebook === undefined) return undefined;
  await index.loadWorkspace();
  const root = codebook.with({ path: codebook.path.replace(/[^/]+$/, '') }).toString();
  const inUse = await inSteps(valuesInUse(index.corpus, (article) => article.startsWith(root)));
  await codebookEditor.change(codebook, (text) => {
    if (text !== '')
      throw new RefusedError(
        vscode.l10n.t('There is a codebook already: {0}', articlePath(codebook)),
      );
    return newCodebook(mergeCodebooks([DEFAULT_CODEBOOK, inUse]));
  });
  return codebook;
}
