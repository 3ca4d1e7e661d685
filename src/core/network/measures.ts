import type { Network } from './network';

/** How central a node is. */
export interface Centrality {
  /** To how many nodes it has an edge. */
  readonly degree: number;
  /** The sum of its edges' weights. */
  readonly strength: number;
}

/** The centralities of the rows, and of the columns: of a one-mode network, both are the same. */
export function centralities({ columns, matrix }: Network): {
  readonly rows: readonly Centrality[];
  readonly columns: readonly Centrality[];
} {
  return {
    rows: matrix.map(centralityOf),
    columns: columns.map((_, j) => centralityOf(matrix.map((row) => row[j] ?? 0))),
  };
}

function centralityOf(weights: readonly number[]): Centrality {
  return {
    degree: weights.filter((weight) => weight !== 0).length,
    strength: weights.reduce((sum, weight) => sum + weight, 0),
  };
}

/**
 * The backbone of a network: without edges whose weight is below a threshold, be it positive or
 * negative. The nodes stay.
 *
 * @param threshold of weights; an edge that is as heavy stays
 */
export function backbone(network: Network, threshold: number): Network {
  const matrix = network.matrix.map((row) =>
    row.map((weight) => (Math.abs(weight) < threshold ? 0 : weight)),
  );
  return { ...network, matrix };
}
