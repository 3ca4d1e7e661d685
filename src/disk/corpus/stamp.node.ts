import { statSync } from 'node:fs';
import { isMissing } from '../errors.node';

/** What a file was when it was looked at (see `isSame`). */
export type Stamp = string;

/** In place of the stamp of a file that isn't there. */
export const GONE: Stamp = 'gone';

/** Nothing can be told of the file for sure: it is the same as none. */
const UNSURE: Stamp = '';

/**
 * A file that was changed so shortly before may be changed once more without a trace: the clock's
 * tick is longer than that. In milliseconds.
 */
const UNSETTLED = 2_000;

/** The stamp of a file; undefined if there is no such file. */
export function stampOf(path: string): Stamp | undefined {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    // A clock that was put back, or a copy that keeps its time, shows in the others.
    return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  } catch (error) {
    return isMissing(error) ? undefined : UNSURE;
  }
}

/** Whether a file still is what it was, as far as that can be relied on. */
export function isSame(now: Stamp | undefined, before: Stamp | undefined): boolean {
  return now === before && now !== UNSURE;
}

/**
 * The stamp of a file that is read now, as far as it can be relied on later. Asked for after the
 * reading, it could be too late to see that the file was changed just before.
 */
export function settledStamp(stamp: Stamp): Stamp {
  const [, modified = 0, changed = 0] = stamp.split(' ').map(Number);
  return Math.max(modified, changed) > Date.now() - UNSETTLED ? UNSURE : stamp;
}
