import * as vscode from 'vscode';

/** What is looked for, as the box says it. */
export interface Looking {
  readonly title: string;
  readonly placeholder: string;
}

/**
 * Shows an empty box while the next passage is looked for, so that keys that are pressed meanwhile
 * don't reach the article.
 *
 * @returns 'ended' if it was closed with Esc
 */
export async function whileLooking<T>(
  search: Promise<T>,
  { title, placeholder }: Looking,
): Promise<T | 'ended'> {
  const box = vscode.window.createQuickPick();
  box.title = title;
  box.placeholder = placeholder;
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
