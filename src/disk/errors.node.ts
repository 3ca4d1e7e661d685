/**
 * What a promise of a file system's operation gives where there is no such file:
 * `.catch(ifMissing)`.
 */
export function ifMissing(error: unknown): undefined {
  if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
}

/** Whether an error has one of these codes, as Node's own have. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code);
}
