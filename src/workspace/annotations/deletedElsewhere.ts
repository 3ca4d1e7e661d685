import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { articlePath } from '../platform/uris';

/** A change can't be taken back, or made again: another program deleted its annotation. */
export class DeletedElsewhereError extends RefusedError {
  constructor(article: vscode.Uri) {
    super(
      vscode.l10n.t(
        'The annotation of {0} that this change was made to was deleted elsewhere meanwhile.',
        articlePath(article),
      ),
    );
  }
}
