/**
 * One writer at a time for each file, among all programs that use this module, on any computer that
 * sees the file.
 *
 * `proper-lockfile` keeps a lock's time fresh and notices when it was lost. Left to itself, it
 * takes over an abandoned lock by removing its folder, which two can do at once, so that the slower
 * one removes what the faster one just made
 * (https://github.com/moxystudio/node-proper-lockfile/issues/121), and it can't tell that a holder
 * was killed. So what it takes for the lock's folder is here a file in that folder, named after its
 * holder (`lockOwner`): nobody can remove another's by mistake, and who removes an abandoned one
 * removes that very one.
 */
import * as l10n from '@vscode/l10n';
import * as fs from 'node:fs';
import { lstat, mkdir, open, readdir, rmdir, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { callbackify } from 'node:util';
import { lock as keepFresh } from 'proper-lockfile';
import { hasCode, ifMissing } from './errors.node';
import { dropOwner, isGone, isOwnerName, newOwner } from './lockOwner.node';
import { lockFolderName } from './ownNames.node';
import { realTarget } from './realTarget.node';

/**
 * How long a holder of which nothing else is known may show no sign of life; it shows one in half
 * that time. Milliseconds, as below.
 */
const STALE = 10_000;

/** How long to wait for a lock: longer than an abandoned one can be in the way. */
const PATIENCE = 15_000;

const SHORTEST_WAIT = 2;
const LONGEST_WAIT = 50;

/**
 * On Windows, what is just being deleted can't be opened, and that is called a lack of permission.
 */
const BEING_DELETED = process.platform === 'win32' ? ['ENOENT', 'EPERM', 'EBUSY'] : ['ENOENT'];

/** Another program held the lock all the time that was spent waiting for it. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
  readonly code = 'ELOCKED';

  constructor(path: string, folder: string) {
    super(
      l10n.t(
        '{0} is being changed by another program. If no such program is running, delete the folder {1} and try again.',
        path,
        folder,
      ),
    );
  }
}

/** Someone else has the lock at this moment. */
class HeldError extends Error {}

/**
 * Does something about a file while nobody else who takes this lock can. For those who write by
 * other means than `updateFile`, which takes the lock by itself.
 *
 * Not reentrant: `withLock` or `updateFile` for the same file inside of `run` waits in vain.
 *
 * @throws LockedError if the lock wasn't free for 15 seconds
 */
export async function withLock<T>(path: string, run: () => Promise<T>): Promise<T> {
  return withLockOn(await realTarget(path), run);
}

/**
 * `withLock` for a path without links.
 *
 * @param run is given a function that tells whether the lock is still ours: one who showed no sign
 *   of life for too long (a computer asleep, a program stopped in a debugger) loses it
 */
export async function withLockOn<T>(
  target: string,
  run: (isOurs: () => Promise<boolean>) => Promise<T>,
): Promise<T> {
  const { isOurs, release } = await acquire(target);
  try {
    return await run(isOurs);
  } finally {
    await release();
  }
}

interface Lock {
  readonly isOurs: () => Promise<boolean>;
  readonly release: () => Promise<void>;
}

async function acquire(target: string): Promise<Lock> {
  const folder = join(dirname(target), lockFolderName(basename(target)));
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await tryToAcquire(folder);
    } catch (error) {
      if (!(error instanceof HeldError)) throw error;
      if (performance.now() > end) throw new LockedError(target, folder);
    }
    // By chance, so that those who wait don't come back all at once, and mostly short.
    await sleep(SHORTEST_WAIT + (LONGEST_WAIT - SHORTEST_WAIT) * Math.random() ** 2);
  }
}

async function tryToAcquire(folder: string): Promise<Lock> {
  const name = newOwner();
  const own = join(folder, name);
  let lost = false;
  try {
    // The default for `onCompromised` throws from a timer, which ends the program.
    const release = await keepFresh(own, {
      lockfilePath: own,
      realpath: false,
      fs: files,
      stale: STALE,
      retries: 0,
      onCompromised: () => (lost = true),
    });
    return {
      isOurs: async () => !lost && (await stat(own).catch(ifMissing)) !== undefined,
      release: async () => {
        // Refused where the lock counts as lost; what is left of it is ours all the same.
        await release().catch(() => giveUp(own));
        dropOwner(name);
      },
    };
  } catch (error) {
    dropOwner(name);
    throw error;
  }
}

/**
 * What `proper-lockfile` does to its folder, done to a holder's file. Its own file functions would
 * patch Node's for the whole process.
 */
const files = {
  mkdir: callbackify(claim),
  rmdir: callbackify(giveUp),
  stat: fs.stat,
  utimes: fs.utimes,
};

/**
 * Registers a holder, if there is no other.
 *
 * @param own the holder's file, in the lock's folder
 * @throws HeldError if there is
 */
async function claim(own: string): Promise<void> {
  const folder = dirname(own);
  if (!(await makeFolder(folder)) && (await livingOwners(folder).catch(ifMissing))?.length !== 0)
    throw new HeldError();
  try {
    await (await open(own, 'wx')).close();
    // Several may have come this far. Each looks after it has registered, so the last one to
    // register sees the others.
    if ((await livingOwners(folder)).some((name) => name !== basename(own))) throw new HeldError();
  } catch (error) {
    await giveUp(own);
    // The folder went with the holder who had it until now.
    throw hasCode(error, ...BEING_DELETED) && (await exists(dirname(folder)))
      ? new HeldError()
      : error;
  }
}

/**
 * Takes a holder's file away, and the folder with the last one. What can't be removed is found
 * abandoned later.
 */
async function giveUp(own: string): Promise<void> {
  await unlink(own).catch(ignore);
  await rmdir(dirname(own)).catch(ignore);
}

/** @returns false if it was there */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    // A link to a folder elsewhere would be followed.
    if ((await lstat(folder).catch(ifMissing))?.isDirectory() !== false) return false;
    throw new Error(l10n.t('{0} is not a folder: delete it and try again.', folder));
  }
}

/** Those who are registered in a lock's folder and can still come back; the others are removed. */
export async function livingOwners(folder: string): Promise<string[]> {
  const living: string[] = [];
  for (const name of (await readdir(folder)).filter(isOwnerName)) {
    if (isGone(name) || (await isSilent(join(folder, name))))
      await unlink(join(folder, name)).catch(ifMissing);
    else living.push(name);
  }
  return living;
}

async function isSilent(owner: string): Promise<boolean> {
  const stats = await stat(owner).catch(ifMissing);
  return stats === undefined || stats.mtimeMs < Date.now() - STALE;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(ifMissing)) !== undefined;
}

function ignore(): void {
  // Said by the caller why.
}
