import * as vscode from 'vscode';
import { stanceMark, type Labels } from '../../ui/labels';

/** Rows of annotations have addresses of this kind, for VS Code to ask for their badges. */
const SCHEME = 'claim-annotator-row';

/** What VS Code asks for a row's badge by; undefined without a stance. */
export function badgeUri(stance: string | undefined): vscode.Uri | undefined {
  return stance === undefined ? undefined : vscode.Uri.from({ scheme: SCHEME, path: `/${stance}` });
}

/**
 * The mark of the stance at the right end of a row: what stands behind a long quotation is cut off
 * in a narrow sidebar, a badge isn't.
 */
export function registerStanceBadges(labels: Labels): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme, path }) => {
      if (scheme !== SCHEME) return undefined;
      const stance = path.slice(1);
      return new vscode.FileDecoration(stanceMark(stance), labels.stance(stance));
    },
  });
}
