import * as l10n from '@vscode/l10n';
import { RefusedError } from '../../model/problem';
import { sameValue } from '../../model/sameValue';
import { commentsIn } from '../../yaml/comments';
import type { Section } from '../readCodebook';
import { OpenCodebook } from './openCodebook';

/** An edited text, and what of the old one was taken away on purpose. */
export interface EditedText {
  readonly text: string;
  readonly removed?: string;
}

/**
 * The edited text, if it says what was meant, nothing else changed, and no comment got lost: the
 * net under every layout that is too rare to be handled by its lines.
 *
 * @param change what happens to the values of the list
 * @throws RefusedError if it doesn't
 */
export function requireMeant(
  before: OpenCodebook,
  { text, removed = '' }: EditedText,
  section: Section,
  change: (values: unknown[]) => void,
): string {
  const meant = before.content();
  const values = [...((meant.get(section) as unknown[] | undefined) ?? [])];
  change(values);
  meant.set(section, values);
  const kept = commentsIn(text);
  const wanted = [...commentsIn(before.text)].filter((comment) => !removed.includes(comment));
  if (isSaid(text, meant) && wanted.every((comment) => kept.has(comment))) return text;
  throw new RefusedError(
    l10n.t(
      'The codebook is laid out in a way that can’t be edited safely. Nothing was written: change it by hand.',
    ),
  );
}

function isSaid(text: string, meant: ReadonlyMap<string, unknown>): boolean {
  try {
    return sameValue(
      Object.fromEntries(OpenCodebook.of(text).content()),
      Object.fromEntries(meant),
    );
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
}
