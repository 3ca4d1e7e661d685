import { shownText } from '../core/text/shownText';

/**
 * Text from files for a row or the status bar, where VS Code makes icons of `$(name)`: an invisible
 * space keeps the text and makes none.
 */
export function withoutIcons(text: string): string {
  return shownText(text).replaceAll('$(', '$\u200b(');
}
