import { KIND } from './readTokens';
import type { Vocabulary } from './vocabulary';

/** A statement as it is compared: its tokens without boundaries. */
export interface Statement {
  /** The tokens' numbers in the vocabulary. */
  readonly ids: readonly number[];
  /** Whether a clause begins at a token. */
  readonly starts: readonly boolean[];
}

/** A word, or two tokens side by side: what statements have in common is counted in these. */
export interface Gram {
  /** 32 bits; two grams seldom share one. */
  readonly hash: number;
  /** How much it tells, beside how rare it is: 0 to 1. */
  readonly telling: number;
  /** Two tokens side by side. */
  readonly isPair: boolean;
}

/** A pair of words tells less than the words themselves, which count as well. */
const PAIR_OF_WORDS = 0.5;

/** The grams of a statement, in its order: words, and all pairs. */
export function gramsOf({ ids }: Statement, vocabulary: Vocabulary): Gram[] {
  const grams: Gram[] = [];
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const isHan = vocabulary.kindOf(id) === KIND.han;
    const telling = vocabulary.tellingOf(id);
    if (!isHan || ids.length === 1) grams.push({ hash: hashOf(id, 0), telling, isPair: false });
    if (at === 0) continue;
    const before = ids[at - 1] ?? 0;
    const tellingBefore = vocabulary.tellingOf(before);
    const isPairOfHan = isHan && vocabulary.kindOf(before) === KIND.han;
    grams.push({
      hash: hashOf(before, id),
      telling: isPairOfHan
        ? telling * tellingBefore
        : (PAIR_OF_WORDS * (telling + tellingBefore)) / 2,
      isPair: true,
    });
  }
  return grams;
}

/** A number for a whole statement: two that say the same word for word have the same. */
export function hashOfAll(ids: readonly number[]): number {
  let hash = 0x9e3779b9 ^ ids.length;
  for (const id of ids) hash = hashOf(hash, id);
  return hash >>> 0;
}

/** Mixes two numbers to 32 bits (the finalizer of MurmurHash3, Appleby 2011). */
function hashOf(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
