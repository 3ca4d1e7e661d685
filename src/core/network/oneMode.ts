import { Pace, type Steps } from '../text/steps';
import type { Cell, Incidence } from './incidence';
import type { OneModeOptions } from './options';

/**
 * The weights between the rows of an incidence, by the formulas of Leifeld, P. (2017): Discourse
 * Network Analysis (Oxford Handbook of Political Networks) and the manual of Discourse Network
 * Analyzer. Rows connect through columns that both have; the diagonal is 0, and so is what would be
 * divided by 0.
 *
 * What `ignore` is divided by still knows stances: so does Discourse Network Analyzer.
 */
export function* connectRows(
  incidence: Incidence,
  { aggregation, normalization }: Pick<OneModeOptions, 'aggregation' | 'normalization'>,
): Steps<number[][]> {
  const { rows } = incidence;
  const weights = new Pairs(rows.length);
  if (aggregation !== 'conflict') yield* addAgreeing(weights, incidence, (a, b) => a * b);
  // To ignore stances is to count those who agree and those who don't: the same sum of products.
  if (aggregation === 'conflict' || aggregation === 'ignore')
    yield* addOpposed(weights, incidence, 1);
  if (aggregation === 'subtract') yield* addOpposed(weights, incidence, -1);
  const divisor = yield* divisors(incidence, normalization);
  const pace = new Pace();
  const matrix = rows.map(() => new Array<number>(rows.length).fill(0));
  for (const [i, row] of matrix.entries()) {
    // What is between two rows is the same from both.
    for (let other = i + 1; other < rows.length; other++) {
      const weight = weights.at(i, other);
      const by = weight === 0 ? 0 : divisor(i, other);
      if (by === 0) continue;
      row[other] = weight / by;
      (matrix[other] as number[])[i] = weight / by;
    }
    if (pace.isDue(rows.length - i)) yield;
  }
  return matrix;
}

/** A number for each two different rows. */
class Pairs {
  private readonly values: Float64Array;

  constructor(private readonly size: number) {
    this.values = new Float64Array(size * size);
  }

  /** 0 for a row and itself. */
  at(a: number, b: number): number {
    return this.values[a < b ? a * this.size + b : b * this.size + a] ?? 0;
  }

  /** Nothing is added for a row and itself. */
  add(a: number, b: number, value: number): void {
    if (a === b) return;
    const at = a < b ? a * this.size + b : b * this.size + a;
    this.values[at] = (this.values[at] ?? 0) + value;
  }
}

/** Adds Σ_j Σ_k f(x_ijk, x_i'jk) of those that both aren't 0. */
function* addAgreeing(
  pairs: Pairs,
  { cells }: Incidence,
  f: (x: number, other: number) => number,
): Steps<void> {
  const pace = new Pace();
  for (const ofStance of cells)
    for (const inColumn of ofStance)
      for (let n = 0; n < inColumn.length; n++) {
        const a = inColumn[n] as Cell;
        for (let m = n + 1; m < inColumn.length; m++) {
          const b = inColumn[m] as Cell;
          pairs.add(a.row, b.row, f(a.count, b.count));
        }
        if (pace.isDue(inColumn.length - n)) yield;
      }
}

/** Adds Σ_j Σ_k x_ijk x_i'j(1−k), so many times. */
function* addOpposed(
  pairs: Pairs,
  { cells: [against = [], favor = []] }: Incidence,
  times: 1 | -1,
): Steps<void> {
  const pace = new Pace();
  for (const [j, inColumn] of against.entries()) {
    const others = favor[j] ?? [];
    for (const a of inColumn) {
      for (const b of others) pairs.add(a.row, b.row, times * a.count * b.count);
      if (pace.isDue(others.length)) yield;
    }
  }
}

type Divisor = (i: number, other: number) => number;

/** What the weight between two rows is divided by. */
function* divisors(
  incidence: Incidence,
  normalization: OneModeOptions['normalization'],
): Steps<Divisor> {
  const { rowCounts } = incidence;
  const count = (i: number) => rowCounts[i] ?? 0;
  switch (normalization) {
    case 'no':
      return () => 1;
    case 'average':
      return (i, other) => (count(i) + count(other)) / 2;
    case 'cosine-dna':
      return (i, other) => count(i) * count(other);
    case 'cosine': {
      const lengths = lengthsOf(incidence);
      return (i, other) => (lengths[i] ?? 0) * (lengths[other] ?? 0);
    }
    case 'jaccard': {
      // What one of them has alone is all that it has but what both have.
      const shared = new Pairs(rowCounts.length);
      yield* addAgreeing(shared, incidence, (a, b) => a * b - a - b);
      return (i, other) => count(i) + count(other) + shared.at(i, other);
    }
  }
}

/** √Σ_j Σ_k x_ijk² of each row. */
function lengthsOf({ rows, cells }: Incidence): number[] {
  const squares = rows.map(() => 0);
  for (const { row, count } of cells.flat(2)) squares[row] = (squares[row] ?? 0) + count ** 2;
  return squares.map(Math.sqrt);
}
