/** The changes that analysts make to a sidecar. */

import type { Annotation, Link } from '../../src/core/model/types';
import {
  insertAnnotation,
  removeAnnotation,
  replaceAnnotation,
} from '../../src/core/sidecar/editSidecar';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
import type { Random } from './scenario';

export type Side = 'ours' | 'theirs';

/** One analyst's change. */
export type Change =
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
export const STEP = 1000;

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
export const FIELDS = Object.keys(VALUES);

export function anyChange(
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

export function add(start: number, random: Random): Change {
  return { kind: 'add', annotation: newAnnotation(start, random) };
}

export function set({ id, ...fields }: Annotation, field: string, random: Random): Change {
  return {
    kind: 'set',
    id,
    field,
    value: random.of((VALUES[field] ?? []).filter((value) => value !== fields[field])),
    at: laterTime(random),
  };
}

export function link(
  { id, links = [] }: Annotation,
  base: readonly Annotation[],
  random: Random,
): Change {
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

export function newAnnotation(start: number, random: Random): Annotation {
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

/**
 * Makes a change as the extension does: through the editing functions, additions at their reading
 * place.
 */
export function apply(file: SidecarFile, change: Change): SidecarFile {
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
