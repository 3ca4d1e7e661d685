const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS_AND_DIGITS = `${LETTERS}0123456789`;
const LENGTH = 10;

/**
 * A new annotation id: ten lower-case letters and digits, a letter first (about 2^51 of them), from
 * the platform's random source, so that analysts who work apart never get the same one.
 *
 * @param taken ids that must not come out
 */
export function newId(taken: { has(id: string): boolean }): string {
  for (;;) {
    const random = crypto.getRandomValues(new Uint32Array(LENGTH));
    const id = Array.from(random, (value, i) => {
      const alphabet = i === 0 ? LETTERS : LETTERS_AND_DIGITS;
      return alphabet[value % alphabet.length];
    }).join('');
    if (!taken.has(id)) return id;
  }
}

/** `date` as the sidecar writes times: UTC, whole seconds. */
export function timestamp(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
