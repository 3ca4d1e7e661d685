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
export function connectRows(
  incidence: Incidence,
  { aggregation, normalization }: Pick<OneModeOptions, 'aggregation' | 'normalization'>,
): number[][] {
  const { rows, rowCounts } = incidence;
  const size = rows.length;
  const weights = new Square(size);
  if (aggregation !== 'conflict') addCongruence(weights, incidence);
  // To ignore stances is to count those who agree and those who don't: the same sum of products.
  if (aggregation === 'conflict' || aggregation === 'ignore') addConflict(weights, incidence, 1);
  if (aggregation === 'subtract') addConflict(weights, incidence, -1);
  const divisor = divisors(incidence, normalization);
  return rows.map((_, i) =>
    rowCounts.map((__, other) => {
      if (i === other) return 0;
      const by = divisor(i, other);
      return by === 0 ? 0 : weights.at(i, other) / by;
    }),
  );
}

/** A matrix with as many rows as columns. */
class Square {
  private readonly values: Float64Array;

  constructor(private readonly size: number) {
    this.values = new Float64Array(size * size);
  }

  at(row: number, column: number): number {
    return this.values[row * this.size + column] ?? 0;
  }

  add(row: number, column: number, value: number): void {
    this.values[row * this.size + column] = this.at(row, column) + value;
  }
}

/** Adds Σ_j Σ_k x_ijk x_i'jk. */
function addCongruence(weights: Square, { cells }: Incidence): void {
  for (const ofStance of cells)
    for (const inColumn of ofStance)
      for (const a of inColumn)
        for (const b of inColumn) weights.add(a.row, b.row, a.count * b.count);
}

/** Adds Σ_j Σ_k x_ijk x_i'j(1−k), so many times. */
function addConflict(
  weights: Square,
  { cells: [against = [], favor = []] }: Incidence,
  times: 1 | -1,
): void {
  against.forEach((inColumn, j) => {
    for (const a of inColumn)
      for (const b of favor[j] ?? []) {
        weights.add(a.row, b.row, times * a.count * b.count);
        weights.add(b.row, a.row, times * a.count * b.count);
      }
  });
}

type Divisor = (i: number, other: number) => number;

/** What the weight between two rows is divided by. */
function divisors(incidence: Incidence, normalization: OneModeOptions['normalization']): Divisor {
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
      const shared = sharedCounts(incidence);
      const both = new Square(rowCounts.length);
      addCongruence(both, incidence);
      return (i, other) =>
        count(i) - shared.at(i, other) + count(other) - shared.at(other, i) + both.at(i, other);
    }
  }
}

/** √Σ_j Σ_k x_ijk² of each row. */
function lengthsOf({ rows, cells }: Incidence): number[] {
  const squares = rows.map(() => 0);
  for (const { row, count } of allCells(cells)) squares[row] = (squares[row] ?? 0) + count ** 2;
  return squares.map(Math.sqrt);
}

/** Σ_j Σ_k x_ijk where x_i'jk isn't 0. */
function sharedCounts({ rows, cells }: Incidence): Square {
  const shared = new Square(rows.length);
  for (const ofStance of cells)
    for (const inColumn of ofStance)
      for (const a of inColumn) for (const b of inColumn) shared.add(a.row, b.row, a.count);
  return shared;
}

function* allCells(cells: Incidence['cells']): Generator<Cell, void> {
  for (const ofStance of cells) for (const inColumn of ofStance) yield* inColumn;
}
