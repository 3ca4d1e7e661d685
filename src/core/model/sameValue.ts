/**
 * Whether two plain values (texts, numbers, truth values, lists, mappings) say the same; the order
 * of keys doesn't matter.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
  if (!isMapping(a) || !isMapping(b)) return false;
  const keysA = Object.keys(a).filter((key) => a[key] !== undefined);
  const keysB = Object.keys(b).filter((key) => b[key] !== undefined);
  return (
    keysA.length === keysB.length &&
    keysA.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}

/** Whether `value` is a mapping (a plain object), not a list. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether YAML and JSON can hold `value` as it is, at any depth; `__proto__` is a key that
 * JavaScript objects can't hold safely.
 */
export function isPlainData(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlainData);
  if (isMapping(value))
    return (
      !Object.hasOwn(value, '__proto__') &&
      Object.values(value).every((one) => one === undefined || isPlainData(one))
    );
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    Number.isFinite(value)
  );
}
