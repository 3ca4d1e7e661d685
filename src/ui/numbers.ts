import * as vscode from 'vscode';

/** Making one takes longer than what it is made for. */
/** Made when first needed, and once: that takes longer than much else that is done at the start. */
let format: Intl.NumberFormat | undefined;

/** A number as people of the window's language write it. */
export function shownNumber(number: number): string {
  format ??= new Intl.NumberFormat(vscode.env.language);
  return format.format(number);
}
