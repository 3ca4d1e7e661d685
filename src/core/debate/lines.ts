import { compareText } from '../text/compare';

/** A value of a row or column with its number of annotations; undefined: not set. */
export type Counted = readonly [value: string | undefined, count: number];

/** The largest first, of those as large by code point; what is not set comes last. */
export function bySize(counts: Iterable<Counted>): Counted[] {
  return [...counts].sort(
    (a, b) => unsetLast(a, b) || b[1] - a[1] || compareText(a[0] ?? '', b[0] ?? ''),
  );
}

/** By code point, dates thus in time; what is not set comes last. */
export function byName(counts: Iterable<Counted>): Counted[] {
  return [...counts].sort((a, b) => unsetLast(a, b) || compareText(a[0] ?? '', b[0] ?? ''));
}

function unsetLast([a]: Counted, [b]: Counted): number {
  return Number(a === undefined) - Number(b === undefined);
}

/** A key of an element, made from values that may hold anything, or nothing. */
export function keyOf(...values: readonly (string | number | undefined)[]): string {
  return JSON.stringify(values.map((value) => value ?? null));
}
