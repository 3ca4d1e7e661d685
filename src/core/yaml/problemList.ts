import * as l10n from '@vscode/l10n';
import type { Problem } from '../model/problem';

/** How many problems of one file are told: nobody reads more, and editors choke on a million. */
export const MAX_PROBLEMS = 1_000;

/**
 * The first problems of a file, and a last one that says how many more there are; all of them where they aren't too many.
 *
 * @param untold how many there are beside the given ones
 */
export function shortened(problems: readonly Problem[], untold = 0): readonly Problem[] {
  const last = problems[Math.min(problems.length - 1, MAX_PROBLEMS)];
  if (last === undefined || problems.length + untold <= MAX_PROBLEMS) return problems;
  const told = problems.slice(0, MAX_PROBLEMS);
  return [...told, { ...last, message: l10n.t('… and {0} more problems from here on.', problems.length + untold - told.length) }];
}

/** A text from a file as a message quotes it: a name may be a million characters long. */
export function quotable(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
