import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import type { Ask } from '../../views/debate/protocol';

/** What names of files can't have in some system. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;
const LONGEST_NAME = 80;

/**
 * Writes a picture where the analyst wants it.
 *
 * @returns false if he closed the question
 */
export async function savePicture({ name, kind, data }: Ask<'save'>): Promise<boolean> {
  const bytes = kind === 'svg' ? new TextEncoder().encode(data) : bytesOf(data);
  const file = `${name.replace(FORBIDDEN, ' ').trim().slice(0, LONGEST_NAME) || 'picture'}.${kind}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, file) }),
    filters: { [kind.toUpperCase()]: [kind] },
  });
  if (target === undefined) return false;
  await vscode.workspace.fs.writeFile(target, bytes);
  return true;
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  } catch {
    throw new RefusedError(vscode.l10n.t('The picture couldn’t be read.'));
  }
}
