import * as vscode from 'vscode';
import { entriesOf } from '../../core/codebook/readCodebook';
import { entryName, type Section } from '../../core/codebook/sections';
import { RefusedError } from '../../core/model/problem';
import type { CodebookEditor } from '../../workspace/annotations/codebookEditor';
import type { LoadedCodebook } from '../../workspace/codebooks/codebookStore';
import { askChoice, BACK, type Choice } from '../asking/ask';

/** Where a command says that a codebook is. */
interface Place {
  /** The workspace folder, or anything in it. */
  readonly uri?: vscode.Uri | undefined;
  /** Whether a person can be asked. */
  readonly byHand: boolean;
  /** The folders that are likelier than others; asked for among these alone, if there are any. */
  readonly among?: readonly vscode.Uri[];
}

/**
 * The codebook that is to be changed, which needn't exist yet: the given folder's, that of the only
 * folder, or the one that is chosen; a program gets that of the article in the editor, else the
 * first folder's.
 *
 * @returns undefined if the question was closed
 * @throws RefusedError if there is no such folder
 */
export async function askCodebook(
  editor: CodebookEditor,
  { uri, byHand, among = [] }: Place,
): Promise<vscode.Uri | undefined> {
  if (uri !== undefined) {
    const given = editor.codebookOf(uri);
    if (given !== undefined) return given;
    throw new RefusedError(vscode.l10n.t('{0} lies in no folder of this window.', uri.fsPath));
  }
  const open = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  const folders = among.length > 0 ? among : open;
  const [first] = folders;
  if (first === undefined)
    throw new RefusedError(
      vscode.l10n.t('Open a folder first: a codebook lies at the root of one.'),
    );
  const active = vscode.window.activeTextEditor?.document.uri;
  const likely = active && vscode.workspace.getWorkspaceFolder(active)?.uri;
  const isMeant = (folder: vscode.Uri) => folder.toString() === likely?.toString();
  if (folders.length === 1 || !byHand) return editor.codebookOf(folders.find(isMeant) ?? first);
  const choices = folders.map((folder): Choice<vscode.Uri> => ({
    label: vscode.workspace.getWorkspaceFolder(folder)?.name ?? folder.fsPath,
    iconPath: new vscode.ThemeIcon('folder'),
    value: folder,
  }));
  const chosen = await askChoice({
    title: vscode.l10n.t('The codebook of which folder?'),
    placeholder: vscode.l10n.t('Choose'),
    choices,
    active: choices.find(({ value }) => isMeant(value)),
  });
  return chosen === undefined || chosen === BACK ? undefined : editor.codebookOf(chosen);
}

/**
 * The codebook of a folder that lists an entry, and counts for it: the first one.
 *
 * @returns undefined if none does
 */
export function codebookListing(
  codebooks: readonly LoadedCodebook[],
  section: Section,
  name: string,
): vscode.Uri | undefined {
  const lists = (file: LoadedCodebook) =>
    entriesOf(file, section).some((entry) => entryName(section, entry) === name);
  return codebooks.find(lists)?.uri;
}
