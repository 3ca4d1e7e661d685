import { likenessOf, type Likeness, type Weighed } from './compare';
import type { Vocabulary } from './vocabulary';

/** From this on two statements are taken for the same. */
export const SAME = 0.62;

/** … where it isn't known that one speaker said both. */
export const SAME_BY_ANYBODY = 0.75;

/** What each kind of likeness counts for; fitted by hand, see docs/same-statements.md. */
const WEIGHTS = { coverage: 0.45, aligned: 0.35, cosine: 0.2 } as const;
/** An excerpt scores at least this, more the more of the other it is. */
const EXCERPT = { least: 0.8, most: 0.99 } as const;
/** So much must be said (in weights of grams): some five Chinese characters or three words. */
const LEAST_SAID = 10;
/** Where two names may stand. */
const DOUBT = 0.7;

/**
 * How sure it is that two statements are the same, 0 to 1: 1 word for word, 0 where numbers, names
 * or negations differ.
 */
export function scoreOf(one: Weighed, other: Weighed, vocabulary: Vocabulary): number {
  if (areEqual(one.statement.ids, other.statement.ids)) return 1;
  const likeness = likenessOf(one, other, vocabulary);
  return likeness === undefined ? 0 : scoreOfLikeness(likeness);
}

function scoreOfLikeness(likeness: Likeness): number {
  if (likeness.isContradicted || likeness.size < LEAST_SAID) return 0;
  const { coverage, aligned, cosine, ratio, doubtful } = likeness;
  if (likeness.isContained) return EXCERPT.least + (EXCERPT.most - EXCERPT.least) * ratio;
  const score = WEIGHTS.coverage * coverage + WEIGHTS.aligned * aligned + WEIGHTS.cosine * cosine;
  return Math.min(EXCERPT.most, score * DOUBT ** doubtful);
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
