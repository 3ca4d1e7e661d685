import * as l10n from '@vscode/l10n';
import type { OpenedCorpus } from './corpus/openCorpus';
import { Locations, shownPath } from './location';
import type { Terminal } from './terminal';

/**
 * Says what can't be read of the sidecars: an answer that leaves something out without a word would
 * pass for whole.
 *
 * @returns whether anything is left out
 */
export async function tellTrouble(
  { selected, careful, unread, sidecarOf }: OpenedCorpus,
  terminal: Terminal,
): Promise<boolean> {
  let isLeftOut = unread.length > 0;
  for (const { path, reason } of unread)
    terminal.tell(`${shownPath(terminal.cwd, path)}:1:1: error: ${whyUnread(reason)}\n`);
  for (const article of selected.filter((one) => careful.has(one))) {
    const { path, file, problems } = await sidecarOf(article);
    const errors = problems.filter(({ severity }) => severity === 'error');
    const locations = errors.length > 0 ? new Locations(file?.text ?? '') : undefined;
    for (const { message, range } of errors) {
      const { line, column } = locations?.at(range.start) ?? { line: 1, column: 1 };
      terminal.tell(`${shownPath(terminal.cwd, path)}:${line}:${column}: error: ${message}\n`);
      isLeftOut = true;
    }
  }
  return isLeftOut;
}

/** Why the sidecars in a folder aren't known. */
export function whyUnread(reason: string): string {
  return l10n.t('sidecars can’t be looked for here: {0}', reason);
}
