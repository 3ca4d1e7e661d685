import { lstat, readdir, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ifMissing } from './errors.node';
import { livingOwners } from './lock.node';
import { isLockFolderName, isTemporaryName } from './ownNames.node';

/** No writing takes that long, in milliseconds. */
const OLD = 60_000;

/**
 * Removes from a folder what writers that were killed left there: old temporary files, and locks
 * whose holders are gone. Nothing else is touched, and no link is followed.
 *
 * @param age how old a temporary file must be, in milliseconds
 * @returns the names of what was removed
 */
export async function removeLeftovers(folder: string, age = OLD): Promise<string[]> {
  const removed: string[] = [];
  for (const name of (await readdir(folder).catch(ifMissing)) ?? []) {
    if (
      (isTemporaryName(name) && (await removeTemporary(join(folder, name), age))) ||
      (isLockFolderName(name) && (await removeLock(join(folder, name))))
    )
      removed.push(name);
  }
  return removed;
}

async function removeTemporary(path: string, age: number): Promise<boolean> {
  const stats = await lstat(path).catch(ifMissing);
  if (stats?.isFile() !== true || stats.mtimeMs > Date.now() - age) return false;
  await unlink(path);
  return true;
}

async function removeLock(path: string): Promise<boolean> {
  if ((await lstat(path).catch(ifMissing))?.isDirectory() !== true) return false;
  try {
    if ((await livingOwners(path)).length > 0) return false;
    await rmdir(path);
    return true;
  } catch {
    // In use again, or gone by itself.
    return false;
  }
}
