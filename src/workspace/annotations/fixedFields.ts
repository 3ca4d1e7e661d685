import * as vscode from 'vscode';
import { FIXED_FIELDS } from '../../core/model/fields';
import { RefusedError } from '../../core/model/problem';

/** @throws RefusedError if one of the fields is set once and for all */
export function refuseFixed(changes: object): void {
  const fixed = Object.keys(changes).filter((key) => FIXED_FIELDS.has(key));
  if (fixed.length > 0)
    throw new RefusedError(vscode.l10n.t('“{0}” can’t be changed.', fixed.join('”, “')));
}
