import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import type { CodebookStore, LoadedCodebook } from '../codebooks/codebookStore';
import type { CodebookWriter } from '../codebooks/codebookWriter';
import { articlePath, CODEBOOK_NAME } from '../platform/uris';
import type { AnnotationHistory } from './annotationHistory';

/** Changes codebooks, each time as one step that can be taken back. */
export class CodebookEditor {
  constructor(
    private readonly codebooks: CodebookStore,
    private readonly writer: CodebookWriter,
    private readonly history: AnnotationHistory,
  ) {}

  /**
   * Where the codebook of a file's folder is, or would be.
   *
   * @param uri the folder itself, or anything in it
   * @returns undefined outside of all folders
   */
  codebookOf(uri: vscode.Uri | undefined): vscode.Uri | undefined {
    const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
    return folder && vscode.Uri.joinPath(folder.uri, CODEBOOK_NAME);
  }

  /** A codebook as it was read last; undefined if there is no such file. */
  read(codebook: vscode.Uri): LoadedCodebook | undefined {
    return this.codebooks.all().find(({ uri }) => uri.toString() === codebook.toString());
  }

  /**
   * Changes a codebook, or makes the file.
   *
   * @param edit from the present text, which is empty where there is no file, to the new one
   * @returns whether anything changed
   * @throws RefusedError that names the file, if it can't be changed: nothing was written then
   */
  async change(codebook: vscode.Uri, edit: (text: string) => string): Promise<boolean> {
    try {
      const change = await this.writer.edit(codebook, (text = '') => edit(text));
      if (change !== undefined) this.history.add({ changes: [], codebooks: [change] });
      return change !== undefined;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      throw new RefusedError(`${articlePath(codebook)}: ${error.message}`, { cause: error });
    }
  }
}
