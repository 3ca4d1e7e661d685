import * as vscode from 'vscode';

/** Why a file couldn't be written and what can be done about it, in words for the analyst. */
export function whyNotWritten(error: unknown): string {
  const { code, message } =
    error instanceof Error
      ? (error as Error & { code?: unknown })
      : { code: undefined, message: String(error) };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return vscode.l10n.t('The disk is full: free some space.');
    case 'EACCES':
    case 'EPERM':
    case 'NoPermissions':
      return vscode.l10n.t(
        'Writing is not permitted there: check the permissions of the file and its folder.',
      );
    case 'EROFS':
      return vscode.l10n.t('The folder is read-only.');
    default:
      return message;
  }
}
