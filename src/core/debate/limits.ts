import * as l10n from '@vscode/l10n';

/** More rows or nodes than these can't be told apart in a picture. */
export const MOST_ROWS = 300;

/** More columns than these nobody scrolls through. */
export const MOST_COLUMNS = 60;

/** What is said where only the largest are shown; nothing where all are. */
export function leftOutNotices(shown: number, all: number, what: string): string[] {
  if (shown >= all) return [];
  return [
    l10n.t(
      '{0}: the {1} largest of {2} are shown, {3} are left out. Filter to see them.',
      ...[what, shown, all, all - shown],
    ),
  ];
}

/** What is said where a filter finds nothing, or nothing is annotated yet. */
export function nothingNotice(): string {
  return l10n.t(
    'There are no annotations to show. Select words of an article and run “Claims: Annotate”, or clear the filter.',
  );
}

/** How topics come about, for what needs them. */
export function noTopicsNotice(): string {
  return l10n.t(
    'None of these annotations has a topic yet. Choose a topic in the status bar before you annotate, or give one to annotations with “Claims: Edit”.',
  );
}
