import { randomNonce } from './nonce';
import * as vscode from 'vscode';

/** Where the page's files lie in the extension. */
const FILES = ['dist', 'views'];

/** The folder that the page may read. */
export function pageFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, ...FILES);
}

/**
 * The page of the debate's tab: nothing but its script and its style sheet. Nothing else may run,
 * and nothing is loaded from anywhere; pictures are drawn from what the page itself made (`blob:`).
 */
export function printPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomNonce();
  const file = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extension), name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" nonce="${nonce}" href="${file('debate.css')}">
    <title>Claim Annotator</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${file('debate.js')}"></script>
  </body>
</html>
`;
}
