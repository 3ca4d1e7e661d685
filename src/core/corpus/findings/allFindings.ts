import type { SetAsideFinding } from '../../model/types';
import type { Steps } from '../../text/steps';
import type { CorpusItem } from '../corpus';
import type { RowContext } from '../query/group';
import type { Row } from '../query/rows';
import { findCodedDifferently, type ComparedField } from './codedDifferently';
import { findContradictions } from './contradictions';
import type { Found } from './found';
import { findGaps, GAPS } from './gaps';
import { findTurns, type Turn } from './turns';

/** All that can be found, in the order in which it is told. */
export const FINDING_KINDS = ['turn', ...GAPS, 'contradiction', 'codedDifferently'] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** What tells a finding from others: with these a codebook sets it aside. */
export type FindingRef = Pick<SetAsideFinding, 'kind' | 'ids'>;

/** Something that an analyst should look at. */
export interface Finding extends FindingRef {
  readonly kind: FindingKind;
  /** The annotations that show it. */
  readonly annotations: readonly Found[];
  /** What a finding of the kind `turn` is made of. */
  readonly turn?: Turn;
  /** In what annotations of the same words differ. */
  readonly fields?: readonly ComparedField[];
}

/**
 * Finds all that is missing, contradictory, or has turned.
 *
 * @param rows makes the annotations that are asked about; the corpus must not change before the
 *   last step
 * @returns by kind, each kind in its own order
 */
export function* findAll<Item extends CorpusItem>(
  rows: () => Iterable<Row<Item>>,
  context: RowContext<Item>,
): Steps<Finding[]> {
  const { corpus } = context;
  const turns = yield* findTurns(rows(), context);
  const gaps = yield* findGaps(corpus, rows());
  const contradictions = yield* findContradictions(corpus);
  const differing = yield* findCodedDifferently(corpus);
  return [
    ...turns.map((turn): Finding => {
      const { from, to } = turn;
      return { kind: 'turn', ids: [from.id, to.id], annotations: [from, to], turn };
    }),
    ...GAPS.flatMap((kind) =>
      gaps[kind].map((found): Finding => ({ kind, ids: [found.id], annotations: [found] })),
    ),
    ...contradictions.map(({ article, id, rebuts }): Finding => {
      const ids = [rebuts.from, rebuts.to];
      return { kind: 'contradiction', ids, annotations: [{ article, id }] };
    }),
    ...differing.map(({ annotations, fields }): Finding => {
      const ids = annotations.map(({ id }) => id);
      return { kind: 'codedDifferently', ids, annotations, fields };
    }),
  ];
}
