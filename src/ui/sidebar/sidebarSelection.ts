import * as vscode from 'vscode';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';

/** The annotations whose rows are selected in the sidebar, which keys pressed there are about. */
export class SidebarSelection {
  annotations: readonly IndexedAnnotation[] = [];
}

/**
 * Folds or unfolds the row in focus once more: selecting a group's row for a key did it, and the
 * key has nothing to do there.
 */
export async function refoldGroup(): Promise<void> {
  await vscode.commands.executeCommand('list.toggleExpand');
}
