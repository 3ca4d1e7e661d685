import type { UndirectedGraph } from 'graphology';
import { UndirectedLouvainIndex } from 'graphology-indices/louvain.js';
import { Pace, type Steps } from '../text/steps';

declare module 'graphology-indices/louvain.js' {
  // These belong to the index as much as those that its types have.
  interface UndirectedLouvainIndex {
    /** The community of each node. */
    readonly belongings: ArrayLike<number>;
    /** The weights of the edges, in the order of `neighborhood`. */
    readonly weights: ArrayLike<number>;
  }
}

/** Gains that differ by less are alike: then the community with the higher number is taken. */
const EPSILON = 1e-10;

/** How the nodes of a graph hang together. */
export interface Communities {
  /** By the nodes' keys. */
  readonly ofNodes: Readonly<Record<string, number>>;
  readonly modularity: number;
}

/**
 * Finds communities by the Louvain method, in steps: `graphology-communities-louvain` does the same
 * with the same numbers, but at once, which takes a dense graph of hundreds of nodes too long.
 *
 * Source: Blondel, V. D., Guillaume, J.-L., Lambiotte, R. & Lefebvre, E. (2008): Fast unfolding of
 * communities in large networks.
 *
 * @param graph with at least one edge; each has a positive `weight`
 * @param random numbers from 0 to 1, which say where the walk through the nodes begins
 */
export function* louvainInSteps(graph: UndirectedGraph, random: () => number): Steps<Communities> {
  const index = new UndirectedLouvainIndex(graph, { getEdgeWeight: 'weight' });
  yield;
  while (yield* moveNodes(index, Math.floor(random() * index.C))) {
    index.zoomOut();
    yield;
  }
  return { ofNodes: index.collect(), modularity: index.modularity() };
}

/**
 * Moves nodes to the communities where they fit best, until none moves any more.
 *
 * @param first where the walk begins
 * @returns whether any moved
 */
function* moveNodes(index: UndirectedLouvainIndex, first: number): Steps<boolean> {
  const count = index.C;
  const waiting: number[] = [];
  const isWaiting = new Uint8Array(count);
  const wait = (node: number) => {
    if (isWaiting[node] === 1) return;
    isWaiting[node] = 1;
    waiting.push(node);
  };
  for (let n = 0; n < count; n += 1) wait((first + n) % count);
  const pace = new Pace();
  let moved = false;
  for (let n = 0; n < waiting.length; n += 1) {
    const node = waiting[n] as number;
    isWaiting[node] = 0;
    const from = index.belongings[node] as number;
    const to = moveNode(index, node);
    const [start, end] = index.bounds(node);
    if (to !== from) {
      moved = true;
      // Their neighbours may fit better elsewhere now.
      for (let edge = start; edge < end; edge += 1) {
        const neighbour = index.neighborhood[edge] as number;
        if (index.belongings[neighbour] !== to) wait(neighbour);
      }
    }
    if (pace.isDue(end - start)) yield;
  }
  return moved;
}

/**
 * Moves a node to the community of a neighbour that gains most by it, or to one of its own.
 *
 * @returns where it is now
 */
function moveNode(index: UndirectedLouvainIndex, node: number): number {
  const own = index.belongings[node] as number;
  const [start, end] = index.bounds(node);
  const weights = new Map<number, number>();
  let degree = 0;
  for (let edge = start; edge < end; edge += 1) {
    const weight = index.weights[edge] as number;
    const community = index.belongings[index.neighborhood[edge] as number] as number;
    degree += weight;
    weights.set(community, (weights.get(community) ?? 0) + weight);
  }
  let best = own;
  let gain = index.fastDeltaWithOwnCommunity(node, degree, weights.get(own) ?? 0, own);
  for (const [community, weight] of weights) {
    if (community === own) continue;
    const other = index.fastDelta(node, degree, weight, community);
    const isAlike = Math.abs(other - gain) < EPSILON;
    if (isAlike ? best === own || community <= best : other <= gain) continue;
    [best, gain] = [community, other];
  }
  if (gain < 0) return index.isolate(node, degree);
  if (best !== own) index.move(node, degree, best);
  return best;
}
