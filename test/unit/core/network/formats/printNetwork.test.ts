import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import {
  NETWORK_FORMATS,
  printNetwork,
  type PrintedNetwork,
} from '../../../../../src/core/network/formats/printNetwork';

/** The readers' own types ask for a graph where they take its class. */
type ReadGraph = (graph: typeof Graph, text: string) => Graph;
const readGraphml = graphml.parse as unknown as ReadGraph;
const readGexf = gexf.parse as unknown as ReadGraph;

/** Names that trip up formats. */
const NAMES = ['李彦宏', '𠮷野', 'A, "B" & <C>', "=cmd|' /C calc'!A0", ' two\nlines ', '-1', '@x'];

const weight = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -5, max: 5 }).map((n) => n || 0),
  fc.double({ min: -1, max: 1, noNaN: true }).map((n) => n || 0),
);

const anyNetwork: fc.Arbitrary<PrintedNetwork> = fc
  .record({
    isOneMode: fc.boolean(),
    rows: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 4 }),
    columns: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 4 }),
    weights: fc.array(weight, { minLength: 16, maxLength: 16 }),
  })
  .map(({ isOneMode, rows, columns, weights }): PrintedNetwork => {
    const at = (i: number, j: number) => weights[i * 4 + j] ?? 0;
    if (!isOneMode)
      return {
        ...{ rows, columns, rowKind: 'speaker', columnKind: 'topic' },
        matrix: rows.map((_, i) => columns.map((__, j) => at(i, j))),
      };
    return {
      ...{ rows, columns: rows, rowKind: 'speaker', columnKind: 'speaker' },
      matrix: rows.map((_, i) =>
        rows.map((__, j) => (i === j ? 0 : at(Math.min(i, j), Math.max(i, j)))),
      ),
      numbers: [{ name: 'strength', values: rows.map((_, i) => i / 3) }],
    };
  });

/** What readers should find: nodes by name and kind, ties by the names of both ends. */
function wantedGraph({ rows, columns, matrix, rowKind, columnKind }: PrintedNetwork) {
  const isOneMode = rowKind === columnKind;
  const nodes = [
    ...rows.map((name) => `${rowKind} ${name}`),
    ...(isOneMode ? [] : columns.map((name) => `${columnKind} ${name}`)),
  ];
  const edges = rows.flatMap((row, i) =>
    columns.flatMap((column, j) => {
      const value = matrix[i]?.[j] ?? 0;
      return value === 0 || (isOneMode && j <= i) ? [] : [`${row} > ${column}: ${value}`];
    }),
  );
  return { nodes, edges };
}

function foundGraph(graph: Graph) {
  const label = (node: string) => String(graph.getNodeAttribute(node, 'label'));
  return {
    nodes: graph.mapNodes(
      (node) => `${String(graph.getNodeAttribute(node, 'kind'))} ${label(node)}`,
    ),
    edges: graph.mapEdges(
      (_edge, { weight: value }, source, target) =>
        `${label(source)} > ${label(target)}: ${String(value)}`,
    ),
  };
}

