import * as vscode from 'vscode';
import { shownText } from '../core/text/shownText';

/**
 * Notifications whose text may come from files. VS Code makes links of `[text](address)` in them,
 * also ones that run commands: an invisible space keeps the text and breaks the link.
 *
 * @returns the button that was pressed; undefined if it was closed
 */
export const notify = {
  error: (message: string, ...buttons: string[]) =>
    vscode.window.showErrorMessage(withoutLinks(message), ...buttons),
  warning: (message: string, ...buttons: string[]) =>
    vscode.window.showWarningMessage(withoutLinks(message), ...buttons),
  info: (message: string, ...buttons: string[]) =>
    vscode.window.showInformationMessage(withoutLinks(message), ...buttons),
};

function withoutLinks(message: string): string {
  return shownText(message).replaceAll('](', ']\u200b(');
}
