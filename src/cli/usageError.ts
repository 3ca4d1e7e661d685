/** The command was called in a way that it can't be: the program ends with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
