import { runAtOnce } from '../text/steps';
import { findCamps } from './camps';
import type { NodeNumbers } from './formats/printNetwork';
import { centralities } from './measures';
import { countedStatements, type Network } from './network';
import type { NetworkOptions } from './options';
import type { Statement } from './statement';

/**
 * What is known of a network's nodes beside their names, for formats that have it: how many
 * statements count, how many are in favor and against, degree, strength and camp.
 *
 * @param network what the options make of the statements; or its backbone
 */
export function nodeNumbers(
  network: Network,
  statements: readonly Statement[],
  options: NetworkOptions,
): NodeNumbers[] {
  const counted = runAtOnce(countedStatements(statements, options));
  const nodes = options.kind === 'one-mode' ? options.nodes : 'speaker';
  const isOneMode = options.kind === 'one-mode';
  const counts = [
    ...network.rows.map(countsIn(counted, nodes)),
    ...(isOneMode ? [] : network.columns.map(countsIn(counted, 'topic'))),
  ];
  const { rows, columns } = centralities(network);
  const central = isOneMode ? rows : [...rows, ...columns];
  const { ofRows, ofColumns } = findCamps(network, options.kind);
  return [
    { name: 'statements', values: counts.map(({ favor, against }) => favor + against) },
    { name: 'favor', values: counts.map(({ favor }) => favor) },
    { name: 'against', values: counts.map(({ against }) => against) },
    { name: 'degree', values: central.map(({ degree }) => degree) },
    { name: 'strength', values: central.map(({ strength }) => strength) },
    { name: 'camp', values: isOneMode ? ofRows : [...ofRows, ...ofColumns] },
  ];
}

interface Counts {
  favor: number;
  against: number;
}

/** How many statements of each stance a node has. */
function countsIn(
  statements: readonly Statement[],
  field: 'speaker' | 'topic',
): (name: string) => Counts {
  const counts = new Map<string, Counts>();
  for (const statement of statements) {
    const name = statement[field];
    const known = counts.get(name) ?? { favor: 0, against: 0 };
    known[statement.stance] += 1;
    counts.set(name, known);
  }
  return (name) => counts.get(name) ?? { favor: 0, against: 0 };
}
