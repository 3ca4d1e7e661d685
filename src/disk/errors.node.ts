/**
 * What a promise of a file system's operation gives where there is no such file:
 * `.catch(ifMissing)`.
 */
export function ifMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}

/** Whether an error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT', 'ENOTDIR');
}

/** Whether an error has one of these codes, as Node's own have. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code);
}
