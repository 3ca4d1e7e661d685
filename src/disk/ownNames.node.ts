/**
 * What this program puts beside an article for a moment. All of it is short, since the article's
 * own name may be as long as names can be, begins with a dot, and never ends like a sidecar.
 */
import { createHash, randomBytes } from 'node:crypto';

/** A new name for a file that is written and then takes another one's place. */
export function temporaryName(): string {
  return `.claims-${randomBytes(8).toString('hex')}.tmp`;
}

/**
 * The folder in which those who want to change the file `name` register; the same for all of them.
 */
export function lockFolderName(name: string): string {
  return `.claims-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.lock`;
}

export function isTemporaryName(name: string): boolean {
  return /^\.claims-[0-9a-f]{16}\.tmp$/.test(name);
}

export function isLockFolderName(name: string): boolean {
  return /^\.claims-[0-9a-f]{16}\.lock$/.test(name);
}
