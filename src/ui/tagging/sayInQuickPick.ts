import * as vscode from 'vscode';
import { askChoice, type Choice } from '../asking/ask';

/**
 * Says where one looks, in place of the question that was expected, that nothing can be annotated:
 * what is typed on goes there, and not into the article.
 *
 * @param wayOut what can be done about it
 * @returns whether that was chosen
 */
export async function sayInQuickPick(message: string, wayOut?: string): Promise<boolean> {
  const row = (label: string, icon: string, value: boolean): Choice<boolean> => ({
    label,
    iconPath: new vscode.ThemeIcon(icon),
    alwaysShow: true,
    value,
  });
  const close = row(vscode.l10n.t('Back to the text'), 'close', false);
  const choices = wayOut === undefined ? [close] : [row(wayOut, 'check', true), close];
  return (await askChoice({ title: message, placeholder: message, choices })) === true;
}
