import type * as vscode from 'vscode';
import { findFilesIn } from '../platform/findFiles';
import { isSidecar, SIDECAR_GLOB } from '../platform/uris';

/** The sidecars in a folder and below it. */
export async function findSidecarsIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  // Many hide sidecars from the explorer, as one sees them in the sidebar.
  return findFilesIn(folder, { glob: SIDECAR_GLOB, matches: isSidecar, alsoHidden: true });
}
