/** Pairs of branches: what two analysts do to one sidecar, and what the merge of that must say. */
import assert from 'node:assert/strict';
import type { Annotation, Link } from '../../src/core/model/types';
import {
  insertAnnotation,
  newSidecar,
  removeAnnotation,
  replaceAnnotation,
} from '../../src/core/sidecar/editSidecar';
import { readSidecar } from '../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
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

type Side = 'ours' | 'theirs';

/** One analyst's change. */
type Change =
  | { readonly kind: 'add'; readonly annotation: Annotation }
  | {
      readonly kind: 'set';
      readonly id: string;
      readonly field: string;
      readonly value: string;
      readonly at: string;
    }
  | { readonly kind: 'link'; readonly id: string; readonly link: Link; readonly at: string }
  | { readonly kind: 'delete'; readonly id: string };

/** Distance between two annotations of a base, in code points: additions go between. */
const STEP = 1000;

const SENTENCES = [
  '共享单车让更多人愿意把汽车留在家里',
  '停车点太少才是乱停的根源',
  '夜间加开公交并没有增加客流',
  '市集的摊位费去年涨了三成',
  '图书馆延长开放时间值得一试：成本有限，#读者受益',
  '“学校午餐应当免费”，他说',
  '调查只问了两百人，不足以下结论',
  '老城区的居民普遍反对扩路',
  'Bike parking pays for itself within two years',
  'Nobody asked the people who work at night',
  'The survey counted visitors, not readers',
  'Free meals: a cost, or an investment?',
  '"Opening on Sundays" was tried before - and dropped',
  'Rents rose before the market moved',
  'Fewer cars, more shops',
  'Yes',
];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  role: ['claim', 'evidence', 'rebuttal'],
  speaker: ['李彦宏', '第一财经', '市政府', 'the city council', 'No', '读者来信：匿名'],
  stance: ['favor', 'against', 'neutral'],
  topic: ['closed-over-open', 'more-bike-parking', '学校午餐应当免费'],
  note: [
    '需要核实',
    '见第二段：数字对不上',
    'second-hand',
    'first line\n\n- second line: #3\n',
    '与上文重复',
  ],
  cue: ['他说', '谈到了', 'according to', '据报道'],
  date: ['2024', '2024-07', '2024-07-04', '2023-11-30'],
  quoteType: ['direct', 'indirect', 'mixed'],
};
const FIELDS = Object.keys(VALUES);

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

function anyChange(
  targets: readonly Annotation[],
  base: readonly Annotation[],
  random: Random,
): Change {
  if (targets.length === 0) return add((base.length + 2) * STEP + random.below(STEP), random);
  const target = random.of(targets);
  const kind = random.below(6);
  return kind === 0
    ? { kind: 'delete', id: target.id }
    : kind === 1
      ? link(target, base, random)
      : set(target, random.of(FIELDS), random);
}

function add(start: number, random: Random): Change {
  return { kind: 'add', annotation: newAnnotation(start, random) };
}

function set({ id, ...fields }: Annotation, field: string, random: Random): Change {
  return {
    kind: 'set',
    id,
    field,
    value: random.of((VALUES[field] ?? []).filter((value) => value !== fields[field])),
    at: laterTime(random),
  };
}

function link({ id, links = [] }: Annotation, base: readonly Annotation[], random: Random): Change {
  const free = base.filter(
    (other) => other.id !== id && !links.some(({ target }) => target === other.id),
  );
  return {
    kind: 'link',
    id,
    link: { type: random.of(['supports', 'rebuts', 'restates']), target: random.of(free).id },
    at: laterTime(random),
  };
}

function newAnnotation(start: number, random: Random): Annotation {
  const exact = random.of(SENTENCES);
  const fields = FIELDS.filter((field) => field !== 'role' && random.below(3) === 0).map(
    (field) => [field, random.of(VALUES[field] ?? [])],
  );
  const created = `2026-11-${20 + random.below(3)}T0${random.below(9)}:30:00Z`;
  return {
    id: idOf(random),
    role: random.of(VALUES.role ?? []),
    ...(Object.fromEntries(fields) as Partial<Annotation>),
    passages: [
      {
        exact,
        prefix: `${random.of(SENTENCES)}。`,
        suffix: `，${random.of(SENTENCES)}`,
        start,
        end: start + Array.from(exact).length,
      },
    ],
    ...(random.below(3) === 0 ? { tags: ['cost', `t${random.below(9)}`] } : {}),
    creator: random.of(['Zhang San', 'Li Si']),
    created,
    modified: created,
  };
}

