import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

const NAME = 'claim-annotator';
const DAY = 24 * 3_600_000;
/** A cache that nobody wrote for so long is removed, in milliseconds. */
const KEPT_FOR = 90 * DAY;
/** What a writing left that was broken off is removed after so long, in milliseconds. */
const LEFTOVER = DAY;

/**
 * The user's folder for what programs may make again at any time, as the systems have it
 * (https://specifications.freedesktop.org/basedir-spec/latest/ on Linux).
 */
function cacheFolder(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  // One that isn't absolute is to be ignored.
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, NAME);
  if (process.platform === 'win32') return join(local ?? tmpdir(), NAME, 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', NAME);
  return join(homedir(), '.cache', NAME);
}

/** Where what was read of sidecars in some folders is kept, whichever program read it. */
export function cacheFileOf(folders: readonly string[]): string {
  const hash = createHash('sha256').update([...folders].sort().join('\n'));
  return join(cacheFolder(), `${hash.digest('hex').slice(0, 32)}.corpus`);
}

/** Removes old caches beside one. Others may do so at the same moment. */
export function removeOldCaches(file: string, now = Date.now()): void {
  const folder = dirname(file);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const limit = name.endsWith('.corpus') ? KEPT_FOR : LEFTOVER;
    if (!name.includes('.corpus')) continue;
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined && found.mtimeMs < now - limit) rmSync(path, { force: true });
  }
}