/** Reads CSV as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
    cell.lastIndex = at;
    const found = cell.exec(text);
    assert.ok(found, text.slice(at));
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    at = cell.lastIndex;
    if (found[3] !== ',' && at < text.length) rows.push([]);
  }
  return rows;
}

describe('a printed network', () => {
  it('is read by others from GraphML as it was, names and weights to the last digit', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const read = readGraphml(Graph, printNetwork(network, 'graphml'));
        assert.deepEqual(foundGraph(read), wantedGraph(network));
        for (const [i, node] of network.numbers === undefined ? [] : read.nodes().entries())
          assert.equal(read.getNodeAttribute(node, 'strength'), i / 3);
      }),
      { numRuns: 200 },
    );
  });

  it('is read by others from GEXF as it was', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const read = readGexf(Graph, printNetwork(network, 'gexf'));
        assert.deepEqual(foundGraph(read), wantedGraph(network));
      }),
      { numRuns: 200 },
    );
  });

  it('is a matrix in CSV, in which no name is a formula', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const [names = [], ...rows] = readCsv(printNetwork(network, 'csv'));
        const all = [...names.slice(1), ...rows.map(([name = '']) => name)];
        assert.ok(all.every((name) => !/^\s*[=+\-@]/.test(name)));
        const plain = (name: string) => name.replace(/^'/, '');
        assert.deepEqual(names.slice(1).map(plain), network.columns);
        assert.deepEqual(
          rows.map(([name = '', ...values]) => [plain(name), ...values.map(Number)]),
          network.rows.map((name, i) => [name, ...(network.matrix[i] ?? [])]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is a matrix in DL, with names in quotation marks', () => {
    const network: PrintedNetwork = {
      ...{ rows: ['A "B"', '李'], columns: ['two\nlines'], matrix: [[-1], [0.5]] },
      ...{ rowKind: 'speaker', columnKind: 'topic' },
    };
    assert.equal(
      printNetwork(network, 'dl'),
      'dl nr = 2, nc = 1, format = fullmatrix\nrow labels:\n"A \'B\'"\n"李"\n' +
        'column labels:\n"two lines"\ndata:\n-1\n0.5\n',
    );
    const rows = ['A', 'B'];
    const matrix = [
      [0, 2],
      [2, 0],
    ];
    assert.equal(
      printNetwork({ rows, columns: rows, matrix, rowKind: 'topic', columnKind: 'topic' }, 'dl'),
      'dl n = 2, format = fullmatrix\nlabels:\n"A"\n"B"\ndata:\n0 2\n2 0\n',
    );
  });

  it('is in JSON what commands return', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const { rows, columns, matrix } = network;
        assert.deepEqual(JSON.parse(printNetwork(network, 'json')), { rows, columns, matrix });
      }),
      { numRuns: 100 },
    );
  });

  it('can be empty', () => {
    const empty = { rows: [], columns: [], matrix: [] };
    for (const format of NETWORK_FORMATS)
      assert.ok(printNetwork({ ...empty, rowKind: 'speaker', columnKind: 'topic' }, format));
  });

  it('has no signs that XML forbids', () => {
    const text = printNetwork(
      {
        ...{ rows: ['a\u0001b\ud800\ufffe'], columns: ['t'], matrix: [[1]] },
        ...{ rowKind: 'speaker', columnKind: 'topic' },
      },
      'graphml',
    );
    assert.ok(text.includes('>a\ufffdb\ufffd\ufffd<'));
  });

  it('is read by NetworkX, where that is installed', function () {
    if (spawnSync('python3', ['-c', 'import networkx']).status !== 0) this.skip();
    this.timeout(20_000);
    const folder = mkdtempSync(join(tmpdir(), 'claims-network-'));
    const network: PrintedNetwork = {
      ...{ rows: ['李彦宏', 'A & <B>'], columns: ['cost', 'x'] },
      ...{ rowKind: 'speaker', columnKind: 'topic' },
      matrix: [
        [1, -0.25],
        [0, 3],
      ],
      numbers: [{ name: 'degree', values: [2, 1, 1, 2] }],
    };
    const script = [
      'import json, sys, networkx as nx',
      'def show(g): return [sorted((d["label"], d["kind"], d["degree"]) for _, d in g.nodes(data=True)),',
      '  sorted((g.nodes[a]["label"], g.nodes[b]["label"], d["weight"]) for a, b, d in g.edges(data=True))]',
      'print(json.dumps([show(nx.read_graphml(sys.argv[1])), show(nx.read_gexf(sys.argv[2]))]))',
    ].join('\n');
    try {
      const files = (['graphml', 'gexf'] as const).map((format) => {
        const file = join(folder, `network.${format}`);
        writeFileSync(file, printNetwork(network, format));
        return file;
      });
      const { stdout, stderr } = spawnSync('python3', ['-c', script, ...files], {
        encoding: 'utf8',
      });
      assert.equal(stderr, '');
      const wanted = [
        [
          ['A & <B>', 'speaker', 1],
          ['cost', 'topic', 1],
          ['x', 'topic', 2],
          ['李彦宏', 'speaker', 2],
        ],
        [
          ['A & <B>', 'x', 3],
          ['李彦宏', 'cost', 1],
          ['李彦宏', 'x', -0.25],
        ],
      ];
      assert.deepEqual(JSON.parse(stdout), [wanted, wanted]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
