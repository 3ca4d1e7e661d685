import type { Difference } from './align';
import { KIND } from './readTokens';
import type { Vocabulary } from './vocabulary';
import { findNegations } from './words/negations';
import { areOpposed } from './words/opposites';
import { isPlace } from './words/places';
import { areSynonyms } from './words/synonyms';

/** What two aligned statements are asked about. */
export interface Aligned {
  /** The shorter one. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly differences: readonly Difference[];
  /** The part of `b` that `a` was laid along. */
  readonly core: { readonly start: number; readonly end: number };
  /** Whether a clause begins at a token of `b`. */
  readonly startsOfB: readonly boolean[];
}

/** So many tokens before an excerpt can turn it round: “it isn't true that …”. */
const LEAD = 6;
/** In a longer stretch that differs, a negation may belong to what was left out. */
const LONGEST_NEGATED = 8;
/** Two words of so many Chinese characters may be two names. */
const NAME_LENGTHS = { min: 2, max: 4 } as const;

/**
 * Whether two statements that look alike say different things: other numbers, other names, a
 * negation more, the opposite, or two names that changed places.
 */
export function isContradicted(aligned: Aligned, vocabulary: Vocabulary): boolean {
  const [a, b] = [textsOf(aligned.a, vocabulary), textsOf(aligned.b, vocabulary)];
  const pairs = aligned.differences.map((difference) => ({
    difference,
    a: a.slice(difference.a.start, difference.a.end),
    b: b.slice(difference.b.start, difference.b.end),
  }));
  return (
    hasOtherNumbers(aligned, vocabulary) ||
    hasOtherNegation(aligned, a, b) ||
    pairs.some(({ a: one, b: other }) => areOpposed(one, other)) ||
    pairs.some(({ difference }) => hasOtherNames(aligned, difference, vocabulary)) ||
    arePlacesExchanged(pairs)
  );
}

/** How many stretches of Chinese differ so that two names may stand there. */
export function countDoubtful({ a, b, differences }: Aligned, vocabulary: Vocabulary): number {
  const isDoubtful = (difference: Difference): boolean => {
    const one = a.slice(difference.a.start, difference.a.end);
    const other = b.slice(difference.b.start, difference.b.end);
    const { min, max } = NAME_LENGTHS;
    if (one.length !== other.length || one.length < min || one.length > max) return false;
    const isHan = [...one, ...other].every((id) => vocabulary.kindOf(id) === KIND.han);
    if (!isHan || [...one, ...other].some((id) => vocabulary.tellingOf(id) < 1)) return false;
    return !areSynonyms(textsOf(one, vocabulary).join(''), textsOf(other, vocabulary).join(''));
  };
  return differences.filter(isDoubtful).length;
}

function textsOf(ids: readonly number[], vocabulary: Vocabulary): string[] {
  return ids.map((id) => vocabulary.textOf(id));
}

/** Each has a number that the other lacks. */
function hasOtherNumbers({ a, b, core }: Aligned, vocabulary: Vocabulary): boolean {
  const numbers = (ids: readonly number[]) =>
    new Set(ids.filter((id) => vocabulary.kindOf(id) === KIND.number));
  const [inA, inB] = [numbers(a), numbers(b)];
  const inCore = numbers(b.slice(core.start, core.end));
  return [...inA].some((id) => !inB.has(id)) && [...inCore].some((id) => !inA.has(id));
}

function hasOtherNegation(
  { differences, core, startsOfB }: Aligned,
  a: readonly string[],
  b: readonly string[],
): boolean {
  const [inA, inB] = [findNegations(a), findNegations(b)];
  const odd = (negations: readonly boolean[], start: number, end: number) =>
    negations.slice(start, end).filter(Boolean).length % 2;
  const isInside = differences.some(({ a: one, b: other }) => {
    const length = Math.max(one.end - one.start, other.end - other.start);
    if (length > LONGEST_NEGATED) return false;
    return odd(inA, one.start, one.end) !== odd(inB, other.start, other.end);
  });
  if (isInside) return true;
  let lead = core.start;
  while (lead > 0 && core.start - lead < LEAD && startsOfB[lead] !== true) lead -= 1;
  return odd(inB, lead, core.start) === 1;
}

function hasOtherNames(aligned: Aligned, difference: Difference, vocabulary: Vocabulary): boolean {
  const { a, b } = aligned;
  const one = namesIn(a, difference.a, vocabulary);
  const other = namesIn(b, difference.b, vocabulary);
  const isElsewhere = (name: string, ids: readonly number[]) =>
    textsOf(ids, vocabulary).join('').includes(name);
  return one.some((name) => !isElsewhere(name, b)) && other.some((name) => !isElsewhere(name, a));
}

/** The names in a stretch, and Chinese places of which at least one character stands in it. */
function namesIn(
  ids: readonly number[],
  { start, end }: Difference['a'],
  vocabulary: Vocabulary,
): string[] {
  const names = ids
    .slice(start, end)
    .filter((id) => vocabulary.isName(id))
    .map((id) => vocabulary.textOf(id));
  const texts = textsOf(ids, vocabulary);
  for (let length = 2; length <= NAME_LENGTHS.max; length++)
    for (let at = Math.max(0, start - length + 1); at < end && at + length <= ids.length; at++) {
      const text = texts.slice(at, at + length).join('');
      if (isPlace(text)) names.push(text);
    }
  return names;
}

interface Pair {
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** A beats B, B beats A: what one stretch has in place of the other stands the other way round. */
function arePlacesExchanged(pairs: readonly Pair[]): boolean {
  const exchanged = new Set<string>();
  for (const { a, b } of pairs) {
    if (a.length === 0 || b.length === 0) continue;
    const [one, other] = [a.join(' '), b.join(' ')];
    if (exchanged.has(`${other}/${one}`)) return true;
    exchanged.add(`${one}/${other}`);
  }
  return false;
}
