import { isMapping, sameValue } from '../../model/sameValue';

/** What a three-way merge of one value gave; an undefined value means that there is none. */
export interface MergedValue<T> {
  readonly value: T;
  /** Whether both sides changed it, to different values; `value` is ours then. */
  readonly conflict: boolean;
}

/**
 * Merges a value that is one piece: a side that left it as it was in `base` gives way to the other.
 */
export function mergeValue<T>(
  base: T | undefined,
  ours: T,
  theirs: T,
  same: (a: T | undefined, b: T | undefined) => boolean = sameValue,
): MergedValue<T> {
  if (same(ours, theirs) || same(base, theirs)) return { value: ours, conflict: false };
  return same(base, ours) ? { value: theirs, conflict: false } : { value: ours, conflict: true };
}

/**
 * Merges lists in which each item stands for itself: what a side added or removed is added or
 * removed. Ours' order is kept, with theirs' additions behind.
 *
 * @param keyOf what makes two items the same one; whatever else they say is merged as one piece
 */
export function mergeSet<T>(
  base: readonly T[] = [],
  ours: readonly T[] = [],
  theirs: readonly T[] = [],
  keyOf: (item: T) => string,
): MergedValue<T[]> {
  const [inBase, inOurs, inTheirs] = [
    byNumberedKey(base, keyOf),
    byNumberedKey(ours, keyOf),
    byNumberedKey(theirs, keyOf),
  ];
  let conflict = false;
  const value = [...new Set([...inOurs.keys(), ...inTheirs.keys()])].flatMap((key) => {
    const merged = mergeValue(inBase.get(key), inOurs.get(key), inTheirs.get(key));
    conflict ||= merged.conflict;
    return merged.value === undefined ? [] : [merged.value];
  });
  return { value, conflict };
}

/**
 * Items by their keys, the n-th item with a key apart from the others: so nothing is dropped where
 * a key stands twice.
 */
export function byNumberedKey<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const key = keyOf(item);
      const count = seen.get(key) ?? 0;
      seen.set(key, count + 1);
      return [`${count} ${key}`, item];
    }),
  );
}

/** A text that is the same for two plain values exactly if they say the same. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isMapping(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
