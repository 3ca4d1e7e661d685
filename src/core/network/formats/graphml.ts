import { nodesOf, tiesOf } from './nodesAndTies';
import type { PrintedNetwork } from './printNetwork';
import { xmlText } from './xmlText';

/**
 * A network as GraphML: nodes with `label` and `kind` (`speaker`, `topic`) and what else is known
 * of them, ties with `weight`.
 */
export function printGraphml(network: PrintedNetwork): string {
  const { numbers = [] } = network;
  const keys = [
    key('label', 'node', 'label', 'string'),
    key('kind', 'node', 'kind', 'string'),
    ...numbers.map(({ name }, n) => key(`x${n}`, 'node', name, 'double')),
    key('weight', 'edge', 'weight', 'double'),
  ];
  const nodes = nodesOf(network).flatMap((node) => [
    `    <node id="${node.id}">`,
    data('label', xmlText(node.name)),
    data('kind', node.kind),
    ...node.numbers.map((value, n) => data(`x${n}`, String(value))),
    '    </node>',
  ]);
  const edges = tiesOf(network).flatMap(({ id, source, target, weight }) => [
    `    <edge id="${id}" source="${source}" target="${target}">`,
    data('weight', String(weight)),
    '    </edge>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '  <graph id="network" edgedefault="undirected">',
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>\n',
  ].join('\n');
}

function key(id: string, of: 'node' | 'edge', name: string, type: 'string' | 'double'): string {
  return `  <key id="${id}" for="${of}" attr.name="${xmlText(name)}" attr.type="${type}"/>`;
}

function data(id: string, printed: string): string {
  return `      <data key="${id}">${printed}</data>`;
}
