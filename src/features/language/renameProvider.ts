import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { namedAt } from '../../core/language/namings';
import { RENAMED_FIELDS, type RenamedField } from '../../core/rename/renaming';
import { rangeIn, type LanguageFiles } from './languageFiles';

interface Renamable {
  readonly field: RenamedField;
  readonly name: string;
  readonly range: vscode.Range;
}

/** Renames a speaker, topic or tag in place, and with it everywhere, as one step to undo. */
export class LanguageRename implements vscode.RenameProvider {
  constructor(private readonly files: LanguageFiles) {}

  prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): { range: vscode.Range; placeholder: string } {
    const { range, name } = this.renamableAt(document, position);
    return { range, placeholder: name };
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    to: string,
  ): Promise<vscode.WorkspaceEdit> {
    const { field, name } = this.renamableAt(document, position);
    const args = { field, from: name, to, inPlace: true, byHand: true };
    await vscode.commands.executeCommand(COMMANDS.rename, args);
    // All is done: by the one who changes sidecars, also those that aren't open.
    return new vscode.WorkspaceEdit();
  }

  /** @throws Error that says why it can't be renamed; VS Code shows it */
  private renamableAt(document: vscode.TextDocument, position: vscode.Position): Renamable {
    const file = this.files.of(document);
    const spot = file && namedAt(file, document.offsetAt(position));
    const field = RENAMED_FIELDS.find((one) => one === spot?.meaning);
    if (spot === undefined || field === undefined)
      throw new Error(vscode.l10n.t('Only speakers, topics and tags can be renamed here.'));
    if (spot.isAlias)
      throw new Error(
        vscode.l10n.t('This is another name of the speaker: change it by hand, or rename “name”.'),
      );
    return { field, name: spot.text, range: rangeIn(document, spot.range) };
  }
}
