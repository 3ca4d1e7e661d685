import * as l10n from '@vscode/l10n';
import { renameSync } from 'node:fs';
import { access, constants, open, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ifMissing } from './errors.node';
import { withLockOn } from './lock.node';
import { temporaryName } from './ownNames.node';
import { isUnchanged, takeSnapshot, type Snapshot } from './readFile.node';
import { realTarget } from './realTarget.node';

/**
 * A file's new bytes, made from its present ones (undefined: there is none); undefined leaves it as
 * it is.
 */
export type FileChange = (
  bytes: Uint8Array | undefined,
) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/**
 * How often a change is made anew because others change the file all the time without taking the
 * lock.
 */
const ROUNDS = 20;

/**
 * Changes or makes a file so that whatever breaks off in the middle of it (the program, the
 * computer, a full disk), the old or the new content is there, whole; nobody who uses this module
 * can change it in the meantime, and what others wrote until the last moment before is not
 * overwritten. Once the promise is fulfilled, the bytes are on the disk.
 *
 * A link stays one (see `realTarget` for those that are refused), and the file keeps its
 * permissions.
 *
 * @param change is asked again, with the new content, if the file was changed while it was at work
 * @param limit how many bytes the present file may have
 * @throws LockedError if another program has the lock, FileTooLargeError, what the file system
 *   throws, and what `change` does
 */
export async function updateFile(
  path: string,
  change: FileChange,
  limit = Infinity,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const target = await realTarget(path);
    if (await withLockOn(target, (isOurs) => updateOnce(target, change, limit, isOurs))) return;
  }
  throw new Error(
    l10n.t('{0} is changed by other programs again and again. Nothing was written.', path),
  );
}

/**
 * @returns false if the file was changed in the meantime, or the lock was lost: nothing was written
 */
async function updateOnce(
  target: string,
  change: FileChange,
  limit: number,
  isOurs: () => Promise<boolean>,
): Promise<boolean> {
  const before = await takeSnapshot(target, limit);
  const bytes = await change(before?.bytes);
  if (bytes === undefined) return true;
  // Renaming over it would replace a file that is not to be written.
  if (before !== undefined) await access(target, constants.W_OK).catch(ifMissing);
  const temporary = join(dirname(target), temporaryName());
  let isReplaced = false;
  try {
    await writeTemporary(temporary, bytes, before);
    // Nothing is awaited from the last look to the replacement: on a busy machine that would be
    // time enough for a program that doesn't know our lock.
    if ((await isOurs()) && isUnchanged(target, before)) {
      renameSync(temporary, target);
      isReplaced = true;
    }
  } finally {
    // Where that fails too (a folder that is read-only by now), `removeLeftovers` finds it later.
    if (!isReplaced) await rm(temporary, { force: true }).catch(() => undefined);
  }
  if (isReplaced) await flushFolder(dirname(target));
  return isReplaced;
}

async function writeTemporary(
  path: string,
  bytes: Uint8Array,
  before: Snapshot | undefined,
): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    if (before !== undefined) await takeOver(handle, before);
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Gives a file another one's permissions, and its owner where we may (an administrator edits
 * somebody's file).
 */
async function takeOver(handle: FileHandle, { stats }: Snapshot): Promise<void> {
  const { uid, gid } = await handle.stat();
  if (BigInt(uid) !== stats.uid || BigInt(gid) !== stats.gid)
    await handle.chown(Number(stats.uid), Number(stats.gid)).catch(() => undefined);
  await handle.chmod(Number(stats.mode & 0o7777n));
}

/**
 * Makes a renaming last. Not every system lets a folder be flushed; the file is in its place all
 * the same.
 */
async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
  } catch {
    // Nothing that the caller could do about it.
  }
}
