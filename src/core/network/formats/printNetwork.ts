import type { Network } from '../network';
import { printCsv } from './csv';
import { printDl } from './dl';
import { printGexf } from './gexf';
import { printGraphml } from './graphml';
import { printJson } from './json';

/** The forms in which networks leave, by the names that users know. */
export const NETWORK_FORMATS = ['csv', 'dl', 'graphml', 'gexf', 'json'] as const;
export type NetworkFormat = (typeof NETWORK_FORMATS)[number];

/** What a node is. */
export type NodeKind = 'speaker' | 'topic';

/** A number that each node has, such as its degree. */
export interface NodeNumbers {
  readonly name: string;
  /** In the order of the rows; in a two-mode network, of the rows and then of the columns. */
  readonly values: readonly number[];
}

/** A network to be printed. */
export interface PrintedNetwork extends Network {
  /** What the rows are, and the columns; the same in a one-mode network. */
  readonly rowKind: NodeKind;
  readonly columnKind: NodeKind;
  /** What else is known of the nodes; only GraphML and GEXF have it. */
  readonly numbers?: readonly NodeNumbers[];
}

const PRINTERS: Readonly<Record<NetworkFormat, (network: PrintedNetwork) => string>> = {
  csv: printCsv,
  dl: printDl,
  graphml: printGraphml,
  gexf: printGexf,
  json: printJson,
};

/** A network as the text of a file. The same network always gives the same text. */
export function printNetwork(network: PrintedNetwork, format: NetworkFormat): string {
  return PRINTERS[format](network);
}
