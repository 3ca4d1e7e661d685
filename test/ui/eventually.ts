import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL_MS = 50;

/**
 * Asks again and again until the answer is neither `undefined` nor `false`, and returns it. For
 * conditions that Playwright's own waiting does not cover, such as the contents of files.
 * @param what is waited for, in words that fit after “waited for”; a function can add what was
 *   there instead
 */
export async function eventually<T>(
  what: string | (() => string),
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  limitMs = 10_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end)
      throw new Error(`waited ${limitMs / 1000} s for ${typeof what === 'string' ? what : what()}`);
    await pause(INTERVAL_MS);
  }
}

/** Whether an attempt succeeds; for attempts that may fail and are then made again. */
export function succeeds(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  );
}
