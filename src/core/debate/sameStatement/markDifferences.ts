import { diffArrays } from 'diff';
import type { Piece } from '../model';

/** Longer quotes aren't compared word by word. */
const MOST_WORDS = 2_000;
/** Texts that differ more than that have nothing to do with each other. */
const MOST_EDITS = 600;

/** Single Han characters, words, spaces, and single signs. */
const WORD = /\p{Script=Han}|[\p{L}\p{N}\p{M}]+|\s+|[^]/gu;

/**
 * A text with what differs from another one, word by word: `left-out` stands in the other one
 * alone. Source of the algorithm: Myers, E. W. (1986), as `diff` has it.
 */
export function markDifferences(first: string, text: string): Piece[] {
  const [before, after] = [wordsOf(first), wordsOf(text)];
  const isLong = Math.max(before.length, after.length) > MOST_WORDS;
  const changes = isLong ? undefined : diffArrays(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [{ kind: 'added', text }];
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'left-out' : 'same',
    text: value.join(''),
  }));
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
