import * as vscode from 'vscode';
import { canonicalEncoding, showTheirEncoding } from '../../core/text/encoding';

/**
 * An article's text as its bytes mean it: what they say themselves goes before the encoding that
 * the sidecar notes; without a note it is what VS Code would take on opening the file, by
 * `files.encoding` and what the bytes show.
 *
 * @param noted the encoding that the sidecar notes; one that VS Code doesn't know counts as none
 */
export async function decodeArticle(
  bytes: Uint8Array,
  article: vscode.Uri,
  noted: string | undefined,
): Promise<string> {
  if (noted === undefined) return vscode.workspace.decode(bytes, { uri: article });
  if (showTheirEncoding(bytes)) {
    const isUtf16 = (bytes[0] ?? 0) >= 0xfe;
    return isUtf16
      ? vscode.workspace.decode(bytes, { uri: article })
      : vscode.workspace.decode(bytes, { encoding: 'utf8' });
  }
  const encoding = canonicalEncoding(noted);
  try {
    return await vscode.workspace.decode(bytes, { encoding });
  } catch {
    return vscode.workspace.decode(bytes, { uri: article });
  }
}
