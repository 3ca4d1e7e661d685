import { align, differencesOf } from './align';
import { countDoubtful, isContradicted } from './conflicts';
import { gramsOf, type Statement } from './grams';
import { KIND } from './readTokens';
import type { Vocabulary } from './vocabulary';

/** How much grams tell by how rare they are in the corpus. */
export interface Rarity {
  /** A number from about 1 (in every statement) up. */
  readonly of: (hash: number) => number;
}

/** A statement with the weights of its grams. */
export interface Weighed {
  readonly statement: Statement;
  readonly weights: ReadonlyMap<number, number>;
  /** Their sum, and the root of the sum of their squares. */
  readonly sum: number;
  readonly norm: number;
}

/** What speaks for two statements being the same, each 0 to 1. */
export interface Likeness {
  /** The cosine of their grams' weights. */
  readonly cosine: number;
  /** How much of the one with less to say stands in the other. */
  readonly coverage: number;
  /** How much of the shorter stands in the longer in its order. */
  readonly aligned: number;
  /** How much shorter it is. */
  readonly ratio: number;
  /** How much the one with less to say has to say, in weights. */
  readonly size: number;
  /** Stretches in which two names may stand. */
  readonly doubtful: number;
  /** It stands in the other without a gap. */
  readonly isContained: boolean;
  readonly isContradicted: boolean;
}

export function weigh(statement: Statement, vocabulary: Vocabulary, rarity: Rarity): Weighed {
  const weights = new Map<number, number>();
  let sum = 0;
  for (const { hash, telling } of gramsOf(statement, vocabulary)) {
    const weight = telling * rarity.of(hash);
    sum += weight;
    weights.set(hash, (weights.get(hash) ?? 0) + weight);
  }
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  return { statement, weights, sum, norm: Math.sqrt(squares) };
}

/** How alike two statements are; what is cheap is asked first, and undefined if it says enough. */
export function likenessOf(
  one: Weighed,
  other: Weighed,
  vocabulary: Vocabulary,
): Likeness | undefined {
  const [a, b] =
    one.statement.ids.length <= other.statement.ids.length ? [one, other] : [other, one];
  let [dot, shared] = [0, 0];
  for (const [hash, weight] of a.weights) {
    const inB = b.weights.get(hash);
    if (inB === undefined) continue;
    dot += weight * inB;
    shared += Math.min(weight, inB);
  }
  const size = Math.min(a.sum, b.sum);
  const cosine = dot / (a.norm * b.norm || 1);
  const coverage = shared / (size || 1);
  if (coverage < 0.25) return undefined;
  const ids = { a: a.statement.ids, b: b.statement.ids };
  const places = align(ids.a, ids.b, {
    worth: (id) => worthOf(id, vocabulary),
    change: (x, y) => changeCost(x, y, vocabulary),
  });
  const ratio = size / Math.max(a.sum, b.sum);
  if (places === undefined)
    return {
      cosine,
      coverage,
      aligned: coverage,
      ratio,
      size,
      doubtful: 0,
      isContained: false,
      isContradicted: false,
    };
  let [matched, all] = [0, 0];
  for (const [i, id] of ids.a.entries()) {
    const worth = worthOf(id, vocabulary);
    all += worth;
    if ((places[i] ?? -1) >= 0) matched += worth;
  }
  const matches = places.filter((place) => place >= 0);
  const core = { start: matches[0] ?? 0, end: (matches.at(-1) ?? -1) + 1 };
  const differences = differencesOf(places, ids.b.length);
  const aligned = { ...ids, differences, core, startsOfB: b.statement.starts };
  return {
    cosine,
    coverage,
    aligned: matched / (all || 1),
    ratio,
    size,
    doubtful: countDoubtful(aligned, vocabulary),
    isContained: differences.length === 0,
    isContradicted: isContradicted(aligned, vocabulary),
  };
}

function worthOf(id: number, vocabulary: Vocabulary): number {
  const telling = vocabulary.tellingOf(id);
  return vocabulary.kindOf(id) === KIND.han ? 0.3 + 0.7 * telling : 0.4 + 1.2 * telling;
}

function changeCost(a: number, b: number, vocabulary: Vocabulary): number {
  const kind = vocabulary.kindOf(a);
  if (kind !== vocabulary.kindOf(b)) return -0.5;
  if (kind === KIND.number) return 0;
  return vocabulary.isName(a) && vocabulary.isName(b) ? -0.05 : -0.25;
}
