/** Pairs of branches: what two analysts do to one sidecar, and what the merge of that must say. */

import type { Annotation } from '../../src/core/model/types';
import { insertAnnotation, newSidecar } from '../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
import {
  type Change,
  type Side,
  FIELDS,
  STEP,
  add,
  anyChange,
  apply,
  link,
  newAnnotation,
  set,
} from './gitChanges';
import { expectedMerge } from './gitExpected';
import type { Random } from './scenario';

/** How the two analysts' changes lie to each other. */
export const CATEGORIES = [
  'untouched between',
  'same gap',
  'same annotation',
  'same field',
  'new file',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Two branches, and where they started. */
export interface Pair {
  readonly category: Category;
  readonly base: SidecarFile;
  readonly ours: SidecarFile;
  readonly theirs: SidecarFile;
  /** What a merge without loss says, by ids; conflicts as the contract has them. */
  readonly expected: ReadonlyMap<string, Annotation>;
}

/** Makes a pair of branches. */
export function makePair(category: Category, random: Random): Pair {
  const base =
    category === 'new file'
      ? []
      : Array.from({ length: 5 + random.below(6) }, (_, i) =>
          newAnnotation((i + 1) * STEP, random),
        );
  const start = base.reduce(
    (file, one, i) => insertAnnotation(file, i, one),
    newSidecar({ title: '出行与城市' }),
  );
  const [ours, theirs] = changesOf(category, base, random);
  return {
    category,
    base: category === 'new file' ? readSidecar('') : start,
    ours: ours.reduce(apply, start),
    theirs: theirs.reduce(apply, start),
    expected: expectedMerge(base, { ours, theirs }),
  };
}

function changesOf(
  category: Category,
  base: readonly Annotation[],
  random: Random,
): [Change[], Change[]] {
  const pick = random.below(Math.max(base.length, 1));
  const target = base[pick];
  const elsewhere = base.filter((_, i) => Math.abs(i - pick) > 1);
  const more = (): Change[] => (random.below(2) === 0 ? [] : [anyChange(elsewhere, base, random)]);
  switch (category) {
    case 'untouched between':
      return separateChanges(base, random);
    case 'same gap': {
      const additions = () =>
        Array.from({ length: 1 + random.below(2) }, () =>
          add(pick * STEP + 1 + random.below(STEP - 200), random),
        );
      return [
        [...additions(), ...more()],
        [...additions(), ...more()],
      ];
    }
    case 'same annotation': {
      const fields = shuffled(FIELDS, random);
      return [
        [set(target as Annotation, fields[0] as string, random), ...more()],
        [
          random.below(4) === 0
            ? link(target as Annotation, base, random)
            : set(target as Annotation, fields[1] as string, random),
          ...more(),
        ],
      ];
    }
    case 'same field': {
      const field = random.of(FIELDS);
      const change = () => set(target as Annotation, field, random);
      const remove: Change = { kind: 'delete', id: (target as Annotation).id };
      const both: [Change, Change] = [
        [change(), change()],
        [change(), change()],
        [change(), change()],
        [remove, change()],
        [change(), remove],
      ][random.below(5)] as [Change, Change];
      return [
        [both[0], ...more()],
        [both[1], ...more()],
      ];
    }
    case 'new file': {
      const additions = () =>
        Array.from({ length: 1 + random.below(4) }, () => add(1 + random.below(8 * STEP), random));
      return [additions(), additions()];
    }
  }
}

/**
 * Changes of both in turn, from top to bottom, with an annotation between them that neither
 * touches.
 */
function separateChanges(base: readonly Annotation[], random: Random): [Change[], Change[]] {
  const changes: Record<Side, Change[]> = { ours: [], theirs: [] };
  let side: Side = random.of(['ours', 'theirs']);
  for (let i = 0; i < base.length; side = side === 'ours' ? 'theirs' : 'ours') {
    // The stretch is the gap before entry i, that entry if it isn't the last, and so on; the entry
    // behind it stays as it is.
    const length = random.below(2);
    for (let k = i; k <= Math.min(i + length, base.length - 1); k++) {
      if (random.below(3) === 0)
        changes[side].push(add(k * STEP + 100 + random.below(STEP - 300), random));
      if (k < i + length && random.below(3) > 0)
        changes[side].push(anyChange([base[k] as Annotation], base, random));
    }
    i += length + 1;
  }
  return changes.ours.length > 0 && changes.theirs.length > 0
    ? [changes.ours, changes.theirs]
    : separateChanges(base, random);
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random.below(1 << 20) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
