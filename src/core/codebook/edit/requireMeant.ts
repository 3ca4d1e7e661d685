import * as l10n from '@vscode/l10n';
import { RefusedError } from '../../model/problem';
import { sameValue } from '../../model/sameValue';
import { commonEnd, commonStart } from '../../text/commonEnds';
import { lineEnd, lineStart } from '../../yaml/blocks';
import { commentsIn } from '../../yaml/comments';
import type { Section } from '../sections';
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
  const [old, edited] = differingLines(before.text, text);
  const kept = commentsIn(edited);
  const wanted = [...commentsIn(old)].filter((comment) => !removed.includes(comment));
  if (isSaid(text, meant) && wanted.every((comment) => kept.has(comment))) return text;
  throw new RefusedError(
    l10n.t(
      'The codebook is laid out in a way that can’t be edited safely. Nothing was written: change it by hand.',
    ),
  );
}

/** The lines in which two texts differ, of each. */
function differingLines(one: string, other: string): [one: string, other: string] {
  const start = lineStart(one, commonStart(one, other));
  const most = Math.min(one.length, other.length) - start;
  const same = Math.min(most, commonEnd(one, other));
  const lines = (text: string) => text.slice(start, lineEnd(text, text.length - same - 1));
  return [lines(one), lines(other)];
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
