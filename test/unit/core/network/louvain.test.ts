import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { louvainInSteps } from '../../../../src/core/network/louvain';
import { runAtOnce } from '../../../../src/core/text/steps';

/** A graph of nodes 0, 1, 2, …; of two edges between the same nodes, the first counts. */
function graphOf(
  size: number,
  edges: readonly (readonly [number, number, number])[],
): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let n = 0; n < size; n += 1) graph.addNode(`${n}`);
  for (const [a, b, weight] of edges)
    if (a !== b && !graph.hasEdge(`${a}`, `${b}`)) graph.addEdge(`${a}`, `${b}`, { weight });
  return graph;
}

/** Numbers that repeat. */
function cycle(numbers: readonly number[]): () => number {
  let n = 0;
  return () => numbers[n++ % numbers.length] ?? 0;
}

/** Of 300 nodes, each with each; six camps among them. */
function denseGraph(): UndirectedGraph {
  const size = 300;
  const edges = Array.from({ length: size * size }, (_, n) => {
    const [a, b] = [Math.floor(n / size), n % size];
    const strength = a % 6 === b % 6 ? 3 : 1;
    return [a, b, strength * (1 + ((a * 31 + b * 17) % 7))] as const;
  });
  return graphOf(size, edges);
}

describe('the Louvain method in steps', () => {
  const size = 24;
  const node = fc.nat(size - 1);
  // Few different weights, so that gains are alike and one must be preferred.
  const weight = fc.oneof(
    fc.constantFrom(0.5, 1, 2),
    fc.double({ min: 0.01, max: 9, noNaN: true }),
  );

  it('finds what graphology-communities-louvain finds at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(node, node, weight), { minLength: 1, maxLength: 90 }),
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 }),
        (edges, random) => {
          const graph = graphOf(size, edges);
          fc.pre(graph.size > 0);
          const atOnce = louvain.detailed(graph, { rng: cycle(random) });
          const found = runAtOnce(louvainInSteps(graph, cycle(random)));
          assert.deepEqual({ ...found.ofNodes }, { ...atOnce.communities });
          assert.equal(found.modularity, atOnce.modularity);
        },
      ),
      { seed: 20_261_201, numRuns: 1_000 },
    );
  });

  it('finds the same among hundreds that all know each other, in many steps', () => {
    const graph = denseGraph();
    const atOnce = louvain.detailed(graph, { rng: cycle([0.25]) });
    const steps = louvainInSteps(graph, cycle([0.25]));
    let count = 0;
    for (;;) {
      const { done, value } = steps.next();
      count += 1;
      if (done !== true) continue;
      assert.deepEqual({ ...value.ofNodes }, { ...atOnce.communities });
      assert.equal(new Set(Object.values(value.ofNodes)).size, 6);
      break;
    }
    assert.ok(count >= 5, `${count} steps`);
  });
});
