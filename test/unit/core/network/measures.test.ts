import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCamps } from '../../../../src/core/network/camps';
import { backbone, centralities } from '../../../../src/core/network/measures';
import { makeNetwork, type Network } from '../../../../src/core/network/network';
import { nodeNumbers } from '../../../../src/core/network/nodeNumbers';
import { requireNetworkOptions } from '../../../../src/core/network/options';
import type { Statement } from '../../../../src/core/network/statement';

/** A one-mode network of edges between the nodes a, b, c, … */
function oneMode(size: number, edges: readonly (readonly [number, number, number])[]): Network {
  const rows = Array.from({ length: size }, (_, i) => String.fromCharCode(97 + i));
  const matrix = rows.map(() => rows.map(() => 0));
  for (const [a, b, weight] of edges) {
    (matrix[a] ?? [])[b] = weight;
    (matrix[b] ?? [])[a] = weight;
  }
  return { rows, columns: rows, matrix };
}

const twoMode: Network = {
  rows: ['a', 'b', 'c'],
  columns: ['t', 'u'],
  matrix: [
    [2, 0],
    [3, 0],
    [0, -1],
  ],
};

describe('centralities', () => {
  it('are the number of edges and the sum of their weights, of rows and of columns', () => {
    assert.deepEqual(centralities(twoMode), {
      rows: [
        { degree: 1, strength: 2 },
        { degree: 1, strength: 3 },
        { degree: 1, strength: -1 },
      ],
      columns: [
        { degree: 2, strength: 5 },
        { degree: 1, strength: -1 },
      ],
    });
  });
});

describe('a backbone', () => {
  it('has no edge below the threshold, and all nodes', () => {
    const { rows, matrix } = backbone(twoMode, 2);
    assert.deepEqual(
      [rows, matrix],
      [
        twoMode.rows,
        [
          [2, 0],
          [3, 0],
          [0, 0],
        ],
      ],
    );
    assert.deepEqual(backbone(twoMode, 1).matrix, twoMode.matrix);
  });
});

describe('camps', () => {
  const TRIANGLES = [
    [0, 2, 5],
    [0, 4, 5],
    [2, 4, 5],
    [1, 3, 5],
    [1, 5, 5],
    [3, 5, 5],
    [0, 1, 1],
  ] as const;

  it('are who hangs together, numbered by size and name', () => {
    const { ofRows, modularity } = findCamps(oneMode(7, TRIANGLES), 'one-mode');
    assert.deepEqual(ofRows, [0, 1, 0, 1, 0, 1, 2]);
    assert.ok(modularity > 0.4 && modularity < 0.5);
    const reversed = TRIANGLES.slice(0, 3).map(([a, b, weight]) => [a, b, -weight] as const);
    assert.equal(new Set(findCamps(oneMode(7, reversed), 'one-mode').ofRows).size, 7);
  });

  it('have speakers and topics in one where there are both', () => {
    const { ofRows, ofColumns } = findCamps(twoMode, 'two-mode');
    assert.deepEqual(
      [ofRows, ofColumns],
      [
        [0, 0, 1],
        [0, 2],
      ],
    );
  });

  it('are always the same for a network, and none is empty', () => {
    const edge = fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: -2, max: 5 }));
    fc.assert(
      fc.property(fc.array(edge), (all) => {
        const network = oneMode(
          10,
          all.filter(([a, b]) => a !== b),
        );
        const camps = findCamps(network, 'one-mode');
        assert.deepEqual(findCamps(network, 'one-mode'), camps);
        const numbers = [...new Set(camps.ofRows)].sort((a, b) => a - b);
        assert.deepEqual(numbers, [...numbers.keys()]);
      }),
    );
  });
});

describe('the numbers of nodes', () => {
  it('are statements, stances, centralities and camps, of speakers and then of topics', () => {
    const said = (speaker: string, topic: string, stance: Statement['stance']): Statement => ({
      ...{ speaker, topic, stance },
      ...{ date: undefined, article: 'x.md' },
    });
    const statements = [
      said('a', 't', 'favor'),
      said('a', 't', 'favor'),
      said('a', 'u', 'against'),
      said('b', 'u', 'against'),
    ];
    const numbersOf = (given: object) => {
      const options = requireNetworkOptions(given);
      const numbers = nodeNumbers(makeNetwork(statements, options), statements, options);
      return Object.fromEntries(numbers.map(({ name, values }) => [name, values]));
    };
    assert.deepEqual(numbersOf({ kind: 'two-mode', duplicates: 'document' }), {
      statements: [2, 1, 1, 2],
      favor: [1, 0, 1, 0],
      against: [1, 1, 0, 2],
      degree: [2, 1, 1, 2],
      strength: [2, 1, 1, 2],
      camp: [0, 1, 0, 1],
    });
    assert.deepEqual(numbersOf({ nodes: 'topic', aggregation: 'ignore' }), {
      statements: [2, 2],
      favor: [2, 0],
      against: [0, 2],
      degree: [1, 1],
      strength: [2, 2],
      camp: [0, 0],
    });
  });
});