function idOf(random: Random): string {
  const characters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 10 }, (_, i) =>
    characters.charAt(random.below(i === 0 ? 26 : characters.length)),
  ).join('');
}

function laterTime(random: Random): string {
  return `2026-11-23T1${random.below(10)}:${10 + random.below(50)}:00Z`;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random.below(1 << 20) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/**
 * Makes a change as the extension does: through the editing functions, additions at their reading
 * place.
 */
function apply(file: SidecarFile, change: Change): SidecarFile {
  if (change.kind === 'add') {
    const startOf = (annotation: Annotation | undefined) => annotation?.passages[0]?.start ?? 0;
    const index = file.entries.findIndex(
      ({ annotation }) => startOf(annotation) > startOf(change.annotation),
    );
    return insertAnnotation(file, index < 0 ? file.entries.length : index, change.annotation);
  }
  const index = file.entries.findIndex(({ id }) => id === change.id);
  const present = file.entries[index]?.annotation;
  if (present === undefined) return file;
  if (change.kind === 'delete') return removeAnnotation(file, index);
  const changed =
    change.kind === 'set'
      ? { [change.field]: change.value }
      : { links: [...(present.links ?? []), change.link] };
  return replaceAnnotation(file, index, { ...present, ...changed, modified: change.at });
}

/**
 * What a merge of the changes must say, worked out from the changes themselves: the measure for the
 * merge, and so written without any of its code.
 */
function expectedMerge(
  base: readonly Annotation[],
  changes: Readonly<Record<Side, readonly Change[]>>,
): Map<string, Annotation> {
  const expected = new Map<string, Annotation>();
  for (const annotation of base) {
    const of = (side: Side) =>
      changes[side].filter((change) => change.kind !== 'add' && change.id === annotation.id);
    const isDeleted = (side: Side) => of(side).some(({ kind }) => kind === 'delete');
    const left = (['ours', 'theirs'] as const).filter((side) => !isDeleted(side));
    if (left.length === 0 || (left.length === 1 && of(left[0] as Side).length === 0)) continue;
    const merged = mergeChanges(annotation, left.map(of));
    if (left.length === 1) merged.conflicts = [...(merged.conflicts ?? []), { field: 'id' }];
    expected.set(annotation.id, merged);
  }
  for (const change of [...changes.ours, ...changes.theirs])
    if (change.kind === 'add') expected.set(change.annotation.id, change.annotation);
  return expected;
}

function mergeChanges(annotation: Annotation, sides: readonly (readonly Change[])[]): Annotation {
  const [first, second] = sides.map(
    (changes) =>
      new Map(
        changes.flatMap((change) =>
          change.kind === 'set' ? [[change.field, change.value] as const] : [],
        ),
      ),
  );
  assert.ok(first !== undefined);
  const merged: Annotation = {
    ...annotation,
    ...Object.fromEntries(second ?? []),
    ...Object.fromEntries(first),
  };
  const conflicts = [...(second ?? [])]
    .filter(([field, value]) => first.has(field) && first.get(field) !== value)
    .map(([field, theirs]) => ({ field, theirs }));
  const links = new Map(
    sides
      .flat()
      .flatMap((change) =>
        change.kind === 'link'
          ? [[`${change.link.type} ${change.link.target}`, change.link] as const]
          : [],
      ),
  );
  if (links.size > 0) merged.links = [...(annotation.links ?? []), ...links.values()];
  if (conflicts.length > 0) merged.conflicts = conflicts;
  const times = sides.flat().flatMap((change) => ('at' in change ? [change.at] : []));
  const last = times.sort().at(-1);
  return last === undefined ? merged : { ...merged, modified: last };
}
