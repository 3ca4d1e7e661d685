import { shownText } from './shownText';

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
