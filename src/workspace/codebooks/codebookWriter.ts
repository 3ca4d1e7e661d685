import * as vscode from 'vscode';
import type { CodebookChange } from '../../core/merge/changes/changeHistory';
import { RefusedError } from '../../core/model/problem';
import { openDocument, replaceText, saveOrFollow } from '../platform/documents';
import type { LocalFiles } from '../platform/localFiles';
import { articlePath, isUtf8 } from '../platform/uris';
import type { CodebookStore } from './codebookStore';

/** Makes a codebook's new text from its present one; undefined: there is no such file. */
export type CodebookEdit = (text: string | undefined) => string;

/** How often a change is tried in an editor, and how long is waited in between, in milliseconds. */
const ATTEMPTS = 5;
const WAIT = 100;

/** Changes codebooks where they are: on the disk, or in the editor in which they are open. */
export class CodebookWriter {
  constructor(
    private readonly disk: LocalFiles,
    private readonly codebooks: CodebookStore,
  ) {}

  /**
   * Changes a codebook's text, or makes the file.
   *
   * @returns what changed; undefined where nothing did
   * @throws what `edit` throws; RefusedError if its editor doesn't take the change
   */
  async edit(uri: vscode.Uri, edit: CodebookEdit): Promise<CodebookChange | undefined> {
    const change =
      (await this.editInEditor(uri, edit)) ?? (await this.editOnDisk(uri, edit)) ?? undefined;
    await this.codebooks.reload(uri);
    return change === undefined || change.before === change.after ? undefined : change;
  }

  /** Takes a change back, or makes it again, where nobody changed the file since. */
  async restore({ uri, before, after }: CodebookChange, isUndo: boolean): Promise<void> {
    const [from, to] = isUndo ? [after, before ?? ''] : [before, after];
    const file = vscode.Uri.parse(uri);
    await this.edit(file, (text) => {
      if ((text ?? '') !== (from ?? ''))
        throw new RefusedError(
          vscode.l10n.t('{0} was changed meanwhile: change it by hand.', articlePath(file)),
        );
      return to;
    });
    // What wasn't there before isn't there afterwards.
    if (isUndo && before === undefined) await vscode.workspace.fs.delete(file);
    await this.codebooks.reload(file);
  }

  /** @returns undefined if it isn't open */
  private async editInEditor(
    uri: vscode.Uri,
    edit: CodebookEdit,
  ): Promise<CodebookChange | undefined> {
    const document = openDocument(uri);
    if (document === undefined) return undefined;
    if (!isUtf8(document))
      throw new RefusedError(
        vscode.l10n.t('Open in its editor with another encoding than UTF-8: reopen it with UTF-8.'),
      );
    const readText = async () =>
      Promise.resolve(vscode.workspace.fs.readFile(uri))
        .then(decode)
        .catch(() => undefined);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { isDirty } = document;
      const before = document.getText();
      const after = edit(before);
      if (after === before) return { uri: uri.toString(), before, after };
      // An editor that is taking over what another program wrote refuses a change of its old text.
      if (!(await replaceText(document, after))) {
        await new Promise((resolve) => setTimeout(resolve, WAIT));
        continue;
      }
      // What the analyst was typing stays unsaved.
      if (!isDirty && (await saveOrFollow(document, before, readText)) === undefined) continue;
      return { uri: uri.toString(), before, after };
    }
    throw new RefusedError(
      vscode.l10n.t('{0} could not be changed in its editor.', articlePath(uri)),
    );
  }

  private async editOnDisk(
    uri: vscode.Uri,
    edit: CodebookEdit,
  ): Promise<CodebookChange | undefined> {
    let change: CodebookChange | undefined;
    await this.disk.updateFile(uri, (bytes) => {
      const before = bytes && decode(bytes);
      const after = edit(before);
      change = { uri: uri.toString(), before, after };
      return after === before ? undefined : new TextEncoder().encode(after);
    });
    return change;
  }
}

/** With its byte-order mark, which is to stay. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new RefusedError(vscode.l10n.t('not UTF-8: save the file with the encoding UTF-8'), {
      cause: error,
    });
  }
}
