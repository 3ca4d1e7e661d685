import * as l10n from '@vscode/l10n';
import { readFileSync, statSync, type BigIntStats } from 'node:fs';
import * as fs from 'node:fs/promises';
import { ifMissing } from './errors.node';

/** A file that has more bytes than the reader wants. It wasn't read. */
export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError';

  /** @param size in bytes, as is `limit` */
  constructor(
    readonly size: number,
    limit: number,
  ) {
    super(l10n.t('larger than {0} MB', Math.floor(limit / 1024 / 1024)));
  }
}

/** A file's bytes, and what the file system told of it before they were read. */
export interface Snapshot {
  readonly bytes: Uint8Array;
  readonly stats: BigIntStats;
}

/**
 * A file's bytes; undefined if there is no such file. Links are followed.
 *
 * @param limit how many bytes at most
 * @throws FileTooLargeError if there are more, which is known before any is read
 */
export async function readFile(path: string, limit = Infinity): Promise<Uint8Array | undefined> {
  return (await takeSnapshot(path, limit))?.bytes;
}

/** `readFile` with what is needed to tell later whether the file is still the same. */
export async function takeSnapshot(path: string, limit = Infinity): Promise<Snapshot | undefined> {
  const stats = await fs.stat(path, { bigint: true }).catch(ifMissing);
  if (stats === undefined) return undefined;
  // A pipe would never come to its end.
  if (!stats.isFile()) throw new Error(l10n.t('{0} is not a file.', path));
  if (stats.size > limit) throw new FileTooLargeError(Number(stats.size), limit);
  const bytes = await fs.readFile(path).catch(ifMissing);
  return bytes && { bytes, stats };
}

/**
 * Whether a file still is what it was: its bytes are compared too, since a clock's tick can be
 * longer than a write takes. Without a pause, so that it holds for what the caller does next.
 *
 * @param before undefined: there was no such file
 */
export function isUnchanged(path: string, before: Snapshot | undefined): boolean {
  const now = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (now === undefined || before === undefined) return now === before;
  const same = (key: 'dev' | 'ino' | 'size' | 'mode' | 'mtimeNs' | 'ctimeNs') =>
    now[key] === before.stats[key];
  return (
    same('dev') &&
    same('ino') &&
    same('size') &&
    same('mode') &&
    same('mtimeNs') &&
    same('ctimeNs') &&
    Buffer.compare(readFileSync(path), before.bytes) === 0
  );
}
