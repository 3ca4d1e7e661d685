import type { DebateView } from '../../../core/debate/model';
import type { TextName } from '../texts';

/** What can be chosen about a picture: a key of its options, and its values with their names. */
export interface PictureChoice {
  readonly key: string;
  readonly label: TextName;
  readonly values: readonly (readonly [value: string, label: TextName])[];
}

const NETWORKS = [
  ['congruence', 'congruence'],
  ['conflict', 'conflict'],
  ['subtract', 'subtract'],
  ['two-mode', 'twoMode'],
] as const;

/** The choices of each picture, the usual value first. */
export const CHOICES: Readonly<Record<DebateView, readonly PictureChoice[]>> = {
  matrix: [
    {
      key: 'columns',
      label: 'columnsAre',
      values: [
        ['topic', 'column.topic'],
        ['article', 'column.article'],
        ['role', 'column.role'],
        ['month', 'month'],
      ],
    },
    {
      key: 'order',
      label: 'orderBy',
      values: [
        ['size', 'bySize'],
        ['similarity', 'bySimilarity'],
        ['name', 'byName'],
      ],
    },
  ],
  timeline: [
    {
      key: 'by',
      label: 'rowsAre',
      values: [
        ['speaker', 'column.speaker'],
        ['topic', 'column.topic'],
      ],
    },
  ],
  networks: [
    { key: 'network', label: 'network', values: NETWORKS },
    {
      key: 'normalization',
      label: 'normalized',
      values: [
        ['no', 'notNormalized'],
        ['average', 'average'],
        ['jaccard', 'jaccard'],
        ['cosine', 'cosine'],
      ],
    },
  ],
  turns: [],
  answers: [],
  sameStatement: [],
};

/** What was chosen, by the choices' keys; what else a picture keeps stands beside it. */
export type Chosen = Readonly<Record<string, unknown>>;

/** The options of a picture as the extension is asked for them. */
export function optionsOf(view: DebateView, chosen: Chosen): Readonly<Record<string, unknown>> {
  if (view !== 'networks') return chosen;
  const { network = 'congruence', normalization = 'no', since, until, threshold } = chosen;
  const time = { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
  return {
    // The normalizations of the other kind are others: it is shown as it is.
    network:
      network === 'two-mode'
        ? { kind: 'two-mode', aggregation: 'subtract', ...time }
        : { kind: 'one-mode', aggregation: network, normalization, ...time },
    ...(threshold !== undefined && { threshold }),
  };
}
