import * as l10n from '@vscode/l10n';
import type { Network } from '../../network/network';
import type { NetworkOptions } from '../../network/options';
import type { Steps } from '../../text/steps';
import { keyOf } from '../lines';
import type { Meaning, NetworkNode, NetworkTie } from '../model';
import type { StatementIds } from './readNetwork';

/** A tie between two nodes, by their numbers: of a two-mode network, columns come after rows. */
export interface Weighted {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

const ROWS_A_STEP = 50;

/** Nobody reads more quotes behind one line or node. */
export const MOST_IDS = 200;

/**
 * The heaviest ties of a network, in order; of those as heavy, by their nodes.
 *
 * @param most so many are wanted; the others are only counted
 */
export function* heaviestTies(
  { rows, matrix }: Network,
  kind: NetworkOptions['kind'],
  most: number,
): Steps<{ readonly ties: readonly Weighted[]; readonly count: number }> {
  const first = (a: number) => (kind === 'one-mode' ? a + 1 : 0);
  const weights: number[] = [];
  for (const [a, row] of matrix.entries()) {
    for (let j = first(a); j < row.length; j++) if (row[j]) weights.push(Math.abs(row[j] ?? 0));
    if (a % ROWS_A_STEP === 0) yield;
  }
  const sorted = Float64Array.from(weights).sort();
  const least = sorted[Math.max(0, sorted.length - most)] ?? 0;
  yield;
  const ties: Weighted[] = [];
  const asHeavy: Weighted[] = [];
  for (const [a, row] of matrix.entries()) {
    for (let j = first(a); j < row.length; j++) {
      const weight = row[j] ?? 0;
      if (weight === 0 || Math.abs(weight) < least) continue;
      const list = Math.abs(weight) > least ? ties : asHeavy;
      // They come by their nodes: of those that are as heavy as the last one, the first are wanted.
      if (list.length < most)
        list.push({ a, b: kind === 'one-mode' ? j : rows.length + j, weight });
    }
    if (a % ROWS_A_STEP === 0) yield;
  }
  ties.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight) || x.a - y.a || x.b - y.b);
  return { ties: [...ties, ...asHeavy].slice(0, most), count: weights.length };
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

function meaningOfTie(
  weight: number,
  { kind, aggregation, normalization }: NetworkOptions,
): Meaning {
  if (kind === 'one-mode') {
    if (aggregation === 'ignore') return 'uncoded';
    return aggregation === 'conflict' || weight < 0 ? 'conflict' : 'agreement';
  }
  if (aggregation === 'combine' && normalization === 'no')
    return weight === 1 ? 'favor' : weight === 2 ? 'against' : 'otherStance';
  if (aggregation === 'subtract') return weight > 0 ? 'favor' : 'against';
  return 'uncoded';
}

/** A weight with at most three digits behind the point. */
export function shortNumber(weight: number): string {
  return String(Math.round(weight * 1000) / 1000);
}
