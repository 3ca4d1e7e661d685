import { nodesOf, tiesOf } from './nodesAndTies';
import type { PrintedNetwork } from './printNetwork';
import { xmlText } from './xmlText';

/**
 * A network as GEXF 1.2, which Gephi reads: nodes with `kind` (`speaker`, `topic`) and what else is
 * known of them, ties with weights.
 */
export function printGexf(network: PrintedNetwork): string {
  const { numbers = [] } = network;
  const attributes = [
    '      <attribute id="kind" title="kind" type="string"/>',
    ...numbers.map(
      ({ name }, n) => `      <attribute id="x${n}" title="${xmlText(name)}" type="double"/>`,
    ),
  ];
  const nodes = nodesOf(network).flatMap((node) => [
    `      <node id="${node.id}" label="${xmlText(node.name)}">`,
    '        <attvalues>',
    `          <attvalue for="kind" value="${node.kind}"/>`,
    ...node.numbers.map((value, n) => `          <attvalue for="x${n}" value="${value}"/>`),
    '        </attvalues>',
    '      </node>',
  ]);
  const edges = tiesOf(network).map(
    ({ id, source, target, weight }) =>
      `      <edge id="${id}" source="${source}" target="${target}" weight="${weight}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
    '  <graph mode="static" defaultedgetype="undirected">',
    '    <attributes class="node" mode="static">',
    ...attributes,
    '    </attributes>',
    '    <nodes>',
    ...nodes,
    '    </nodes>',
    '    <edges>',
    ...edges,
    '    </edges>',
    '  </graph>',
    '</gexf>\n',
  ].join('\n');
}
