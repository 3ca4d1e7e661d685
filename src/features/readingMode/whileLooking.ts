import * as vscode from 'vscode';

/**
 * Shows an empty box while the next passage is looked for, so that keys that are pressed meanwhile
 * don't reach the article.
 *
 * @returns 'ended' if it was closed with Esc
 */
export async function whileLooking<T>(search: Promise<T>): Promise<T | 'ended'> {
  const box = vscode.window.createQuickPick();
  box.title = vscode.l10n.t('Tag While Reading');
  box.placeholder = vscode.l10n.t('Looking for the next passage … Esc ends it');
  box.busy = true;
  box.ignoreFocusOut = true;
  const closed = new Promise<'ended'>((resolve) => box.onDidHide(() => resolve('ended')));
  box.show();
  try {
    return await Promise.race([search, closed]);
  } finally {
    box.dispose();
  }
}
