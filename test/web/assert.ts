/**
 * Stands in for `node:assert` where there is no Node: tests bundled for the web worker get this
 * under that name. Only what such tests use; equality of structures is equality of their JSON.
 */
class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

function check(
  condition: unknown,
  message: string | undefined,
  fallback: () => string,
): asserts condition {
  if (!condition) throw new AssertionError(message ?? fallback());
}

const show = (value: unknown): string =>
  value === undefined ? 'undefined' : JSON.stringify(value, undefined, 1);

export const strict = {
  ok: (value: unknown, message?: string): void =>
    check(value, message, () => `${show(value)} is not truthy`),
  equal: (actual: unknown, expected: unknown, message?: string): void =>
    check(Object.is(actual, expected), message, () => `${show(actual)} is not ${show(expected)}`),
  deepEqual: (actual: unknown, expected: unknown, message?: string): void =>
    check(
      show(actual) === show(expected),
      message,
      () => `${show(actual)} is not ${show(expected)}`,
    ),
  match: (text: string, expected: RegExp, message?: string): void =>
    check(expected.test(text), message, () => `${show(text)} does not match ${String(expected)}`),
};

export default strict;
