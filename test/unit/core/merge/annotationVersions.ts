import { mergeAnnotation } from '../../../../src/core/merge/annotation/mergeAnnotation';
import { isMapping, sameValue } from '../../../../src/core/model/sameValue';
import type { Annotation, Passage } from '../../../../src/core/model/types';

export const quote: Passage = {
  exact: '开源模型其实是一种智商税',
  prefix: '谈到了 “',
  suffix: '”。',
  start: 760,
  end: 772,
};

export const base: Annotation = {
  id: 'k3v9x2m7qa',
  role: 'claim',
  speaker: '李彦宏',
  stance: 'favor',
  passages: [quote],
  tags: ['cost', 'open'],
  links: [{ type: 'rebuts', target: 'p8w2c4t6ye' }],
  created: '2026-11-22T09:30:00Z',
  modified: '2026-11-22T09:31:00Z',
};

export const but = (changes: Record<string, unknown>, of: Annotation = base): Annotation =>
  Object.fromEntries(
    Object.entries({ ...of, ...changes }).filter(([, value]) => value !== undefined),
  ) as Annotation;

export const merge = (ours: Record<string, unknown>, theirs: Record<string, unknown>) =>
  mergeAnnotation(base, but(ours), but(theirs));

export function valueOf(of: Annotation, field: string): unknown {
  return Object.hasOwn(of, field) ? of[field] : undefined;
}

/**
 * Whether a merged value holds what a side made of it: a set what that side added, passages its
 * words.
 */
export function holds(merged: unknown, side: unknown, before: unknown): boolean {
  if (sameValue(merged, side)) return true;
  if (side === undefined) return merged === undefined || Array.isArray(merged);
  if (!Array.isArray(side)) return false;
  // An empty list says no more than none.
  if (!Array.isArray(merged)) return side.length === 0 && merged === undefined;
  return side.every((item: unknown) =>
    [...(merged as unknown[]), ...((before as unknown[] | undefined) ?? [])].some(
      (one) =>
        sameValue(one, item) ||
        (isMapping(one) && isMapping(item) && 'exact' in item && one.exact === item.exact),
    ),
  );
}

/** A value as text, lists without their order. */
export function sorted(value: unknown): string {
  return JSON.stringify([
    Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value,
  ]);
}
