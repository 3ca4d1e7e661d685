import * as vscode from 'vscode';

/** Making one takes longer than what it is made for. */
const format = new Intl.NumberFormat(vscode.env.language);

/** A number as people of the window's language write it. */
export function shownNumber(number: number): string {
  return format.format(number);
}
