import * as vscode from 'vscode';
import { mergeCodebooks } from '../../core/codebook/codebook';
import { vocabularyOf, type Vocabulary } from '../../core/codebook/vocabulary';
import type { LoadedCodebook } from '../../workspace/codebooks/codebookStore';
import { Disposable } from '../../workspace/platform/disposable';
import type { Services } from '../services';

/** The codebooks as seen from a file: that of its own folder comes first. */
export class FolderCodebooks extends Disposable {
  private readonly vocabularies = new Map<string, Vocabulary>();

  constructor(private readonly codebooks: Services['codebooks']) {
    super();
    this.own(codebooks.onDidChange(() => this.vocabularies.clear()));
    this.own(vscode.workspace.onDidChangeWorkspaceFolders(() => this.vocabularies.clear()));
  }

  /** All codebooks, that of the file's folder first. */
  inOrder(uri: vscode.Uri): LoadedCodebook[] {
    const folder = folderOf(uri);
    const isOwn = (one: LoadedCodebook) => folderOf(one.uri) === folder;
    const all = this.codebooks.all();
    return [...all.filter(isOwn), ...all.filter((one) => !isOwn(one))];
  }

  /** What can be chosen: where two define the same, that of the file's folder counts. */
  vocabularyFor(uri: vscode.Uri): Vocabulary {
    const folder = folderOf(uri) ?? '';
    const known = this.vocabularies.get(folder);
    if (known !== undefined) return known;
    const codebooks = this.inOrder(uri).map(({ codebook }) => codebook);
    const made = vocabularyOf(mergeCodebooks(codebooks));
    this.vocabularies.set(folder, made);
    return made;
  }
}

function folderOf(uri: vscode.Uri): string | undefined {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
}
