import * as l10n from '@vscode/l10n';
import { isIsoDate } from '../model/dates';
import { RefusedError } from '../model/problem';

export const KINDS = ['one-mode', 'two-mode'] as const;
export const NODES = ['speaker', 'topic'] as const;
export const ONE_MODE_AGGREGATIONS = ['ignore', 'congruence', 'conflict', 'subtract'] as const;
export const TWO_MODE_AGGREGATIONS = ['ignore', 'subtract', 'combine'] as const;
export const ONE_MODE_NORMALIZATIONS = [
  'no',
  'average',
  'jaccard',
  'cosine',
  'cosine-dna',
] as const;
export const TWO_MODE_NORMALIZATIONS = ['no', 'activity', 'prominence'] as const;
export const DUPLICATES = ['include', 'document', 'week', 'month', 'year', 'acrossrange'] as const;

export type Duplicates = (typeof DUPLICATES)[number];

interface TimeOptions {
  readonly duplicates: Duplicates;
  /** Dates, both included; a statement of a year or a month counts if its period overlaps. */
  readonly since?: string;
  readonly until?: string;
}

export interface OneModeOptions extends TimeOptions {
  readonly kind: 'one-mode';
  /** What is connected. */
  readonly nodes: (typeof NODES)[number];
  readonly aggregation: (typeof ONE_MODE_AGGREGATIONS)[number];
  readonly normalization: (typeof ONE_MODE_NORMALIZATIONS)[number];
}

export interface TwoModeOptions extends TimeOptions {
  readonly kind: 'two-mode';
  readonly aggregation: (typeof TWO_MODE_AGGREGATIONS)[number];
  readonly normalization: (typeof TWO_MODE_NORMALIZATIONS)[number];
}

/** Which network is wanted. */
export type NetworkOptions = OneModeOptions | TwoModeOptions;

/** The keys that `requireNetworkOptions` reads. */
export type GivenOptions = Readonly<
  Partial<
    Record<
      'kind' | 'nodes' | 'aggregation' | 'normalization' | 'duplicates' | 'since' | 'until',
      unknown
    >
  >
>;

/**
 * The options that a command was given. Left out: `one-mode`, of speakers, by `congruence` (of
 * `two-mode`, `ignore`), not normalized, with duplicates. A two-mode network has both speakers and
 * topics, whatever `nodes` says.
 *
 * @throws RefusedError that says which value is wrong, and which are possible
 */
export function requireNetworkOptions(given: GivenOptions): NetworkOptions {
  const { since, until } = given;
  const time = {
    duplicates: oneOf(DUPLICATES, 'duplicates', given.duplicates, 'include'),
    ...(since !== undefined && { since: requireDate('since', since) }),
    ...(until !== undefined && { until: requireDate('until', until) }),
  };
  const nodes = oneOf(NODES, 'nodes', given.nodes, 'speaker');
  const kind = oneOf(KINDS, 'kind', given.kind, 'one-mode');
  const { aggregation, normalization } = given;
  if (kind === 'one-mode')
    return {
      kind,
      nodes,
      aggregation: oneOf(ONE_MODE_AGGREGATIONS, 'aggregation', aggregation, 'congruence'),
      normalization: oneOf(ONE_MODE_NORMALIZATIONS, 'normalization', normalization, 'no'),
      ...time,
    };
  return {
    kind,
    aggregation: oneOf(TWO_MODE_AGGREGATIONS, 'aggregation', aggregation, 'ignore'),
    normalization: oneOf(TWO_MODE_NORMALIZATIONS, 'normalization', normalization, 'no'),
    ...time,
  };
}

function oneOf<Value extends string>(
  values: readonly Value[],
  key: string,
  given: unknown,
  usual: Value,
): Value {
  if (given === undefined) return usual;
  const found = values.find((value) => value === given);
  if (found !== undefined) return found;
  throw new RefusedError(
    l10n.t('“{0}” must be {1}.', key, values.map((value) => `"${value}"`).join(' | ')),
  );
}

function requireDate(key: string, given: unknown): string {
  if (typeof given === 'string' && isIsoDate(given)) return given;
  throw new RefusedError(l10n.t('“{0}” must be a date: 2024, 2024-07 or 2024-07-04.', key));
}
