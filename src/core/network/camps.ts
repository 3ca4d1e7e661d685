import { UndirectedGraph } from 'graphology';
import { louvainInSteps } from './louvain';
import type { Network } from './network';
import type { NetworkOptions } from './options';
import { runAtOnce, type Steps } from '../text/steps';

/** Any number does, as long as it stays: the same network always has the same camps. */
const SEED = 20_260_704;

const EDGES_A_STEP = 2_000;

/** The nodes of a network that hang together. */
export interface Camps {
  /** For each row, the number of its camp: from 0, by the number of members, then by names. */
  readonly ofRows: readonly number[];
  /** For each column; of a one-mode network, the same as for the rows. */
  readonly ofColumns: readonly number[];
  /** How much better the camps explain the edges than chance does; at most 1. */
  readonly modularity: number;
}

/**
 * Finds camps: groups that have more, and heavier, edges inside than between them. Edges with
 * negative weights don't hold anybody together, and are left out. A node without edges is a camp of
 * its own.
 *
 * Source: Blondel, V. D., Guillaume, J.-L., Lambiotte, R. & Lefebvre, E. (2008): Fast unfolding of
 * communities in large networks; with a fixed seed.
 */
export function findCamps(network: Network, kind: NetworkOptions['kind']): Camps {
  return runAtOnce(campsInSteps(network, kind));
}

/** The same in steps. */
export function* campsInSteps(
  { rows, columns, matrix }: Network,
  kind: NetworkOptions['kind'],
): Steps<Camps> {
  const isOneMode = kind === 'one-mode';
  const graph = new UndirectedGraph();
  const rowKey = (i: number) => `r${i}`;
  const columnKey = (j: number) => (isOneMode ? rowKey(j) : `c${j}`);
  rows.forEach((_, i) => graph.addNode(rowKey(i)));
  if (!isOneMode) columns.forEach((_, j) => graph.addNode(columnKey(j)));
  let edges = 0;
  for (const [i, row] of matrix.entries()) {
    for (let j = isOneMode ? i + 1 : 0; j < row.length; j++) {
      const weight = row[j] ?? 0;
      if (weight <= 0) continue;
      graph.addEdge(rowKey(i), columnKey(j), { weight });
      edges += 1;
      if (edges % EDGES_A_STEP === 0) yield;
    }
  }
  yield;
  if (graph.size === 0) {
    // There is nothing to tell nodes apart by: each is a camp of its own.
    const ofRows = rows.map((_, i) => i);
    const ofColumns = isOneMode ? ofRows : columns.map((_, j) => rows.length + j);
    return { ofRows, ofColumns, modularity: 0 };
  }
  const { ofNodes, modularity } = yield* louvainInSteps(graph, randomNumbers(SEED));
  const keys = [...rows.keys()].map(rowKey);
  const others = [...columns.keys()].map(columnKey);
  const found = (key: string) => ofNodes[key] ?? -1;
  const numbers = numbered((isOneMode ? keys : [...keys, ...others]).map(found));
  const campsOf = (all: readonly string[]) => all.map((key) => numbers.get(found(key)) ?? -1);
  return { ofRows: campsOf(keys), ofColumns: campsOf(others), modularity };
}

/** New numbers for camps: the largest first, of those as large the one that is met first. */
function numbered(camps: readonly number[]): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const camp of camps) sizes.set(camp, (sizes.get(camp) ?? 0) + 1);
  const sorted = [...sizes].sort(([, a], [, b]) => b - a);
  return new Map(sorted.map(([camp], number) => [camp, number]));
}

/** Numbers from 0 to 1 by Mulberry32 (T. Ettinger): always the same for a seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
