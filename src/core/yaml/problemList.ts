import * as l10n from '@vscode/l10n';
import type { Problem } from '../model/problem';
import { counted } from '../text/counted';

/** How many problems of one file are told: nobody reads more, and editors choke on a million. */
export const MAX_PROBLEMS = 1_000;

/** The problems of a file: the first ones, and how many more there are. */
export class ProblemList {
  private readonly told: Problem[] = [];
  private untold = 0;

  /** @param problem or what makes it, asked only where it is told */
  add(problem: Problem | (() => Problem)): void {
    // One more than is told: it has the place of those that aren't.
    if (this.told.length <= MAX_PROBLEMS)
      this.told.push(typeof problem === 'function' ? problem() : problem);
    else this.untold++;
  }

  addAll(problems: readonly Problem[]): void {
    for (const problem of problems) this.add(problem);
  }

  /** All of another list. */
  append({ told, untold }: ProblemList): void {
    this.addAll(told);
    this.untold += untold;
  }

  /**
   * The problems, in their order; instead of those that are too many, a last one that says how many
   * they are.
   */
  toProblems(): readonly Problem[] {
    return shortenedProblems(this.told, this.untold);
  }
}

/**
 * The first problems of a file, and a last one that says how many more there are; all of them where
 * they aren't too many.
 *
 * @param untold how many there are beside the given ones
 */
export function shortenedProblems(problems: readonly Problem[], untold = 0): readonly Problem[] {
  const last = problems[Math.min(problems.length - 1, MAX_PROBLEMS)];
  if (last === undefined || problems.length + untold <= MAX_PROBLEMS) return problems;
  const told = problems.slice(0, MAX_PROBLEMS);
  return [
    ...told,
    {
      ...last,
      message: counted(
        l10n.t('… and {0} more {0|problem|problems} from here on.'),
        problems.length + untold - told.length,
      ),
    },
  ];
}

/** A text from a file as a message quotes it: a name may be a million characters long. */
export function quotableText(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
