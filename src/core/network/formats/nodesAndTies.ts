import type { NodeKind, PrintedNetwork } from './printNetwork';

/** A node as graph formats have it. */
export interface Node {
  readonly id: string;
  readonly name: string;
  readonly kind: NodeKind;
  /** One for each of the network's `numbers`. */
  readonly numbers: readonly number[];
}

/** A tie between two nodes, in no direction. */
export interface Tie {
  readonly id: string;
  /** The ids of the nodes. */
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/** A network's nodes: rows, and in a two-mode network columns after them. */
export function nodesOf({
  rows,
  columns,
  rowKind,
  columnKind,
  numbers = [],
}: PrintedNetwork): Node[] {
  const named = [
    ...rows.map((name) => ({ name, kind: rowKind })),
    ...(rowKind === columnKind ? [] : columns.map((name) => ({ name, kind: columnKind }))),
  ];
  return named.map(({ name, kind }, n) => ({
    ...{ id: `n${n}`, name, kind },
    numbers: numbers.map(({ values }) => values[n] ?? 0),
  }));
}

/** A network's ties, each once: what has no weight is none. */
export function tiesOf({ rows, rowKind, columnKind, matrix }: PrintedNetwork): Tie[] {
  const isOneMode = rowKind === columnKind;
  const firstColumn = isOneMode ? 0 : rows.length;
  const ties: Tie[] = [];
  matrix.forEach((row, i) => {
    row.forEach((weight, j) => {
      if (weight === 0 || (isOneMode && j <= i)) return;
      ties.push({
        id: `e${ties.length}`,
        source: `n${i}`,
        target: `n${firstColumn + j}`,
        weight,
      });
    });
  });
  return ties;
}
