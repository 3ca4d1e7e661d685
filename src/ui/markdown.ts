import * as vscode from 'vscode';
import type { CommandId } from '../contributions';
import { shownText } from '../core/text/shownText';

/**
 * Text from files as Markdown that shows just this text: no markup, no links, no HTML, no icons.
 */
export function escapeMarkdown(text: string): string {
  return (
    shownText(text)
      .replace(/[\\`*_{}[\]()#+\-.!|~:@/=]/g, '\\$&')
      // As entities: VS Code looks for icons such as $(edit) once more behind the Markdown.
      .replace(
        /[&<>$]/g,
        (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', $: '&#36;' })[character] ?? '',
      )
      // Leading white space would make code of a line.
      .replace(/^[ \t]+/gm, (space) => '\u00a0'.repeat(space.length))
      .replace(/\r?\n|\r/g, '  \n')
  );
}

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
