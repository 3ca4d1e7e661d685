import * as l10n from '@vscode/l10n';
import type { Network } from '../../network/network';
import type { NetworkOptions } from '../../network/options';
import { keyOf } from '../lines';
import type { Meaning, NetworkNode, NetworkTie } from '../model';
import type { StatementIds } from './readNetwork';

/** A tie between two nodes, by their numbers: of a two-mode network, columns come after rows. */
export interface Weighted {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Nobody reads more quotes behind one line. */
const MOST_IDS = 200;

/** The ties of a network, the heaviest first; of those as heavy, by their nodes. */
export function tiesOf({ rows, matrix }: Network, kind: NetworkOptions['kind']): Weighted[] {
  const ties: Weighted[] = [];
  matrix.forEach((row, a) => {
    for (let j = kind === 'one-mode' ? a + 1 : 0; j < row.length; j++) {
      const weight = row[j] ?? 0;
      if (weight !== 0) ties.push({ a, b: kind === 'one-mode' ? j : rows.length + j, weight });
    }
  });
  return ties.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight) || x.a - y.a || x.b - y.b);
}

/** A tie as it is drawn. */
export function drawnTie(
  { a, b, weight }: Weighted,
  nodes: readonly NetworkNode[],
  options: NetworkOptions,
  ids: StatementIds,
  heaviest: number,
): NetworkTie {
  const [one, other] = [nodes[a], nodes[b]];
  const names = [one?.value ?? '', other?.value ?? ''] as const;
  return {
    key: keyOf('tie', ...names),
    label: l10n.t('{0} – {1}: {2}', one?.name ?? '', other?.name ?? '', shortNumber(weight)),
    ids: idsOfTie(names, weight, options, ids),
    a,
    b,
    weight,
    meaning: meaningOfTie(weight, options),
    thickness: Math.round((1 + (5 * Math.abs(weight)) / (heaviest || 1)) * 10) / 10,
  };
}

function idsOfTie(
  [a, b]: readonly [string, string],
  weight: number,
  { kind, aggregation }: NetworkOptions,
  ids: StatementIds,
): string[] {
  if (kind === 'two-mode') return ids.between(a, b).slice(0, MOST_IDS);
  const isMixed = aggregation === 'ignore';
  const same =
    isMixed || aggregation === 'congruence' || (aggregation === 'subtract' && weight > 0);
  const opposed =
    isMixed || aggregation === 'conflict' || (aggregation === 'subtract' && weight < 0);
  return ids.ofBoth(a, b, { same, opposed }, MOST_IDS);
}

function meaningOfTie(weight: number, { kind, aggregation }: NetworkOptions): Meaning {
  if (kind === 'one-mode') {
    if (aggregation === 'ignore') return 'uncoded';
    return aggregation === 'conflict' || weight < 0 ? 'conflict' : 'agreement';
  }
  if (aggregation === 'combine')
    return weight === 1 ? 'favor' : weight === 2 ? 'against' : 'otherStance';
  if (aggregation === 'subtract') return weight > 0 ? 'favor' : 'against';
  return 'uncoded';
}

/** A weight with at most three digits behind the point. */
export function shortNumber(weight: number): string {
  return String(Math.round(weight * 1000) / 1000);
}
