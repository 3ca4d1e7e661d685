import * as vscode from 'vscode';
import type { CommandId } from '../contributions';

export { escapeMarkdown } from '../core/text/escapeMarkdown';

/**
 * A link that runs one of our commands. The Markdown string must trust that command, and that one
 * only.
 */
export function commandLink(
  label: string,
  command: CommandId,
  argument: object,
  tooltip: string,
): string {
  const target = `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
  return `[${label}](${target} "${tooltip.replace(/["\\\r\n]/g, ' ')}")`;
}

/** A Markdown string that may run the given commands and nothing else, and shows no HTML. */
export function markdown(value: string, commands: readonly CommandId[]): vscode.MarkdownString {
  const result = new vscode.MarkdownString(value, true);
  result.isTrusted = { enabledCommands: [...commands] };
  result.supportHtml = false;
  return result;
}
